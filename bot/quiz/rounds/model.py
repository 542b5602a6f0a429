"""A live round: what is asked, how far it is, and what can be wrong with steering one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from bot.content.model import Text
from bot.discord_ui.refusals import Refusal
from bot.ids import ChannelId, GuildId, MemberId
from bot.quiz.snapshot import Snapshot

MAX_ITEMS = 20
USUAL_ITEMS = 5
LEAST_SECONDS, MOST_SECONDS = 10, 300
USUAL_SECONDS = 30


class Phase(StrEnum):
    """Where a round stands.

    ``unsent``: the item's time was over before its post stood; it gets its time once it does.
    """

    OPENING = "opening"
    BETWEEN = "between"
    ASKING = "asking"
    UNSENT = "unsent"
    PAUSED = "paused"
    ENDED = "ended"


class Ending(StrEnum):
    """Why a round is over."""

    DONE = "done"
    STOPPED = "stopped"
    SLEPT = "slept"
    UNSENT = "unsent"


class Move(IntEnum):
    """What whoever steers a round can do; the numbers stand in custom ids."""

    PAUSE = 0
    RESUME = 1
    SKIP = 2
    STOP = 3


@dataclass(frozen=True, slots=True)
class Round:
    """A round of one channel.

    Attributes:
        channel: where it was started; ``thread``: where its items go, if not there.
        member: who started it.
        items: what is asked, in order, frozen at the start.
        seconds: how long each item takes answers.
        part: the item that is asked, or was asked last; -1 before the first.
        until: when the phase is over by itself; None once the round has ended.
        paused_in, left: the phase that a pause interrupted, and how much of it was left.
        turned_at: when the phase began.
    """

    number: int
    guild: GuildId
    channel: ChannelId
    member: MemberId
    topic: Text
    items: tuple[Snapshot, ...]
    seconds: int
    phase: Phase
    started_at: datetime
    turned_at: datetime
    until: datetime | None
    part: int = -1
    in_thread: bool = False
    thread: ChannelId | None = None
    paused_in: Phase | None = None
    left: timedelta | None = None
    ending: Ending | None = None

    @property
    def place(self) -> ChannelId:
        """Return where its items go."""
        return self.thread or self.channel

    @property
    def is_over(self) -> bool:
        """Tell whether it has ended."""
        return self.phase is Phase.ENDED

    @property
    def stage(self) -> Phase:
        """Return its phase, or the one that a pause interrupted."""
        return self.paused_in or self.phase

    @property
    def is_open(self) -> bool:
        """Tell whether its present item takes answers."""
        return self.stage in (Phase.ASKING, Phase.UNSENT)

    @property
    def asked(self) -> int:
        """Return how many of its items were asked."""
        return self.part if self.ending is Ending.UNSENT else self.part + 1

    @property
    def is_last(self) -> bool:
        """Tell whether no item comes after the present one."""
        return self.part >= len(self.items) - 1


@dataclass(frozen=True, slots=True)
class Score:
    """How a member did in a round: so many answers to closed items, so many of them right."""

    member: MemberId
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A score with its place; who has as many right shares it."""

    place: int
    score: Score


@dataclass
class RoundGone(Refusal):
    """There is no such round in this server."""


@dataclass
class RoundOver(Refusal):
    """The round has ended."""


@dataclass
class RoundMovedOn(Refusal):
    """The button belongs to an item that the round has left."""


@dataclass
class NotSteering(Refusal):
    """Only who started the round, and moderators, steer it."""


@dataclass
class RoundRunning(Refusal):
    """Another round runs in the channel; ``link`` leads to it."""

    link: str


@dataclass
class NoRound(Refusal):
    """No round runs in the channel."""


@dataclass
class NotInRound(Refusal):
    """The member answered nothing in the round."""


@dataclass
class RoundInThread(Refusal):
    """A round starts in a channel, and can open a thread of its own."""
