"""A discussion and what members put into it: frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import NewType

from bot.discussion.snapshot import PromptSnapshot
from bot.ids import ChannelId, GuildId, MemberId

__all__ = [
    "MAX_QUESTION",
    "MAX_QUESTIONS_EACH",
    "MAX_REASON",
    "MAX_REASONS_EACH",
    "Discussion",
    "Lengths",
    "Mark",
    "Marking",
    "Material",
    "Mine",
    "OpenQuestion",
    "Phase",
    "PromptSnapshot",
    "Reason",
    "Vote",
    "Voted",
    "Voter",
    "Who",
]

MAX_REASON = 300
MAX_QUESTION = 300
# Enough to argue with; a thread is there for more.
MAX_REASONS_EACH = 5
MAX_QUESTIONS_EACH = 5

# The decimal member id, or (anonymous) 32 hexadecimal characters that only the key can make.
Voter = NewType("Voter", str)


class Phase(StrEnum):
    """Where a discussion stands; an exchange of experience is ``sharing`` while it is open."""

    FIRST_VOTE = "first-vote"
    ARGUMENT = "argument"
    SECOND_VOTE = "second-vote"
    SHARING = "sharing"
    CLOSED = "closed"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Tell whether it still goes on."""
        return self not in (Phase.CLOSED, Phase.CANCELLED)

    @property
    def takes_votes(self) -> bool:
        """Tell whether a stance may be chosen now."""
        return self.round is not None

    @property
    def round(self) -> int | None:
        """Return which round a vote in it belongs to; None: it takes none."""
        match self:
            case Phase.FIRST_VOTE | Phase.SHARING:
                return 1
            case Phase.SECOND_VOTE:
                return 2
            case _:
                return None


class Mark(IntEnum):
    """What a member thinks of somebody's reason."""

    AGREE = 0
    DIFFER = 1
    PASS = 2


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long each phase lasts unless a moderator ends it sooner or later."""

    first: timedelta = timedelta(hours=24)
    argument: timedelta = timedelta(hours=48)
    second: timedelta = timedelta(hours=24)
    sharing: timedelta = timedelta(hours=72)

    def of(self, phase: Phase) -> timedelta | None:
        """Return how long ``phase`` lasts; None: it has no end."""
        match phase:
            case Phase.FIRST_VOTE:
                return self.first
            case Phase.ARGUMENT:
                return self.argument
            case Phase.SECOND_VOTE:
                return self.second
            case Phase.SHARING:
                return self.sharing
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Discussion:
    """One prompt put to one channel.

    Attributes:
        channel: where it was started; ``thread`` belongs to its opening post, None: not there yet.
        threadless: no thread can be had; everything goes to ``channel``.
        ends_at: when its phase ends by itself; None: it is paused or over.
        paused_left: how much of the phase was left when it was paused; None: it is not.
        zone: the server's zone, by which quiet hours are told.
        followed: how many of the prompt's follow-ups were asked.
        follow_at: when to look next if the thread is quiet; None: not now.
        follow_day, followed_on_day: the last local day with follow-ups, and how many it had.
    """

    id: int
    guild: GuildId
    channel: ChannelId
    thread: ChannelId | None
    prompt: PromptSnapshot
    anonymous: bool
    phase: Phase
    ends_at: datetime | None
    paused_left: timedelta | None
    lengths: Lengths
    started_by: MemberId
    started_at: datetime
    closed_at: datetime | None = None
    threadless: bool = False
    zone: str = "Asia/Seoul"
    followed: int = 0
    follow_at: datetime | None = None
    follow_day: date | None = None
    followed_on_day: int = 0

    @property
    def is_paused(self) -> bool:
        """Tell whether its clock stands."""
        return self.paused_left is not None

    @property
    def place(self) -> ChannelId | None:
        """Return where its posts go; None: its thread is still being made."""
        return self.channel if self.threadless else self.thread


@dataclass(frozen=True, slots=True)
class Vote:
    """A voter's stances in a round, by their places in the prompt."""

    voter: Voter
    round: int
    stances: frozenset[int]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody thinks so.

    Attributes:
        stance: the one its author held when writing; None: none, or several.
        fields: what they wrote in the prompt's fields, by the fields' ids.
        round: in which vote it was written; None: in the argument.
        hidden: a moderator took it from sight.
    """

    id: int
    voter: Voter
    stance: int | None
    text: str
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    round: int | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Marking:
    """What a voter thinks of the reason number ``reason``."""

    reason: int
    voter: Voter
    mark: Mark


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question in a discussion: answered in words, or by citing a concept."""

    id: int
    voter: Voter
    text: str
    answer: str | None = None
    concept: str | None = None
    answered_by: Voter | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether it waits for an answer."""
        return self.answer is None and self.concept is None


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that was put into a discussion, as far as it may be seen by now.

    ``citations`` counts how often each concept (content's id) was cited.
    """

    votes: tuple[Vote, ...] = ()
    reasons: tuple[Reason, ...] = ()
    markings: tuple[Marking, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    citations: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Who:
    """A person at the bot, as Discord describes them at this moment."""

    member: MemberId
    is_bot: bool = False
    timed_out_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote that is stored; ``before`` is what it replaced, None: it was the first one."""

    discussion: Discussion
    vote: Vote
    before: frozenset[int] | None


@dataclass(frozen=True, slots=True)
class Mine:
    """What one member put into a discussion; only for their own eyes."""

    discussion: Discussion
    voter: Voter
    first: frozenset[int] | None = None
    second: frozenset[int] | None = None
    reasons: tuple[Reason, ...] = ()
    marks: Mapping[int, Mark] = field(default_factory=lambda: MappingProxyType({}))
    questions: tuple[OpenQuestion, ...] = ()
