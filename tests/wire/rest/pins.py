"""Pinned messages, by the new routes and the old ones."""

from __future__ import annotations

from datetime import datetime

from tests.wire import permissions
from tests.wire.clockwork import iso
from tests.wire.message_payloads import message_payload
from tests.wire.messages import Message
from tests.wire.objects import Channel, Json, Thread
from tests.wire.permissions import Permission
from tests.wire.refusals import Refusal
from tests.wire.routing import NOTHING, Call, Reply, Routes

routes = Routes()
# Discord raised it from 50 in 2025.
MOST_PINS = 250
MOST_AT_ONCE = 50


def _pinnable(call: Call) -> Message:
    channel = call.world.channel(call.id("channel_id"))
    permissions.need_in(channel, call.world.bot.id, Permission.PIN_MESSAGES)
    if isinstance(channel, Thread) and channel.archived:
        raise Refusal(50083)
    return call.world.message(channel, call.id("message_id"))


def _tell(call: Call, channel: Channel) -> None:
    newest = max(channel.pins.values(), default=None)
    event: Json = {
        "channel_id": str(channel.id),
        "last_pin_timestamp": iso(newest) if newest else None,
    }
    if channel.guild is not None:
        event["guild_id"] = str(channel.guild.id)
    call.world.emit("CHANNEL_PINS_UPDATE", event, channel=channel)


@routes.add("PUT", "/channels/{channel_id}/messages/pins/{message_id}")
@routes.add("PUT", "/channels/{channel_id}/pins/{message_id}")
def pin(call: Call) -> Reply:
    message = _pinnable(call)
    pins = message.channel.pins
    if message.id not in pins:
        if len(pins) >= MOST_PINS:
            raise Refusal(30003)
        pins[message.id] = call.world.now()
        _tell(call, message.channel)
    return NOTHING


@routes.add("DELETE", "/channels/{channel_id}/messages/pins/{message_id}")
@routes.add("DELETE", "/channels/{channel_id}/pins/{message_id}")
def unpin(call: Call) -> Reply:
    message = _pinnable(call)
    if message.channel.pins.pop(message.id, None) is not None:
        _tell(call, message.channel)
    return NOTHING


def _newest_first(call: Call) -> list[tuple[datetime, Message]]:
    channel = call.world.channel(call.id("channel_id"))
    permissions.need_in(channel, call.world.bot.id)
    if not permissions.of_user(call.world.bot.id, channel) & Permission.READ_MESSAGE_HISTORY:
        return []
    pairs = [(at, channel.messages[message_id]) for message_id, at in channel.pins.items()]
    return sorted(pairs, key=lambda pair: (pair[0], pair[1].id), reverse=True)


@routes.add("GET", "/channels/{channel_id}/messages/pins")
def pinned(call: Call) -> Reply:
    limit = call.asked_number("limit", MOST_AT_ONCE, most=MOST_AT_ONCE)
    pairs = _newest_first(call)
    if "before" in call.query:
        before = datetime.fromisoformat(call.query["before"])
        pairs = [(at, message) for at, message in pairs if at < before]
    items = [{"pinned_at": iso(at), "message": message_payload(each)} for at, each in pairs[:limit]]
    return Reply({"items": items, "has_more": len(pairs) > limit})


@routes.add("GET", "/channels/{channel_id}/pins")
def pinned_by_old_route(call: Call) -> Reply:
    return Reply([message_payload(message) for _, message in _newest_first(call)[:MOST_AT_ONCE]])
