"""What was asked, what members answered, and what is told when that cannot be."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Self

from bot.content.model import Text
from bot.discord_ui.refusals import Refusal
from bot.ids import ChannelId, GuildId, MemberId
from bot.quiz.reasons import Reason
from bot.quiz.snapshot import Snapshot

# A day's item takes answers for so long, or until the next one is posted.
OPEN_FOR = timedelta(hours=24)
# So late the day's post may still go out; after that the day is missed.
GRACE = timedelta(hours=6)
# From here on a post says that it is late: what a slow minute at Discord costs is not worth a word.
WORTH_A_WORD = timedelta(minutes=10)
MAX_GIVEN = 100


class AskedState(StrEnum):
    """Where an asked item stands; only ``open`` takes answers."""

    OPEN = "open"
    CLOSED = "closed"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class AskedItem:
    """One item of one day of a schedule, or of a live round (then ``schedule`` is 0).

    ``part`` counts from 0 where a day has several, and in a round. ``answers`` and ``right`` are
    counted when it closes; None before.
    """

    number: int
    guild: GuildId
    schedule: int
    day: date
    part: int
    channel: ChannelId
    snapshot: Snapshot
    state: AskedState
    hides_verdict: bool
    due: datetime
    closes_at: datetime
    closed_at: datetime | None = None
    answers: int | None = None
    right: int | None = None
    round: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether it still takes answers."""
        return self.state is AskedState.OPEN

    @property
    def tells_verdict(self) -> bool:
        """Tell whether who answered may know by now if that was right."""
        return not (self.is_open and self.hides_verdict)


class Sureness(IntEnum):
    """How sure a member was of their answer, in their own word."""

    GUESS = 0
    UNSURE = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Given:
    """What a member gave: indexes of options, or (short answer) a text."""

    choices: frozenset[int] = frozenset()
    text: str | None = None

    def __str__(self) -> str:
        """Return how it is stored; ``read`` reads it."""
        return self.text if self.text is not None else ",".join(map(str, sorted(self.choices)))

    @classmethod
    def read(cls, stored: str, *, is_text: bool) -> Self:
        """Return what was stored as ``stored``."""
        if is_text:
            return cls(text=stored)
        return cls(frozenset(int(part) for part in stored.split(",") if part))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an answer is right, and why not.

    Attributes:
        reasons: what the item says of each wrong choice that was taken.
        overlooked: indexes of right options that were not taken.
        mark: why a short answer was marked so; None for other kinds.
    """

    is_right: bool
    reasons: tuple[Text, ...] = ()
    overlooked: tuple[int, ...] = ()
    mark: Reason | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A member's first answer to an asked item, the one that counts."""

    asked: int
    guild: GuildId
    member: MemberId
    item: str
    given: Given
    is_right: bool
    at: datetime
    sureness: Sureness | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with the item it is to; ``is_new``: it was given just now.

    ``news``: items on which an earlier answer of the member's became right meanwhile.
    """

    answer: Answer
    asked: AskedItem
    verdict: Verdict
    is_new: bool = False
    news: tuple[AskedItem, ...] = ()


@dataclass
class AskedGone(Refusal):
    """The item is another server's, or is no longer kept."""


@dataclass
class AskedClosed(Refusal):
    """The item takes no more answers."""


@dataclass
class NothingGiven(Refusal):
    """The answer is empty."""


@dataclass
class NotAnswered(Refusal):
    """The member has not answered this item."""
