"""Making, changing and deleting messages, whoever does it, with the events that follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.wire import permissions
from tests.wire.message_payloads import message_payload
from tests.wire.messages import DEFAULT, REPLY, Message, MessageFlag, Pings, walk
from tests.wire.objects import Channel, Json, Thread, User
from tests.wire.permissions import Permission
from tests.wire.rendering import Renderer, Upload
from tests.wire.transcript import Deed, Request

if TYPE_CHECKING:
    from tests.wire.world import World

USER_MENTION = re.compile(r"<@!?(\d+)>")
ROLE_MENTION = re.compile(r"<@&(\d+)>")
EVERYONE_MENTION = re.compile(r"@(everyone|here)\b")
# What a bot may change of a message's flags when it edits it.
EDITABLE = MessageFlag.SUPPRESS_EMBEDS | MessageFlag.COMPONENTS_V2


def compose(
    world: World,
    channel: Channel,
    author: User,
    body: Json,
    uploads: Sequence[Upload] = (),
    *,
    audience: User | None = None,
    reference: Message | None = None,
) -> Message:
    """A new message from a request's body, not yet in any channel."""
    renderer = Renderer(world, channel.id, uploads)
    message_id = world.new_id()
    flags = body.get("flags") or 0
    message = Message(
        id=message_id,
        channel=channel,
        author=author,
        created_at=world.now(),
        kind=REPLY if reference is not None else DEFAULT,
        content=body.get("content") or "",
        attachments=renderer.attachments(body),
        embeds=renderer.embeds(body.get("embeds") or []),
        components=renderer.components(body.get("components") or []),
        flags=flags | (MessageFlag.EPHEMERAL if audience else 0),
        nonce=body.get("nonce"),
        reference=reference,
        audience=audience,
    )
    note_mentions(world, message, body.get("allowed_mentions"))
    return message


def post(world: World, message: Message, request: Request | None = None) -> None:
    """Puts a message where it belongs, and tells the program and the record."""
    channel = message.channel
    world.messages[message.id] = message
    if not message.ephemeral:
        message.unseen_reads = world.history_lag_reads
        message.unseen_until = message.created_at + world.history_lag
        channel.messages[message.id] = message
        if isinstance(channel, Thread):
            channel.total_sent += 1
            channel.members.setdefault(message.author.id, message.created_at)
            if channel.archived:
                channel.archived = False
                world.emit_channel("THREAD_UPDATE", channel)
        world.emit("MESSAGE_CREATE", message_event(world, message), channel=channel)
    if message.author is world.bot:
        world.tell(message, Deed.SENT, request)
    else:
        world.changed()


def edit(
    world: World,
    message: Message,
    body: Json,
    uploads: Sequence[Upload] = (),
    request: Request | None = None,
) -> None:
    """Changes what the body names of a message, and tells of it."""
    renderer = Renderer(world, message.channel.id, uploads)
    message.attachments = renderer.attachments(body, message.attachments)
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = renderer.embeds(body["embeds"] or [])
    if "components" in body:
        message.components = renderer.components(body["components"] or [])
    if body.get("flags") is not None:
        message.flags = message.flags & ~int(EDITABLE) | body["flags"] & EDITABLE
    message.flags &= ~int(MessageFlag.LOADING)
    message.edited_at = world.now()
    message.edits += 1
    note_mentions(world, message, body.get("allowed_mentions"))
    if not message.ephemeral:
        world.emit("MESSAGE_UPDATE", message_event(world, message), channel=message.channel)
    if message.author is world.bot:
        world.tell(message, Deed.EDITED, request)
    else:
        world.changed()


def delete(world: World, message: Message, request: Request | None = None) -> None:
    """Takes a message away, and tells of it."""
    message.deleted = True
    world.messages.pop(message.id, None)
    message.channel.messages.pop(message.id, None)
    message.channel.pins.pop(message.id, None)
    if not message.ephemeral:
        event: Json = {"id": str(message.id), "channel_id": str(message.channel.id)}
        if message.channel.guild is not None:
            event["guild_id"] = str(message.channel.guild.id)
        world.emit("MESSAGE_DELETE", event, channel=message.channel)
    if message.author is world.bot:
        world.tell(message, Deed.DELETED, request)
    else:
        world.changed()


def message_event(world: World, message: Message) -> Json:
    """A message as the gateway sends it: with the guild, and the author's membership."""
    from tests.wire.payloads import userless_member_payload

    payload = message_payload(message)
    guild = message.channel.guild
    if guild is not None:
        payload["guild_id"] = str(guild.id)
        if message.author.id in guild.members:
            payload["member"] = userless_member_payload(guild.members[message.author.id])
    return payload


def note_mentions(world: World, message: Message, allowed: Json | None) -> None:
    """Whom the text names, and whom of them the message really notifies.

    Source: Discord's reference, "Allowed Mentions Object".
    """
    texts = [message.content, *(part.get("content", "") for part in walk(message.components))]
    text = "\n".join(texts)
    named = {int(found) for found in USER_MENTION.findall(text)} & world.users.keys()
    roles = {int(found) for found in ROLE_MENTION.findall(text)}
    guild = message.channel.guild
    roles &= guild.roles.keys() if guild else set()
    everyone = bool(EVERYONE_MENTION.search(text)) and bool(
        permissions.of_user(message.author.id, message.channel) & Permission.MENTION_EVERYONE
    )
    pinged, pinged_roles = set(named), set(roles)
    replied = message.reference.author.id if message.reference else None
    if replied == message.author.id:
        replied = None
    if allowed is not None:
        parse = allowed.get("parse") or []
        if "users" not in parse:
            pinged &= {int(each) for each in allowed.get("users") or []}
        if "roles" not in parse:
            pinged_roles &= {int(each) for each in allowed.get("roles") or []}
        everyone = everyone and "everyone" in parse
        if not allowed.get("replied_user"):
            replied = None
    if replied is not None:
        pinged.add(replied)
    message.mentions = [world.users[user_id] for user_id in sorted(pinged | named)]
    message.mention_roles = sorted(pinged_roles)
    quiet = message.ephemeral or message.flags & MessageFlag.SUPPRESS_NOTIFICATIONS
    message.pings = (
        Pings() if quiet else Pings(frozenset(pinged), frozenset(pinged_roles), everyone)
    )
