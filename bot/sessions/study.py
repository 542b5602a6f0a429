"""What a group should study next (pure): cases, each with its evidence, ranked by a written rule.

The rule: the more members a case concerns, the higher it stands. Of cases with as many, what is
known wrongly comes before what is not known: confidently wrong, unclear, unanswered, split, open
question; then what has waited longest. A case is members of one kind, so nobody counts twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from bot.content.fingerprints import number_of
from bot.content.model import Text


class StudyKind(IntEnum):
    """What shows that something is worth studying; in the order in which equals stand."""

    SURE_BUT_WRONG = 0
    UNCLEAR = 1
    UNANSWERED = 2
    SPLIT = 3
    OPEN_QUESTION = 4


# From so many answers on a share says something (the quiz's statistics use the same).
LEAST_ANSWERS = 5
# An item splits a group where this share gets it right.
SPLIT = (0.35, 0.65)
# So many who were sure and wrong are more than a slip.
LEAST_SURE_BUT_WRONG = 2


@dataclass(frozen=True, slots=True)
class StudyCase:
    """Something to study.

    Attributes:
        key: what it is about, by the ids of where it comes from.
        members: how many members it concerns, of ``n`` who could have shown it.
        concept: the concept that it is about (content's id), where there is one.
    """

    kind: StudyKind
    key: str
    words: Text
    members: int
    n: int
    since: datetime | None = None
    concept: str | None = None

    @property
    def number(self) -> int:
        """Return the number that stands for it in custom ids."""
        return number_of("study", self.kind.name, self.key)


@dataclass(frozen=True, slots=True)
class Studied:
    """A case that was settled when it concerned ``evidence`` members."""

    number: int
    evidence: int
    concept: str | None


def ranked(cases: Iterable[StudyCase], settled: Iterable[Studied]) -> tuple[StudyCase, ...]:
    """Return the open ``cases``, the most pressing first.

    A settled case comes back once it concerns more members than when it was settled.
    """
    known = {each.number: each.evidence for each in settled}
    waiting = [case for case in cases if case.members > known.get(case.number, 0)]
    return tuple(sorted(waiting, key=_place))


def is_split(answers: int, right: int) -> bool:
    """Tell whether an item with so many answers, so many of them right, splits the group."""
    return answers >= LEAST_ANSWERS and SPLIT[0] <= right / answers <= SPLIT[1]


def page_of(cases: Sequence[StudyCase], number: int) -> int | None:
    """Return where the case ``number`` stands (0: the first); None: it is not among ``cases``."""
    if not cases:
        return None
    if number == 0:
        return 0
    return next((at for at, case in enumerate(cases) if case.number == number), None)


def _place(case: StudyCase) -> tuple[int, int, float, int]:
    since = case.since.timestamp() if case.since else float("inf")
    return (-case.members, int(case.kind), since, case.number)
