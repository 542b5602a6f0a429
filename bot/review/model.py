"""A round of review or practice: items that one member is asked privately, one after another."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.discord_ui.refusals import Refusal
from bot.ids import GuildId, MemberId
from bot.quiz.model import Given, Sureness, Verdict
from bot.quiz.snapshot import Snapshot

# So many unseen items make a round of practice.
PRACTICE_ITEMS = 5
MAX_REVIEW_ITEMS = 20


class Mode(StrEnum):
    """Why a round's items are asked."""

    REVIEW = "review"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Run:
    """A round of ``length`` items."""

    number: int
    guild: GuildId
    member: MemberId
    mode: Mode
    length: int


@dataclass(frozen=True, slots=True)
class Turn:
    """One item of a round; ``place`` counts from 1. What was given is None until then."""

    number: int
    run: Run
    place: int
    snapshot: Snapshot
    shown_at: datetime
    given: Given | None = None
    is_right: bool = False
    sureness: Sureness | None = None
    answered_at: datetime | None = None

    @property
    def is_last(self) -> bool:
        """Tell whether the round ends with it."""
        return self.place >= self.run.length


@dataclass(frozen=True, slots=True)
class Answered:
    """A turn that was answered; ``is_new``: just now."""

    turn: Turn
    given: Given
    verdict: Verdict
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """An answer to ``item`` (the content's id), wherever it was given."""

    item: str
    is_right: bool
    sureness: Sureness | None
    at: datetime


@dataclass(frozen=True, slots=True)
class RunOver:
    """A round came to its end: so many answered, so many right; ``due`` are left for today."""

    run: Run
    answered: int
    right: int
    due: int


@dataclass
class TurnGone(Refusal):
    """The item was shown to somebody else, in another server, or is no longer kept."""


@dataclass
class NotYetAnswered(Refusal):
    """The item has to be answered before going on."""


@dataclass
class NothingToPractise(Refusal):
    """There is no item left that the member has not seen."""
