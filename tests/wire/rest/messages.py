"""Messages in a channel: new, read, changed, deleted; history with its permission."""

from __future__ import annotations

from tests.wire import permissions, posting
from tests.wire.held import hold_message
from tests.wire.message_payloads import message_payload
from tests.wire.messages import Message
from tests.wire.objects import Channel, ChannelKind, Thread
from tests.wire.permissions import Permission
from tests.wire.refusals import INVALID_FORM_BODY, Refusal
from tests.wire.routing import NOTHING, Call, Reply, Routes
from tests.wire.world import NONCE_WINDOW

routes = Routes()
MOST_AT_ONCE = 100
DEFAULT_AT_ONCE = 50


def _may_send(call: Call, channel: Channel) -> None:
    """Discord's rules for a bot's new message, in the order in which it tells of them."""
    world = call.world
    if channel.recipient is not None:
        shares = any(channel.recipient.id in guild.members for guild in world.guilds.values())
        if not channel.recipient.dms_open or not shares:
            raise Refusal(50007)
        return
    if channel.kind is ChannelKind.CATEGORY:
        raise Refusal(50008)
    needed = [Permission.SEND_MESSAGES]
    if isinstance(channel, Thread):
        needed = [Permission.SEND_MESSAGES_IN_THREADS]
        granted = permissions.of_user(world.bot.id, channel)
        if channel.locked and not granted & Permission.MANAGE_THREADS:
            raise Refusal(160005)
    if call.uploads:
        needed.append(Permission.ATTACH_FILES)
    if call.body.get("embeds"):
        needed.append(Permission.EMBED_LINKS)
    permissions.need_in(channel, world.bot.id, *needed)


def _replied_to(call: Call, channel: Channel) -> Message | None:
    asked = call.body.get("message_reference")
    if asked is None:
        return None
    if not permissions.of_user(call.world.bot.id, channel) & Permission.READ_MESSAGE_HISTORY:
        raise Refusal(160002)
    found = channel.messages.get(int(asked["message_id"]))
    if found is None and asked.get("fail_if_not_exists", True):
        raise Refusal(INVALID_FORM_BODY, "message_reference: Unknown message")
    return found


@routes.add("POST", "/channels/{channel_id}/messages")
def create_message(call: Call) -> Reply:
    world = call.world
    channel = world.channel(call.id("channel_id"))
    _may_send(call, channel)
    hold_message(call, call.body, editing=False)
    nonce = call.body.get("nonce")
    key = (world.bot.id, str(nonce))
    if nonce is not None and call.body.get("enforce_nonce"):
        earlier = world.nonces.get(key)
        if earlier is not None and not earlier.deleted and _is_recent(call, earlier):
            return Reply(message_payload(earlier))
    reference = _replied_to(call, channel)
    message = posting.compose(
        world, channel, world.bot, call.body, call.uploads, reference=reference
    )
    if nonce is not None:
        world.nonces[key] = message
    posting.post(world, message, call.request)
    return Reply(message_payload(message))


def _is_recent(call: Call, message: Message) -> bool:
    return call.world.now() - message.created_at < NONCE_WINDOW


@routes.add("GET", "/channels/{channel_id}/messages")
def history(call: Call) -> Reply:
    world = call.world
    channel = world.channel(call.id("channel_id"))
    permissions.need_in(channel, world.bot.id)
    limit = call.asked_number("limit", DEFAULT_AT_ONCE, most=MOST_AT_ONCE)
    granted = permissions.of_user(world.bot.id, channel)
    if not granted & Permission.READ_MESSAGE_HISTORY:
        # Discord does not refuse here: it shows nothing.
        return Reply([])
    visible = [message for message in channel.messages.values() if _has_arrived(call, message)]
    before, after, around = map(call.asked_id, ("before", "after", "around"))
    if around is not None:
        older = [message for message in visible if message.id < around]
        rest = [message for message in visible if message.id >= around]
        chosen = older[-(limit // 2) :] if limit > 1 else []
        chosen += rest[: limit - len(chosen)]
    elif after is not None:
        chosen = [message for message in visible if message.id > after][:limit]
    else:
        chosen = [message for message in visible if before is None or message.id < before]
        chosen = chosen[-limit:]
    return Reply([message_payload(message) for message in reversed(chosen)])


def _has_arrived(call: Call, message: Message) -> bool:
    """Whether history shows a message yet, where reads lag behind writes."""
    if message.unseen_reads > 0:
        message.unseen_reads -= 1
        return False
    return message.unseen_until is None or call.world.now() >= message.unseen_until


def _found(call: Call) -> Message:
    channel = call.world.channel(call.id("channel_id"))
    permissions.need_in(channel, call.world.bot.id)
    return call.world.message(channel, call.id("message_id"))


@routes.add("GET", "/channels/{channel_id}/messages/{message_id}")
def one_message(call: Call) -> Reply:
    channel = call.world.channel(call.id("channel_id"))
    permissions.need_in(channel, call.world.bot.id, Permission.READ_MESSAGE_HISTORY)
    return Reply(message_payload(_found(call)))


@routes.add("PATCH", "/channels/{channel_id}/messages/{message_id}")
def edit_message(call: Call) -> Reply:
    message = _found(call)
    thread = message.channel
    if isinstance(thread, Thread) and thread.archived:
        raise Refusal(50083)
    if message.author is not call.world.bot:
        raise Refusal(50005)
    hold_message(call, call.body, editing=True, flags=message.flags)
    posting.edit(call.world, message, call.body, call.uploads, call.request)
    return Reply(message_payload(message))


@routes.add("DELETE", "/channels/{channel_id}/messages/{message_id}")
def delete_message(call: Call) -> Reply:
    message = _found(call)
    if isinstance(message.channel, Thread) and message.channel.archived:
        raise Refusal(50083)
    if message.author is not call.world.bot:
        permissions.need_in(message.channel, call.world.bot.id, Permission.MANAGE_MESSAGES)
    posting.delete(call.world, message, call.request)
    return NOTHING


@routes.add("POST", "/channels/{channel_id}/typing")
def typing(call: Call) -> Reply:
    channel = call.world.channel(call.id("channel_id"))
    needed = Permission.SEND_MESSAGES_IN_THREADS if channel.is_thread else Permission.SEND_MESSAGES
    permissions.need_in(channel, call.world.bot.id, needed)
    return NOTHING
