"""How a session goes from part to part (pure): by its clock, and by whoever leads it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.ids import ChannelId
from bot.sessions.model import USUAL_EXTENSION, Ending, Kind, Move, Part, Phase, Session
from bot.sessions.refusals import ExtendedTooFar

# How long a thread is waited for; without it the session goes on in its channel.
WAIT_FOR_THREAD = timedelta(minutes=1)
# How long a session waits for somebody to lead it: after a part's time, in a pause, in a sleep.
LONGEST_WAIT = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Step:
    """A session as it stands after a step, and what follows from it.

    Attributes:
        left: the part that was left by the step.
        enters: the part ``session.part`` was begun by it.
        is_new: anything changed.
    """

    session: Session
    left: Part | None = None
    enters: bool = False
    is_new: bool = False

    @property
    def ends(self) -> bool:
        """Tell whether the session is over by this step."""
        return self.is_new and self.session.is_over

    @property
    def closes_discussion(self) -> bool:
        """Tell whether the part that was left was a discussion's last, and was gone through."""
        if self.left is None or self.left.kind not in (Kind.SECOND_VOTE, Kind.SHARING):
            return False
        now = self.session.part
        is_ahead = now is not None and now.step > self.left.step
        return is_ahead or self.session.ending is Ending.DONE


def begun(draft: Session, now: datetime) -> Session:
    """Return ``draft`` as started: it begins once its thread is there."""
    return replace(draft, phase=Phase.OPENING, turned_at=now, until=now + WAIT_FOR_THREAD)


def opened(was: Session, thread: ChannelId | None, now: datetime) -> Step:
    """Return ``was`` with its first part begun in ``thread`` (None: in its channel)."""
    if was.phase is not Phase.OPENING:
        return Step(was)
    return _entered(replace(was, thread=thread), 0, now)


def passed(was: Session, now: datetime) -> Step:
    """Return what the clock makes of ``was``; it stays as it is where no phase is over."""
    if was.until is None or now < was.until:
        return Step(was)
    if now - was.until > LONGEST_WAIT or was.phase in (Phase.OVERTIME, Phase.PAUSED):
        return ended(was, Ending.SLEPT, now)
    if was.phase is Phase.OPENING:
        return opened(was, None, now)
    if was.part is not None and was.part.moves_by_itself:
        return _forward(was, now)
    over = replace(was, phase=Phase.OVERTIME, until=now + LONGEST_WAIT, left=None)
    return Step(over, is_new=True)


def moved(was: Session, move: Move, now: datetime, by: timedelta = USUAL_EXTENSION) -> Step:
    """Return what ``move`` makes of ``was``; one that was made already changes nothing.

    ``by``: how much an extension adds.

    Raises:
        ExtendedTooFar: the part would go on for more than ``LONGEST_WAIT`` from now.
    """
    if was.is_over:
        return Step(was)
    if move is Move.END:
        return ended(was, Ending.STOPPED, now)
    if was.phase is Phase.OPENING:
        return Step(was)
    match move:
        case Move.NEXT:
            return _forward(was, now)
        case Move.BACK:
            return _entered(was, was.at - 1, now) if was.at > 0 else Step(was)
        case Move.EXTEND:
            return _extended(was, by, now)
        case Move.PAUSE:
            return _paused(was, now)
        case _:
            return _resumed(was, now)


def round_over(was: Session, number: int, now: datetime) -> Step:
    """Return ``was`` after its round ``number`` ended by itself."""
    if was.round != number or was.part is None or was.part.kind is not Kind.QUIZ:
        return Step(was)
    done = replace(was, round=None, remark="quiz-over")
    is_going = was.phase in (Phase.RUNNING, Phase.OVERTIME)
    if is_going and was.part.moves_by_itself:
        return _forward(done, now)
    return Step(done, is_new=True)


def ended(was: Session, ending: Ending, now: datetime) -> Step:
    """Return ``was`` as over."""
    if was.is_over:
        return Step(was)
    over = replace(
        was, phase=Phase.ENDED, until=None, left=None, ending=ending, turned_at=now, remark=None
    )
    return Step(over, left=was.part, is_new=True)


def _forward(was: Session, now: datetime) -> Step:
    if was.at + 1 >= len(was.parts):
        return ended(was, Ending.DONE, now)
    return _entered(was, was.at + 1, now)


def _entered(was: Session, at: int, now: datetime) -> Step:
    entered = replace(
        was,
        phase=Phase.RUNNING,
        at=at,
        turn=was.turn + 1,
        turned_at=now,
        until=now + timedelta(seconds=was.parts[at].seconds),
        left=None,
        round=None,
        remark=None,
    )
    return Step(entered, left=was.part, enters=True, is_new=True)


def _extended(was: Session, by: timedelta, now: datetime) -> Step:
    if was.phase is Phase.PAUSED:
        left = (was.left or timedelta(0)) + by
        _require_bearable(left)
        return Step(replace(was, left=left), is_new=True)
    begin = was.until if was.phase is Phase.RUNNING and was.until else now
    _require_bearable(begin + by - now)
    return Step(replace(was, phase=Phase.RUNNING, until=begin + by), is_new=True)


def _paused(was: Session, now: datetime) -> Step:
    if was.phase is Phase.PAUSED or was.until is None:
        return Step(was)
    left = max(was.until - now, timedelta(0)) if was.phase is Phase.RUNNING else timedelta(0)
    paused = replace(was, phase=Phase.PAUSED, until=now + LONGEST_WAIT, left=left)
    return Step(paused, is_new=True)


def _resumed(was: Session, now: datetime) -> Step:
    if was.phase is not Phase.PAUSED:
        return Step(was)
    if not was.left:
        over = replace(was, phase=Phase.OVERTIME, until=now + LONGEST_WAIT, left=None)
        return Step(over, is_new=True)
    going = replace(was, phase=Phase.RUNNING, until=now + was.left, left=None)
    return Step(going, is_new=True)


def _require_bearable(left: timedelta) -> None:
    if left > LONGEST_WAIT:
        raise ExtendedTooFar(int(LONGEST_WAIT.total_seconds() // 3600))
