"""Discord's ids as types of their own, so that a guild is never passed where a member is meant."""

from dataclasses import dataclass
from typing import NewType

GuildId = NewType("GuildId", int)
ChannelId = NewType("ChannelId", int)
MemberId = NewType("MemberId", int)
MessageId = NewType("MessageId", int)
RoleId = NewType("RoleId", int)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens: a channel of a server, or (no guild) direct messages."""

    guild: GuildId | None
    channel: ChannelId
