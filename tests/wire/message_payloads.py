"""A message as Discord writes it."""

from __future__ import annotations

from tests.wire.clockwork import iso
from tests.wire.messages import Message, MessageFlag
from tests.wire.objects import Json
from tests.wire.payloads import channel_payload, user_payload


def message_payload(message: Message, *, nested: bool = False) -> Json:
    """The whole message; a nested one (that another replies to) leaves out its own reference."""
    guild = message.channel.guild
    payload: Json = {
        "id": str(message.id),
        "type": message.kind,
        "channel_id": str(message.channel.id),
        "author": user_payload(message.author),
        "content": message.content,
        "timestamp": iso(message.created_at),
        "edited_timestamp": iso(message.edited_at) if message.edited_at else None,
        "tts": False,
        "mention_everyone": message.pings.everyone,
        "mentions": [user_payload(user) for user in message.mentions],
        "mention_roles": [str(role_id) for role_id in message.mention_roles],
        "attachments": message.attachments,
        "embeds": message.embeds,
        "components": message.components,
        "pinned": message.pinned,
        "flags": message.flags | (MessageFlag.HAS_THREAD if message.thread else 0),
    }
    if message.nonce is not None:
        payload["nonce"] = message.nonce
    if message.from_interaction:
        payload["webhook_id"] = payload["application_id"] = str(message.author.id)
    if message.interaction_metadata is not None:
        payload["interaction_metadata"] = message.interaction_metadata
    if message.thread is not None:
        payload["thread"] = channel_payload(message.thread)
    if message.reference is not None:
        payload["message_reference"] = {
            "type": 0,
            "message_id": str(message.reference.id),
            "channel_id": str(message.reference.channel.id),
        }
        if guild is not None:
            payload["message_reference"]["guild_id"] = str(guild.id)
        if not nested:
            gone = message.reference.deleted
            original = None if gone else message_payload(message.reference, nested=True)
            payload["referenced_message"] = original
    return payload
