"""Appeals against a verdict, suggested items, and how moderators decide on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Self

from bot.content.model import Text
from bot.discord_ui.refusals import Refusal
from bot.ids import GuildId, MemberId

# A member's suggestions that wait for a moderator at the same time.
MAX_WAITING = 10
MAX_SENTENCE = 300


class CaseState(StrEnum):
    """Where a case stands; only ``open`` can be decided."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class CaseKind(IntEnum):
    """What a case is about; the number stands in custom ids."""

    APPEAL = 0
    SUGGESTION = 1


@dataclass(frozen=True, slots=True)
class Decision:
    """How a case was decided, once and for all."""

    by: MemberId
    at: datetime


@dataclass(frozen=True, slots=True)
class Appeal:
    """A member says why their short answer ``given`` to the item is right as well.

    Attributes:
        asked: the asked item's number; ``item`` is the content's id.
        alias: what an acceptance adds to the item's right answers.
    """

    number: int
    guild: GuildId
    member: MemberId
    asked: int
    item: str
    given: str
    alias: str
    sentence: str
    sent_at: datetime
    state: CaseState = CaseState.OPEN
    decision: Decision | None = None

    kind = CaseKind.APPEAL


class DraftKind(IntEnum):
    """What a suggested item asks for; the number stands in custom ids."""

    SHORT = 0
    TRUE = 1
    FALSE = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """An item as a member wrote it, in one language.

    Attributes:
        concept: the content's id of the concept that it asks about.
        key, accept, contrast: of a short answer.
        reason: of a true/false item: for who chose the other side.
    """

    kind: DraftKind
    concept: str
    stem: str
    explanation: str
    key: str = ""
    accept: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A draft before the moderators. ``stamp``: the concept's when it was approved."""

    number: int
    guild: GuildId
    member: MemberId
    draft: Draft
    sent_at: datetime
    state: CaseState = CaseState.OPEN
    decision: Decision | None = None
    stamp: str | None = None

    kind = CaseKind.SUGGESTION


Case = Appeal | Suggestion


@dataclass(frozen=True, slots=True)
class Page:
    """One case of several: the ``place``-th (from 1) of ``total``.

    ``case`` is None where there is none. ``stem`` is the question that an appeal is about,
    ``key`` its right answer, ``concept`` the title of what a suggestion asks about.
    """

    case: Case | None
    place: int = 0
    total: int = 0
    stem: Text | None = None
    key: Text | None = None
    concept: Text | None = None
    before: Case | None = None
    after: Case | None = None

    @classmethod
    def of(cls, cases: Sequence[Case], number: int) -> Self:
        """Return the page of the case ``number`` among ``cases``; of the first if it is not."""
        if not cases:
            return cls(None)
        at = next((i for i, case in enumerate(cases) if case.number == number), 0)
        before = cases[at - 1] if at > 0 else None
        after = cases[at + 1] if at + 1 < len(cases) else None
        return cls(cases[at], at + 1, len(cases), before=before, after=after)


@dataclass
class NothingToAppeal(Refusal):
    """The answer is right, or is not one that could be right in other words."""


@dataclass
class EmptyAppeal(Refusal):
    """The sentence is empty."""


@dataclass
class CaseGone(Refusal):
    """There is no such case in this server."""


@dataclass
class UnfitAlias(Refusal):
    """The words to take as right are empty."""


@dataclass
class ConceptWanted(Refusal):
    """An item is about a concept, and none was given."""


@dataclass
class UnknownConcept(Refusal):
    """The notes have no concept called ``typed``."""

    typed: str


@dataclass
class UnfitDraft(Refusal):
    """The draft makes no item: something is empty or too long, or right and wrong overlap."""


@dataclass
class TooManyWaiting(Refusal):
    """So many suggestions of the member's wait already: ``limit``."""

    limit: int


@dataclass
class NothingToExport(Refusal):
    """No suggested item was accepted in this server."""
