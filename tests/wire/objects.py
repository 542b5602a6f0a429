"""What the loopback world is made of: users, guilds, channels, threads, events."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.wire.messages import Message

# A JSON object as it goes over the wire.
Json = dict[str, Any]


class ChannelKind(IntEnum):
    """Discord's channel types that the loopback knows."""

    TEXT = 0
    DIRECT = 1
    VOICE = 2
    CATEGORY = 4
    NEWS = 5
    NEWS_THREAD = 10
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12


THREAD_KINDS = frozenset(
    {ChannelKind.NEWS_THREAD, ChannelKind.PUBLIC_THREAD, ChannelKind.PRIVATE_THREAD}
)


@dataclass(eq=False)
class User:
    """A person or a bot. `dms_open` is whether they let members of their servers write to them."""

    id: int
    name: str
    bot: bool = False
    locale: str = "ko"
    dms_open: bool = True

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"


@dataclass(eq=False)
class Role:
    """A guild's role; the one whose id is the guild's is @everyone."""

    id: int
    name: str
    permissions: int
    position: int = 1
    mentionable: bool = False
    managed: bool = False
    colour: int = 0


@dataclass(eq=False)
class Overwrite:
    """A channel's exception for a role (`kind` 0) or a member (`kind` 1)."""

    id: int
    kind: int
    allow: int = 0
    deny: int = 0


@dataclass(eq=False)
class Guild:
    """A server, with everything that belongs to it."""

    id: int
    name: str
    owner_id: int
    locale: str = "ko"
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    threads: dict[int, Thread] = field(default_factory=dict)
    events: dict[int, ScheduledEvent] = field(default_factory=dict)

    @property
    def everyone(self) -> Role:
        return self.roles[self.id]


@dataclass(eq=False)
class Member:
    """A user in a guild. `roles` are ids, without @everyone."""

    user: User
    guild: Guild
    joined_at: datetime
    roles: set[int] = field(default_factory=set)
    nick: str | None = None


@dataclass(eq=False)
class Channel:
    """A place for messages; a direct-message channel has a recipient and no guild."""

    id: int
    kind: ChannelKind
    name: str
    guild: Guild | None = None
    recipient: User | None = None
    parent_id: int | None = None
    position: int = 0
    topic: str | None = None
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pins: dict[int, datetime] = field(default_factory=dict)

    @property
    def is_thread(self) -> bool:
        return self.kind in THREAD_KINDS

    @property
    def last_message_id(self) -> int | None:
        return next(reversed(self.messages), None)


@dataclass(eq=False)
class Thread(Channel):
    """A thread: a channel under a channel, with an owner, members, and an archive."""

    owner_id: int = 0
    archived: bool = False
    locked: bool = False
    auto_archive_minutes: int = 4320
    slowmode: int = 0
    archive_changed_at: datetime | None = None
    members: dict[int, datetime] = field(default_factory=dict)
    total_sent: int = 0


@dataclass(eq=False)
class ScheduledEvent:
    """A guild's scheduled event; `body` is what was asked for, in Discord's own keys."""

    id: int
    guild: Guild
    creator_id: int
    body: Json
    status: int = 1
