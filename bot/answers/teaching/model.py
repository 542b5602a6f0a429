"""Frozen values of teaching: lessons, the cases they come from, and who waits for an answer."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.answers.asked import Outcome
from bot.discord_ui.refusals import Refusal
from bot.ids import GuildId, MemberId

MAX_PHRASE = 300
MAX_PHRASES = 10  # of one lesson
MAX_LESSONS = 300  # of one server; the newest count


@dataclass(frozen=True, slots=True)
class Lesson:
    """Phrases that ``concept`` answers in ``guild``; None: that our notes don't cover."""

    number: int
    guild: GuildId
    concept: str | None
    phrases: tuple[str, ...]
    by: MemberId
    at: datetime
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """A question that got no answer, or (``answered_with``) one that somebody called wrong."""

    number: int
    member: MemberId
    text: str
    outcome: Outcome
    at: datetime
    answered_with: str | None = None
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which it was asked, how often, and when last."""

    text: str
    count: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """Questions that are alike, newest first."""

    missed: tuple[Missed, ...]
    wordings: tuple[Wording, ...] = field(default=())

    @property
    def number(self) -> int:
        """Return what names it: its newest question."""
        return self.missed[0].number

    @property
    def members(self) -> int:
        """Return how many different members asked."""
        return len({each.member for each in self.missed})

    @property
    def first(self) -> datetime:
        """Return when it was first asked."""
        return min(each.at for each in self.missed)

    @property
    def last(self) -> datetime:
        """Return when it was last asked."""
        return max(each.at for each in self.missed)

    @property
    def wrongly_answered_with(self) -> tuple[str, ...]:
        """Return the concepts that were shown, and called wrong."""
        return tuple(dict.fromkeys(m.answered_with for m in self.missed if m.answered_with))


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wants to be told when a question has an answer; ``concept`` is set once it has one.

    ``refused`` is the concept that was shown for it, and called wrong.
    """

    question: int
    guild: GuildId
    member: MemberId
    text: str
    at: datetime
    previous: str | None = None
    refused: str | None = None
    concept: str | None = None
    ready_at: datetime | None = None
    told_at: datetime | None = None


@dataclass
class MissedGone(Refusal):
    """The case was settled by somebody else, or its questions are no longer kept."""


@dataclass
class LessonGone(Refusal):
    """The lesson is another server's, or there never was one."""


@dataclass
class NoSuchConcept(Refusal):
    """No concept is called ``typed``."""

    typed: str


@dataclass
class TooLittleToTeach(Refusal):
    """The phrase means something only beside another question ("장점은?")."""


@dataclass
class NotTheAsker(Refusal):
    """Only who asked may wish to be told."""
