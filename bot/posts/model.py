"""A post: a message that the bot sends of its own accord, and the states it goes through."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Self

from bot.ids import ChannelId, GuildId, MemberId, MessageId

# Discord's own limit (docs: resources/message, "Create Message").
MAX_NONCE = 25
# Discord remembers a nonce for "the past few minutes"; we count on no more than two.
NONCE_TRUST = timedelta(minutes=2)
FIRST_RETRY = timedelta(seconds=5)
LONGEST_RETRY = timedelta(minutes=5)
MAX_DOUBLINGS = 10
# How long an attempt may take before another look at it; sender.py gives up well before.
LEASE = timedelta(seconds=90)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class State(StrEnum):
    """Where a post stands; ``claimed`` and ``sending`` are open, the rest are ends."""

    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"
    UNCERTAIN = "uncertain"

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done."""
        return self in (State.CLAIMED, State.SENDING)


class WrongState(Exception):
    """A post was asked to take a step that its state does not allow: a fault of ours."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The decision to post something, made once for each occurrence and part of a subject.

    Attributes:
        kind: which source it comes from, such as ``announcement``.
        subject: the source's own number for what is posted.
        occurrence: which time of a repeated post, or which phase.
        channel: where to; None: to ``member`` in direct messages.
        member: who set it up, and is told where no notice channel is set.
        snapshot: what it shows, as JSON: later edits of the subject leave it alone.
        grace: how late it may still be sent.
    """

    guild: GuildId
    kind: str
    subject: int
    occurrence: str
    channel: ChannelId | None
    member: MemberId | None
    snapshot: Mapping[str, Any]
    due: datetime
    grace: timedelta
    part: int = 0
    silent: bool = True

    @property
    def send_by(self) -> datetime:
        """Return the last moment at which sending it still makes sense."""
        return self.due + self.grace


@dataclass(frozen=True, slots=True)
class Post:
    """A claim's row in the ledger.

    Attributes:
        next_try: when to look at it again; None once it is closed.
        attempted_at: when the first attempt began whose outcome is not known.
        anchor: the channel's newest message id just before that attempt.
        redraw: a number that grows with each wish to show it anew; None: it shows what it should.
    """

    id: int
    claim: Claim
    state: State = State.CLAIMED
    next_try: datetime | None = None
    attempts: int = 0
    attempted_at: datetime | None = None
    anchor: int | None = None
    message: MessageId | None = None
    reason: str | None = None
    redraw: int | None = None

    @property
    def nonce(self) -> str:
        """Return what Discord tells two attempts at the same post by (at most 25 characters).

        The row's number alone is not enough: a restored backup gives the same numbers out again,
        and Discord would take the new post for the old one and swallow it.
        """
        claim = self.claim
        identity = (claim.guild, claim.kind, claim.subject, claim.occurrence, claim.part, claim.due)
        digest = hashlib.sha256(repr(identity).encode()).hexdigest()
        return f"{_base36(self.id)}-{digest[:10]}"

    def is_late(self, now: datetime) -> bool:
        """Tell whether the time in which it may be sent is over."""
        return now > self.claim.send_by

    def may_repeat(self, now: datetime) -> bool:
        """Tell whether Discord surely still knows the nonce of the first unsettled attempt.

        A clock that was set back makes the span unknown, hence not short.
        """
        if self.attempted_at is None:
            return True
        return timedelta(0) <= now - self.attempted_at <= NONCE_TRUST

    def begun(self, now: datetime, anchor: int) -> Self:
        """Return it as about to be sent; an unsettled attempt keeps its first time and anchor.

        Both are what a search after a crash relies on, so a later attempt must not move them.
        """
        self._require(State.CLAIMED, State.SENDING)
        again = self.state is State.SENDING
        return replace(
            self,
            state=State.SENDING,
            next_try=now + LEASE,
            attempts=self.attempts + 1,
            attempted_at=self.attempted_at if again else now,
            anchor=self.anchor if again else anchor,
        )

    def sent(self, message: MessageId) -> Self:
        """Return it as posted: ``message`` shows it."""
        self._require(State.CLAIMED, State.SENDING)
        return replace(self, state=State.SENT, next_try=None, message=message, reason=None)

    def put_off(self, now: datetime, reason: str, *, wait: timedelta | None = None) -> Self:
        """Return it with another try after ``wait`` (else a growing pause), state unchanged."""
        self._require(State.CLAIMED, State.SENDING)
        return replace(self, next_try=now + (wait or retry_pause(self.attempts)), reason=reason)

    def not_sent(self) -> Self:
        """Return it as claimed again: every attempt so far is known not to have posted it."""
        self._require(State.SENDING)
        return replace(self, state=State.CLAIMED, attempted_at=None, anchor=None)

    def missed(self, reason: str) -> Self:
        """Return it as never to be sent, for ``reason``."""
        self._require(State.CLAIMED, State.SENDING)
        return replace(self, state=State.MISSED, next_try=None, reason=reason)

    def uncertain(self, reason: str) -> Self:
        """Return it as perhaps posted, perhaps not: it is never sent again."""
        self._require(State.SENDING)
        return replace(self, state=State.UNCERTAIN, next_try=None, reason=reason)

    def withdrawn(self) -> Self:
        """Return it as taken back before it was sent."""
        self._require(State.CLAIMED)
        return replace(self, state=State.WITHDRAWN, next_try=None)

    def _require(self, *states: State) -> None:
        if self.state not in states:
            raise WrongState(f"post {self.id} is {self.state}")


def retry_pause(attempts: int) -> timedelta:
    """Return how long to wait after so many ``attempts``: 5 s, 10 s, 20 s … at most 5 min."""
    doublings = min(max(attempts - 1, 0), MAX_DOUBLINGS)
    pause: timedelta = FIRST_RETRY * 2**doublings
    return min(pause, LONGEST_RETRY)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
