"""How a discussion goes on: pure steps from one phase to the next, each a new value."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.content.model import PromptKind
from bot.discussion.model import Discussion, Material, Phase
from bot.discussion.refusals import DiscussionOver, NotPaused, PhaseMoved, StillHidden, TooLong
from bot.ids import ChannelId

# However often it is extended, a phase ends within this time from now.
LONGEST = timedelta(days=60)
# How long nobody may have written before the bot asks a follow-up.
QUIET = timedelta(hours=6)
_NEXT = {
    Phase.FIRST_VOTE: Phase.ARGUMENT,
    Phase.ARGUMENT: Phase.SECOND_VOTE,
    Phase.SECOND_VOTE: Phase.CLOSED,
    Phase.SHARING: Phase.CLOSED,
}
_TALKS = (Phase.ARGUMENT, Phase.SHARING)


def first_phase(kind: PromptKind) -> Phase:
    """Return with which phase a discussion of ``kind`` begins."""
    return Phase.FIRST_VOTE if kind is PromptKind.DEBATE else Phase.SHARING


def entered(discussion: Discussion, phase: Phase, now: datetime) -> Discussion:
    """Return it at the beginning of ``phase``, which has its whole length from ``now`` on."""
    length = discussion.lengths.of(phase)
    return replace(
        discussion,
        phase=phase,
        ends_at=None if length is None else now + length,
        paused_left=None,
        follow_at=now + QUIET if phase in _TALKS else None,
        closed_at=None if phase.is_open else now,
    )


def advanced(discussion: Discussion, now: datetime) -> Discussion:
    """Return it in its next phase; after the last one it is closed.

    Raises:
        DiscussionOver: it is over already.
    """
    _require_open(discussion)
    return entered(discussion, _NEXT[discussion.phase], now)


def extended(discussion: Discussion, by: timedelta, now: datetime) -> Discussion:
    """Return it with a phase that ends ``by`` later (sooner, where ``by`` is negative).

    Raises:
        DiscussionOver: it is over already.
        TooLong: the phase would last longer than ``LONGEST`` from now.
    """
    _require_open(discussion)
    if discussion.paused_left is not None:
        left = max(discussion.paused_left + by, timedelta(0))
        _require_bearable(left)
        return replace(discussion, paused_left=left)
    if discussion.ends_at is None:
        raise DiscussionOver
    _require_bearable(discussion.ends_at + by - now)
    return replace(discussion, ends_at=max(discussion.ends_at + by, now))


def paused(discussion: Discussion, now: datetime) -> Discussion:
    """Return it with its clock stopped: nothing ends by itself, and nothing is followed up.

    Members go on as before. A discussion that is paused stays as it is.

    Raises:
        DiscussionOver: it is over already.
    """
    _require_open(discussion)
    if discussion.ends_at is None:
        return discussion
    left = max(discussion.ends_at - now, timedelta(0))
    return replace(discussion, ends_at=None, paused_left=left, follow_at=None)


def resumed(discussion: Discussion, now: datetime) -> Discussion:
    """Return it with its clock running again.

    Raises:
        DiscussionOver: it is over already.
        NotPaused: its clock runs.
    """
    _require_open(discussion)
    if discussion.paused_left is None:
        raise NotPaused
    return replace(
        discussion,
        ends_at=now + discussion.paused_left,
        paused_left=None,
        follow_at=now + QUIET if discussion.phase in _TALKS else None,
    )


def closed(discussion: Discussion, now: datetime) -> Discussion:
    """Return it as closed, from whichever phase.

    Raises:
        DiscussionOver: it is over already.
    """
    _require_open(discussion)
    return entered(discussion, Phase.CLOSED, now)


def cancelled(discussion: Discussion, now: datetime) -> Discussion:
    """Return it as cancelled: there will be no report.

    Raises:
        DiscussionOver: it is over already.
    """
    _require_open(discussion)
    return entered(discussion, Phase.CANCELLED, now)


def in_thread(discussion: Discussion, thread: ChannelId) -> Discussion:
    """Return it with its ``thread``, which was just made."""
    return replace(discussion, thread=thread, threadless=False)


def seen(discussion: Discussion, everything: Material) -> Material:
    """Return of ``everything`` what anybody may see by now: no vote of a round that goes on.

    Nor a reason that is written in it, which would name its author's stance.

    An exchange of experience hides nothing: there is no vote to be swayed.

    Raises:
        StillHidden: the first vote goes on, and hides reasons too.
    """
    if discussion.phase is Phase.FIRST_VOTE:
        raise StillHidden
    if discussion.phase is not Phase.SECOND_VOTE:
        return everything
    return replace(
        everything,
        votes=tuple(vote for vote in everything.votes if vote.round == 1),
        reasons=tuple(reason for reason in everything.reasons if reason.round != 2),
    )


def require_phase(discussion: Discussion, made_for: Phase | None) -> None:
    """Check that a press meant the phase that it meets; None: it meant whichever it is.

    Raises:
        DiscussionOver: it is over.
        PhaseMoved: it is in another phase by now.
    """
    _require_open(discussion)
    if made_for is not None and discussion.phase is not made_for:
        raise PhaseMoved


def _require_open(discussion: Discussion) -> None:
    if not discussion.phase.is_open:
        raise DiscussionOver


def _require_bearable(left: timedelta) -> None:
    if left > LONGEST:
        raise TooLong(LONGEST.days)
