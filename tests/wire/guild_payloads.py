"""A guild as Discord writes it, over REST and on the gateway."""

from __future__ import annotations

from tests.wire.clockwork import iso
from tests.wire.objects import Guild, Json, User
from tests.wire.payloads import channel_payload, event_payload, member_payload, role_payload


def guild_payload(guild: Guild) -> Json:
    """A guild as `GET /guilds/{id}` gives it."""
    return {
        "id": str(guild.id),
        "name": guild.name,
        "owner_id": str(guild.owner_id),
        "roles": [role_payload(role) for role in guild.roles.values()],
        "preferred_locale": guild.locale,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "application_id": None,
        "banner": None,
        "default_message_notifications": 1,
        "description": None,
        "discovery_splash": None,
        "emojis": [],
        "explicit_content_filter": 0,
        "features": [],
        "home_header": None,
        "hub_type": None,
        "icon": None,
        "incidents_data": None,
        "max_members": 500000,
        "max_presences": None,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "mfa_level": 0,
        "nsfw": False,
        "nsfw_level": 0,
        "premium_progress_bar_enabled": False,
        "premium_subscription_count": 0,
        "premium_tier": 0,
        "public_updates_channel_id": None,
        "region": "south-korea",
        "rules_channel_id": None,
        "safety_alerts_channel_id": None,
        "splash": None,
        "stickers": [],
        "system_channel_flags": 0,
        "system_channel_id": None,
        "vanity_url_code": None,
        "verification_level": 1,
        "widget_channel_id": None,
        "widget_enabled": False,
    }


def guild_create_payload(guild: Guild, bot: User) -> Json:
    """A guild as GUILD_CREATE gives it to a bot without the members intent: the bot alone."""
    threads = [thread for thread in guild.threads.values() if not thread.archived]
    return {
        **guild_payload(guild),
        "joined_at": iso(guild.members[bot.id].joined_at),
        "large": len(guild.members) > 250,
        "unavailable": False,
        "member_count": len(guild.members),
        "members": [member_payload(guild.members[bot.id])],
        "channels": [channel_payload(channel) for channel in guild.channels.values()],
        "threads": [channel_payload(thread) for thread in threads],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "soundboard_sounds": [],
        "guild_scheduled_events": [event_payload(each) for each in guild.events.values()],
    }
