"""A session: what is on its agenda, how far it is; frozen values, without Discord or SQL."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from bot.content.model import Text
from bot.ids import ChannelId, GuildId, MemberId

USUAL_EXTENSION = timedelta(minutes=5)
MOST_MINUTES = 120


class Kind(StrEnum):
    """What is done in a part; an agenda's step has one part, or several of these."""

    OPENING = "opening"
    CARD = "card"
    QUIZ = "quiz"
    FIRST_VOTE = "first-vote"
    ARGUMENT = "argument"
    SECOND_VOTE = "second-vote"
    SHARING = "sharing"
    TALK = "talk"
    BREAK = "break"
    WRAP_UP = "wrap-up"

    @property
    def discusses(self) -> bool:
        """Tell whether a discussion goes on in it."""
        return self in (Kind.FIRST_VOTE, Kind.ARGUMENT, Kind.SECOND_VOTE, Kind.SHARING)


@dataclass(frozen=True, slots=True)
class Part:
    """What a session does at one time, frozen at its start.

    Attributes:
        step: the agenda's step that it belongs to, which has ``of`` parts; this is its ``nth``.
        concept, short: of a card, the concept (content's id) and its short answer.
        items: of a quiz, how many are asked.
        prompt: of a discussion, the prompt (content's id).
        question: of a talk, what it is about.
    """

    step: int
    kind: Kind
    title: Text
    seconds: int
    moves_by_itself: bool = False
    nth: int = 1
    of: int = 1
    concept: str | None = None
    short: Text | None = None
    items: int | None = None
    prompt: str | None = None
    question: Text | None = None


class Phase(StrEnum):
    """Where a session stands.

    ``opening``: its thread is being made. ``overtime``: the part's time is over, and it waits for
    whoever leads it.
    """

    OPENING = "opening"
    RUNNING = "running"
    OVERTIME = "overtime"
    PAUSED = "paused"
    ENDED = "ended"


class Ending(StrEnum):
    """Why a session is over; ``slept``: nobody led it for hours."""

    DONE = "done"
    STOPPED = "stopped"
    SLEPT = "slept"
    UNSENT = "unsent"


class Move(IntEnum):
    """What whoever leads a session can do; the numbers stand in custom ids."""

    NEXT = 0
    BACK = 1
    EXTEND = 2
    PAUSE = 3
    RESUME = 4
    END = 5


@dataclass(frozen=True, slots=True)
class Session:
    """A session of one channel.

    Attributes:
        channel: where it was started; ``thread``: where its parts go, None: to the channel.
        member: who started it.
        topic: content's id of the note.
        at: the part that goes on, or went on last; -1 before the first.
        turn: how many parts were begun, those that it came back to included.
        until: when the phase is over by itself; None once the session has ended.
        left: how much of the part was left at a pause.
        round: the live round of the present part.
        discussions: which discussion belongs to which step of the agenda, as pairs.
        remark: what is to be said of the present part (a name in words), such as a quiz without
            items; None: nothing.
        plan: the plan that it was started from.
    """

    number: int
    guild: GuildId
    channel: ChannelId
    member: MemberId
    topic: str
    title: Text
    goal: Text
    parts: tuple[Part, ...]
    phase: Phase
    started_at: datetime
    turned_at: datetime
    until: datetime | None
    at: int = -1
    turn: int = 0
    thread: ChannelId | None = None
    left: timedelta | None = None
    round: int | None = None
    discussions: tuple[tuple[int, int], ...] = ()
    remark: str | None = None
    plan: int | None = None
    ending: Ending | None = None

    @property
    def place(self) -> ChannelId:
        """Return where its parts go."""
        return self.thread or self.channel

    @property
    def is_over(self) -> bool:
        """Tell whether it has ended."""
        return self.phase is Phase.ENDED

    @property
    def part(self) -> Part | None:
        """Return the present part; None before the first."""
        return self.parts[self.at] if self.at >= 0 else None

    @property
    def next_part(self) -> Part | None:
        """Return what comes after the present part."""
        return self.parts[self.at + 1] if self.at + 1 < len(self.parts) else None

    def discussion_of(self, step: int) -> int | None:
        """Return the discussion that belongs to the agenda's ``step``."""
        return dict(self.discussions).get(step)


@dataclass(frozen=True, slots=True)
class Understood:
    """How many say of a concept that they understand it, and how many that they don't yet."""

    clear: int = 0
    unclear: int = 0

    @property
    def n(self) -> int:
        """Return how many have answered."""
        return self.clear + self.unclear


def is_revealed(session: Session, turn: int, answers: Understood, present: int) -> bool:
    """Tell whether everyone may see how a card of ``turn`` was answered.

    Once all who are present have answered, or its time is over. A pause in the time hides on.
    """
    if turn != session.turn or session.phase in (Phase.OVERTIME, Phase.ENDED):
        return True
    return 0 < present <= answers.n
