"""Users, members, roles, channels, guilds and events as Discord writes them."""

from __future__ import annotations

from datetime import timedelta

from tests.wire import permissions
from tests.wire.clockwork import iso, time_of
from tests.wire.objects import (
    Channel,
    ChannelKind,
    Json,
    Member,
    Role,
    ScheduledEvent,
    Thread,
    User,
)

EXTERNAL_EVENT = 3


def user_payload(user: User) -> Json:
    payload: Json = {
        "id": str(user.id),
        "username": user.name,
        "global_name": None if user.bot else user.name,
        "discriminator": "0",
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }
    return {**payload, "bot": True} if user.bot else payload


def member_payload(member: Member) -> Json:
    return {**userless_member_payload(member), "user": user_payload(member.user)}


def userless_member_payload(member: Member) -> Json:
    return {
        "roles": [str(role_id) for role_id in sorted(member.roles)],
        "nick": member.nick,
        "avatar": None,
        "banner": None,
        "joined_at": iso(member.joined_at),
        "premium_since": None,
        "communication_disabled_until": None,
        "pending": False,
        "flags": 0,
        "mute": False,
        "deaf": False,
    }


def role_payload(role: Role) -> Json:
    return {
        "id": str(role.id),
        "name": role.name,
        "permissions": str(role.permissions),
        "position": role.position,
        "color": role.colour,
        "colors": {"primary_color": role.colour, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": role.managed,
        "mentionable": role.mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def channel_payload(channel: Channel, *, for_user: int | None = None) -> Json:
    """A channel of any kind; `for_user` adds that user's permissions, as interactions carry."""
    payload: Json = {
        "id": str(channel.id),
        "type": int(channel.kind),
        "last_message_id": str(channel.last_message_id) if channel.last_message_id else None,
        "flags": 0,
    }
    if channel.pins:
        payload["last_pin_timestamp"] = iso(max(channel.pins.values()))
    if channel.recipient is not None:
        # The schema of the gateway wants a name that is null; Discord's REST leaves it out.
        return payload | {"recipients": [user_payload(channel.recipient)]}
    assert channel.guild is not None
    payload |= {"guild_id": str(channel.guild.id), "name": channel.name}
    if for_user is not None:
        payload["permissions"] = str(permissions.of_user(for_user, channel))
    if isinstance(channel, Thread):
        return payload | _thread_part(channel)
    payload |= {
        "parent_id": str(channel.parent_id) if channel.parent_id else None,
        "position": channel.position,
        "nsfw": False,
        "permission_overwrites": [
            {
                "id": str(each.id),
                "type": each.kind,
                "allow": str(each.allow),
                "deny": str(each.deny),
            }
            for each in channel.overwrites.values()
        ],
    }
    if channel.kind in (ChannelKind.TEXT, ChannelKind.NEWS):
        payload |= {"topic": channel.topic, "rate_limit_per_user": 0}
    return payload


def _thread_part(thread: Thread) -> Json:
    made = time_of(thread.id)
    return {
        "parent_id": str(thread.parent_id),
        "owner_id": str(thread.owner_id),
        "rate_limit_per_user": thread.slowmode,
        "message_count": thread.total_sent,
        "total_message_sent": thread.total_sent,
        "member_count": min(len(thread.members), 50),
        "thread_metadata": {
            "archived": thread.archived,
            "locked": thread.locked,
            "auto_archive_duration": thread.auto_archive_minutes,
            "archive_timestamp": iso(thread.archive_changed_at or made),
            "create_timestamp": iso(made),
        },
    }


def thread_member_payload(thread: Thread, user_id: int) -> Json:
    return {
        "id": str(thread.id),
        "user_id": str(user_id),
        "join_timestamp": iso(thread.members[user_id]),
        "flags": 0,
    }


def event_payload(event: ScheduledEvent) -> Json:
    body = event.body
    external = body["entity_type"] == EXTERNAL_EVENT
    return {
        "id": str(event.id),
        "guild_id": str(event.guild.id),
        "creator_id": str(event.creator_id),
        "channel_id": None if external else str(body["channel_id"]),
        "name": body["name"],
        "description": body.get("description"),
        "image": None,
        "scheduled_start_time": body["scheduled_start_time"],
        "scheduled_end_time": body.get("scheduled_end_time"),
        "privacy_level": 2,
        "status": event.status,
        "entity_type": body["entity_type"],
        "entity_id": None,
        "entity_metadata": body.get("entity_metadata") if external else None,
        "recurrence_rule": None,
        "guild_scheduled_event_exceptions": [],
    }


def application_payload(application: User, owner: User, guilds: int) -> Json:
    return {
        "id": str(application.id),
        "name": application.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user_payload(application),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        # Message Content, for a bot in fewer than 100 servers.
        "flags": 1 << 19,
        "flags_new": str(1 << 19),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user_payload(owner),
        "approximate_guild_count": guilds,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
    }


SESSION_START_LIMIT = {
    "total": 1000,
    "remaining": 999,
    "reset_after": int(timedelta(hours=5).total_seconds() * 1000),
    "max_concurrency": 1,
}
