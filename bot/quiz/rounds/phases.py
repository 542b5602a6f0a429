"""How a round goes from phase to phase (pure): by its clock, by whoever steers, after a sleep."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.quiz.rounds.model import Ending, Move, Phase, Round

# From the start to the first item, and from a result to the next item: time to read.
LEAD = timedelta(seconds=10)
BREATH = timedelta(seconds=8)
# How soon an item's post, or the thread, is looked for again; and how long it is waited for.
LOOK_AGAIN = timedelta(seconds=3)
WAIT_FOR_POST = timedelta(minutes=10)
WAIT_FOR_THREAD = timedelta(minutes=1)
# A pause ends the round after so long; so does a sleep of the bot's.
LONGEST_PAUSE = timedelta(hours=1)
LONGEST_SLEEP = timedelta(hours=1)
# What an item has left at least when a pause is over.
LEAST_LEFT = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Step:
    """A round as it stands after a step, and what follows from it.

    Attributes:
        closes: the item that was asked takes no more answers, and shows its result.
        asks: the item ``round.part`` is to be asked.
        shows: what stands in the channel says something else now.
    """

    round: Round
    closes: bool = False
    asks: bool = False
    shows: bool = False

    @property
    def ends(self) -> bool:
        """Tell whether the round is over by this step."""
        return self.round.is_over


def begun(draft: Round, now: datetime) -> Round:
    """Return ``draft`` as started: its first item comes in a moment, or once its thread is there.

    A round whose thread does not come goes on in its channel.
    """
    if draft.in_thread:
        return _turned(draft, Phase.OPENING, now, WAIT_FOR_THREAD)
    return _turned(draft, Phase.BETWEEN, now, LEAD)


def opened(was: Round, now: datetime) -> Step:
    """Return ``was`` as soon as it is known where its items go."""
    if was.phase is not Phase.OPENING:
        return Step(was)
    return Step(_turned(was, Phase.BETWEEN, now, LEAD), shows=True)


def passed(was: Round, now: datetime, *, is_posted: bool) -> Step:
    """Return what the clock makes of ``was``, whose phase is over by ``now``.

    ``is_posted``: the present item's post stands in the channel.
    """
    if was.until is None or now < was.until:
        return Step(was)
    if was.phase is Phase.PAUSED:
        return ended(was, Ending.SLEPT, now)
    if now - was.until > LONGEST_SLEEP:
        return ended(was, Ending.SLEPT, now)
    match was.phase:
        case Phase.OPENING:
            return opened(was, now)
        case Phase.BETWEEN:
            return _asked(was, now)
        case _ if not is_posted:
            return _unsent(was, now)
        case Phase.UNSENT:
            span = timedelta(seconds=was.seconds)
            return Step(_turned(was, Phase.ASKING, now, span), shows=True)
        case _:
            return _closed(was, now)


def woken(was: Round, now: datetime) -> Step:
    """Return ``was`` after the bot was away: who could not press gets half of the time at least."""
    if was.phase is not Phase.ASKING or was.until is None or now >= was.until:
        return Step(was)
    fair = now + timedelta(seconds=was.seconds) / 2
    if fair <= was.until:
        return Step(was)
    return Step(replace(was, until=fair), shows=True)


def steered(was: Round, move: Move, now: datetime) -> Step:
    """Return what ``move`` makes of ``was``; a move that was made already changes nothing."""
    if was.is_over:
        return Step(was)
    match move:
        case Move.PAUSE:
            return _paused(was, now)
        case Move.RESUME:
            return _resumed(was, now)
        case Move.SKIP:
            return _skipped(was, now)
        case Move.STOP:
            return ended(was, Ending.STOPPED, now)


def ended(was: Round, ending: Ending, now: datetime) -> Step:
    """Return ``was`` as over; an open item closes with it."""
    if was.is_over:
        return Step(was)
    over = replace(
        was,
        phase=Phase.ENDED,
        until=None,
        paused_in=None,
        left=None,
        ending=ending,
        turned_at=now,
    )
    return Step(over, closes=was.is_open, shows=True)


def _asked(was: Round, now: datetime) -> Step:
    asking = _turned(was, Phase.ASKING, now, timedelta(seconds=was.seconds))
    return Step(replace(asking, part=was.part + 1), asks=True, shows=True)


def _closed(was: Round, now: datetime) -> Step:
    if was.is_last:
        return ended(was, Ending.DONE, now)
    return Step(_turned(was, Phase.BETWEEN, now, BREATH), closes=True, shows=True)


def _unsent(was: Round, now: datetime) -> Step:
    if now - was.turned_at > WAIT_FOR_POST:
        return ended(was, Ending.UNSENT, now)
    # `turned_at` stays: it says since when the post is waited for.
    return Step(replace(was, phase=Phase.UNSENT, until=now + LOOK_AGAIN))


def _paused(was: Round, now: datetime) -> Step:
    if was.until is None or was.phase in (Phase.PAUSED, Phase.OPENING):
        return Step(was)
    left = max(was.until - now, timedelta(0))
    paused = replace(
        was, phase=Phase.PAUSED, until=now + LONGEST_PAUSE, paused_in=was.phase, left=left
    )
    return Step(paused, shows=True)


def _resumed(was: Round, now: datetime) -> Step:
    if was.phase is not Phase.PAUSED or was.paused_in is None:
        return Step(was)
    left = max(was.left or timedelta(0), LEAST_LEFT)
    going = replace(was, phase=was.paused_in, until=now + left, paused_in=None, left=None)
    return Step(going, shows=True)


def _skipped(was: Round, now: datetime) -> Step:
    going = replace(was, phase=was.stage, paused_in=None, left=None)
    match going.phase:
        case Phase.OPENING:
            return Step(was)
        case Phase.BETWEEN:
            return _asked(going, now)
        case _:
            return _closed(going, now)


def _turned(was: Round, phase: Phase, now: datetime, span: timedelta) -> Round:
    return replace(was, phase=phase, turned_at=now, until=now + span)
