"""Frozen values of the inbox: how much waits in a section."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in one section.

    Attributes:
        count: how many cases.
        oldest: since when the first of them; None where nothing waits.
        is_advice: nothing has to be decided; what another section counts may come up again.
    """

    count: int = 0
    oldest: datetime | None = None
    is_advice: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A section that has something: its ``name``, what waits, and the press that opens it."""

    name: str
    waiting: Waiting
    opens: str


def to_decide(lines: Iterable[Line]) -> int:
    """Return how many cases wait for a decision."""
    return sum(line.waiting.count for line in lines if not line.waiting.is_advice)
