"""An interaction as the gateway sends it, and as its callback and its messages tell of it."""

from __future__ import annotations

from tests.wire import permissions
from tests.wire.interactions import Interaction, Kind
from tests.wire.message_payloads import message_payload
from tests.wire.messages import MessageFlag
from tests.wire.objects import Json
from tests.wire.payloads import channel_payload, member_payload, user_payload

# What a server without boosts lets a member upload, in bytes.
ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024
IN_GUILD, IN_DIRECT_MESSAGE = 0, 1


def interaction_payload(interaction: Interaction) -> Json:
    """The `d` of INTERACTION_CREATE."""
    world, guild, user = interaction.world, interaction.guild, interaction.user
    payload: Json = {
        "id": str(interaction.id),
        "application_id": str(world.application_id),
        "type": int(interaction.kind),
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel_id": str(interaction.channel.id),
        "channel": channel_payload(interaction.channel, for_user=user.id),
        "locale": user.locale,
        "app_permissions": str(permissions.of_user(world.bot.id, interaction.channel)),
        "entitlements": [],
        "authorizing_integration_owners": {"0": str(guild.id if guild else 0)},
        "context": IN_GUILD if guild else IN_DIRECT_MESSAGE,
        "attachment_size_limit": ATTACHMENT_SIZE_LIMIT,
    }
    if guild is not None:
        granted = permissions.of_user(user.id, interaction.channel)
        member = member_payload(guild.members[user.id]) | {"permissions": str(granted)}
        payload |= {
            "guild_id": str(guild.id),
            "guild_locale": guild.locale,
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
            "member": member,
        }
    else:
        payload["user"] = user_payload(user)
    if interaction.source is not None and interaction.kind in (Kind.COMPONENT, Kind.MODAL):
        payload["message"] = message_payload(interaction.source)
    return payload


def metadata_payload(interaction: Interaction) -> Json:
    """The `interaction_metadata` of a message that an interaction brought about."""
    guild = interaction.guild
    payload: Json = {
        "id": str(interaction.id),
        "type": int(interaction.kind),
        "user": user_payload(interaction.user),
        "authorizing_integration_owners": {"0": str(guild.id if guild else 0)},
    }
    if interaction.kind is Kind.COMPONENT and interaction.source is not None:
        payload["interacted_message_id"] = str(interaction.source.id)
    if interaction.kind is Kind.MODAL and interaction.cause is not None:
        payload["triggering_interaction_metadata"] = metadata_payload(interaction.cause)
    return payload


def callback_payload(interaction: Interaction) -> Json:
    """The answer to a callback that was sent with `with_response`."""
    told: Json = {"id": str(interaction.id), "type": int(interaction.kind)}
    told["channel_id"] = str(interaction.channel.id)
    if interaction.guild is not None:
        told["guild_id"] = str(interaction.guild.id)
    answer: Json = {"interaction": told}
    original = interaction.original
    if original is not None and interaction.acknowledged_as is not None:
        told["response_message_id"] = str(original.id)
        told["response_message_loading"] = bool(original.flags & MessageFlag.LOADING)
        told["response_message_ephemeral"] = original.ephemeral
        callback = int(interaction.acknowledged_as)
        if callback in (4, 7):
            answer["resource"] = {"type": callback, "message": message_payload(original)}
    return answer
