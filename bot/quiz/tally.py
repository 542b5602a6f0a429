"""What a group answered: how many gave what, and how many were right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.content.model import ItemKind
from bot.quiz.model import Given
from bot.quiz.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Counted:
    """So many members gave ``given``, as it is stored; it was right or not."""

    given: str
    is_right: bool
    members: int


@dataclass(frozen=True, slots=True)
class Bar:
    """How many took one option (its ``index``); of a short answer None: right or other."""

    index: int | None
    members: int
    is_key: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """All answers to one asked item; ``bars`` in the order in which the options were shown."""

    answers: int
    right: int
    bars: tuple[Bar, ...]

    @property
    def percent(self) -> int:
        """Return how many of a hundred were right; 0 where nobody answered."""
        return percent(self.right, self.answers)


def tally(snapshot: Snapshot, counted: Iterable[Counted]) -> Tally:
    """Count what was given to the item of ``snapshot``."""
    groups = tuple(counted)
    answers = sum(group.members for group in groups)
    right = sum(group.members for group in groups if group.is_right)
    if snapshot.kind is ItemKind.SHORT:
        # What somebody typed is theirs: only right and other are counted.
        return Tally(answers, right, (Bar(None, right, True), Bar(None, answers - right, False)))
    taken = _taken(groups)
    bars = (Bar(each.index, taken.get(each.index, 0), each.is_key) for each in snapshot.options)
    return Tally(answers, right, tuple(bars))


def percent(part: int, whole: int) -> int:
    """Return ``part`` of ``whole`` in whole hundredths, halves upwards; of nothing 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def _taken(groups: Iterable[Counted]) -> Mapping[int, int]:
    taken: dict[int, int] = {}
    for group in groups:
        for index in Given.read(group.given, is_text=False).choices:
            taken[index] = taken.get(index, 0) + group.members
    return taken
