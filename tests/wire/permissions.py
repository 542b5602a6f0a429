"""What a member may do in a channel: Discord's permission bits and how they add up.

Source: Discord's reference, "Permissions", "Permission Hierarchy" and "Permission Overwrites".
"""

from __future__ import annotations

from enum import IntFlag

from tests.wire.objects import Channel, Guild, Member, Thread
from tests.wire.refusals import Refusal


class Permission(IntFlag):
    """The bits that the loopback's rules ask for."""

    KICK_MEMBERS = 1 << 1
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_EVENTS = 1 << 33
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    SEND_MESSAGES_IN_THREADS = 1 << 38
    CREATE_EVENTS = 1 << 44
    PIN_MESSAGES = 1 << 51


ALL = (1 << 53) - 1
# What a new server gives everyone, as far as the loopback's rules go.
EVERYONE = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.ADD_REACTIONS
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
)
# Plain integers: the arithmetic of enum flags is what would limit the loopback's speed.
_VIEW, _SEND = int(Permission.VIEW_CHANNEL), int(Permission.SEND_MESSAGES)
_ADMINISTRATOR = int(Permission.ADMINISTRATOR)
_ONLY_IN_MESSAGES = int(
    Permission.MANAGE_MESSAGES
    | Permission.MENTION_EVERYONE
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
)
# In a direct message both sides may do all of this.
DIRECT = EVERYONE | Permission.PIN_MESSAGES


def of_guild(member: Member) -> int:
    """A member's permissions in the guild as a whole."""
    guild = member.guild
    if guild.owner_id == member.user.id:
        return ALL
    bits = guild.everyone.permissions
    for role_id in member.roles:
        bits |= guild.roles[role_id].permissions
    return ALL if bits & _ADMINISTRATOR else bits


def in_channel(member: Member, channel: Channel) -> int:
    """A member's permissions in a channel; a thread has its parent's."""
    bits = of_guild(member)
    if bits == ALL:
        return ALL
    guild = member.guild
    if isinstance(channel, Thread) and channel.parent_id in guild.channels:
        channel = guild.channels[channel.parent_id]
    everyone = channel.overwrites.get(guild.id)
    if everyone is not None:
        bits = bits & ~everyone.deny | everyone.allow
    allow = deny = 0
    for role_id in member.roles:
        overwrite = channel.overwrites.get(role_id)
        if overwrite is not None:
            allow |= overwrite.allow
            deny |= overwrite.deny
    bits = bits & ~deny | allow
    own = channel.overwrites.get(member.user.id)
    if own is not None:
        bits = bits & ~own.deny | own.allow
    if not bits & _VIEW:
        return 0
    # Without Send Messages the permissions that only mean something in a message fall away.
    return bits if bits & _SEND or channel.is_thread else bits & ~_ONLY_IN_MESSAGES


def of_user(user_id: int, channel: Channel) -> int:
    """A user's permissions in any channel, a direct one included; 0 for who is not there."""
    if channel.guild is None:
        return int(DIRECT)
    member = channel.guild.members.get(user_id)
    return in_channel(member, channel) if member is not None else 0


def need_in(channel: Channel, user_id: int, *needed: Permission) -> None:
    """Refuses as Discord does: 50001 without View Channel, 50013 without any of the others."""
    bits = of_user(user_id, channel)
    if not bits & Permission.VIEW_CHANNEL:
        raise Refusal(50001)
    if any(not bits & permission for permission in needed):
        raise Refusal(50013)


def need_of_guild(guild: Guild, user_id: int, *any_of: Permission) -> None:
    """Refuses with 50013 unless the member has one of these in the guild."""
    bits = of_guild(guild.members[user_id])
    if not any(bits & permission for permission in any_of):
        raise Refusal(50013)
