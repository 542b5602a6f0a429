"""What is asked of live rounds, and what they answer."""

from dataclasses import dataclass

from bot.ids import ChannelId, GuildId, MemberId
from bot.quiz.rounds.model import USUAL_ITEMS, USUAL_SECONDS, Move, Placed, Round


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants played; ``topic`` None: the newest note."""

    guild: GuildId
    channel: ChannelId
    member: MemberId
    topic: str | None = None
    count: int = USUAL_ITEMS
    seconds: int = USUAL_SECONDS
    in_thread: bool = False


@dataclass(frozen=True, slots=True)
class Steering:
    """Who steers, with which move, from a button that showed ``turn`` (None: a command)."""

    member: MemberId
    is_moderator: bool
    move: Move
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Steered:
    """A round after a move; ``is_new``: the move changed it."""

    round: Round
    is_new: bool


@dataclass(frozen=True, slots=True)
class RoundState:
    """A round and who stands where in it, by its closed items."""

    round: Round
    rows: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class OwnResult:
    """A member's own row in a round, and everybody's."""

    round: Round
    mine: Placed
    rows: tuple[Placed, ...]
