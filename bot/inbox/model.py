"""Frozen values of the inbox: how much waits in a section."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in one section: ``count`` cases, the first since ``oldest`` (None: nothing)."""

    count: int = 0
    oldest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A section that has something: its ``name``, what waits, and the press that opens it."""

    name: str
    waiting: Waiting
    opens: str
