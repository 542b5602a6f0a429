"""What Discord did with an attempt, and what follows for the post (pure rules)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.ids import MessageId
from bot.posts.model import Post


class Why(StrEnum):
    """Why Discord refused, or why a post was not sent."""

    CHANNEL_GONE = "channel-gone"
    MESSAGE_GONE = "message-gone"
    CANNOT_WRITE = "cannot-write"
    PRIVATE_CLOSED = "private-closed"
    REJECTED = "rejected"
    LATE = "late"
    UNREADABLE = "unreadable"
    UNREACHABLE = "unreachable"
    LIMITED = "limited"
    UNKNOWN_KIND = "unknown-kind"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Delivered:
    """It stands in the channel as ``message``."""

    message: MessageId


@dataclass(frozen=True, slots=True)
class Refused:
    """Discord said no, and will again; ``missing`` names the permissions to grant, if known."""

    why: Why
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer, or a server's error: it may or may not have been posted."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotNow:
    """Discord did not take it; try again after ``wait``."""

    wait: timedelta


@dataclass(frozen=True, slots=True)
class Absent:
    """The channel was searched, and the message is not there."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The channel's history cannot be read."""


Sending = Delivered | Refused | Unknown | NotNow
Searching = Delivered | Absent | Unreadable | Refused | Unknown | NotNow


@dataclass(frozen=True, slots=True)
class SendAgain:
    """The post is to be sent again, with its nonce; ``searched`` tells if it was looked for."""

    post: Post
    searched: bool


def after_sending(post: Post, outcome: Sending, now: datetime, *, proven: bool) -> Post:
    """Return ``post`` after an attempt at it.

    ``proven``: before this attempt it was known that no earlier one had posted it. Without that,
    a refusal of this attempt says nothing about the earlier ones.
    """
    match outcome:
        case Delivered(message):
            return post.sent(message)
        case Refused(why):
            return post.missed(why) if proven else post.uncertain(why)
        case NotNow(wait):
            return (post.not_sent() if proven else post).put_off(now, Why.LIMITED, wait=wait)
        case Unknown(reason):
            return post.put_off(now, reason)


def after_searching(post: Post, outcome: Searching, now: datetime) -> Post | SendAgain:
    """Return what becomes of a post that was found in ``sending``, once it was looked for."""
    match outcome:
        case Delivered(message):
            return post.sent(message)
        case Absent():
            # Just after an attempt, history may lag behind it; the nonce then still protects us.
            if post.is_late(now) and not post.may_repeat(now):
                return post.missed(Why.LATE)
            return SendAgain(post, searched=True)
        case Unreadable():
            if post.may_repeat(now):
                return SendAgain(post, searched=False)
            return post.uncertain(Why.UNREADABLE)
        case Refused(why):
            # In a channel that is gone nobody can see it, whether it was posted or not.
            return post.missed(why) if why is Why.CHANNEL_GONE else post.uncertain(why)
        case NotNow(wait):
            return post.put_off(now, Why.LIMITED, wait=wait)
        case Unknown(reason):
            return post.put_off(now, reason)
