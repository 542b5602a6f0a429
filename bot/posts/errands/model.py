"""An errand: something to be done at Discord that does no harm if it is done twice."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self

from bot.ids import ChannelId, GuildId, MemberId, MessageId
from bot.posts.model import retry_pause

# Chores that this package knows itself; other parts may add their own (see runner.py).
OPEN_THREAD = "open_thread"
PIN = "pin"
UNPIN = "unpin"
ARCHIVE = "archive"
CREATE_EVENT = "create_event"
CANCEL_EVENT = "cancel_event"
# About a week of tries, five minutes apart: after that it is given up, and its owner told.
MOST_ATTEMPTS = 2_000


class ErrandState(StrEnum):
    """Where an errand stands; only ``open`` is still to be done."""

    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Wish:
    """The decision to have something done, made once for each occurrence of a chore.

    Attributes:
        owner: the kind of the source that wants it; ``subject`` is that source's own number.
        post: the post that has to be sent first; its message is what the chore is about.
        after: the errand that has to be over first, whichever way it ended.
        channel: where to; None: where ``post`` stands.
        member: who set it up, and is told where no notice channel is set.
        details: what the chore needs besides, as JSON, such as a thread's ``name``.
    """

    guild: GuildId
    owner: str
    subject: int
    chore: str
    occurrence: str
    due: datetime
    post: int | None = None
    after: int | None = None
    channel: ChannelId | None = None
    member: MemberId | None = None
    details: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Errand:
    """A wish's row.

    Attributes:
        channel: where to, the post's own channel where the wish names none.
        message: which message the post is by now.
        result: what came of it, such as the thread's id; None for chores without one.
        orphaned: the post that it waits for will never be sent.
    """

    id: int
    wish: Wish
    channel: ChannelId | None
    message: MessageId | None = None
    state: ErrandState = ErrandState.OPEN
    next_try: datetime | None = None
    attempts: int = 0
    result: int | None = None
    reason: str | None = None
    orphaned: bool = False

    def done(self, result: int | None) -> Self:
        """Return it as done."""
        return replace(
            self, state=ErrandState.DONE, next_try=None, result=result, reason=None
        )._tried()

    def refused(self, reason: str) -> Self:
        """Return it as never to be tried again, for ``reason``."""
        return replace(self, state=ErrandState.REFUSED, next_try=None, reason=reason)._tried()

    def withdrawn(self) -> Self:
        """Return it as no longer wanted."""
        return replace(self, state=ErrandState.WITHDRAWN, next_try=None)

    def put_off(self, now: datetime, reason: str, *, wait: timedelta | None = None) -> Self:
        """Return it with another try after ``wait`` (else a growing pause)."""
        tried = self._tried()
        return replace(tried, next_try=now + (wait or retry_pause(tried.attempts)), reason=reason)

    def _tried(self) -> Self:
        return replace(self, attempts=self.attempts + 1)
