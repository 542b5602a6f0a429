"""Channels: read, made, changed, deleted, and their permission overwrites."""

from __future__ import annotations

from tests.wire import permissions
from tests.wire.objects import Channel, ChannelKind, Guild, Overwrite, Thread
from tests.wire.payloads import channel_payload
from tests.wire.permissions import Permission
from tests.wire.refusals import Refusal
from tests.wire.rest.threads import edit_thread
from tests.wire.routing import NOTHING, Call, Reply, Routes

routes = Routes()


@routes.add("GET", "/channels/{channel_id}")
def channel(call: Call) -> Reply:
    found = call.world.channel(call.id("channel_id"))
    permissions.need_in(found, call.world.bot.id)
    return Reply(channel_payload(found))


@routes.add("PATCH", "/channels/{channel_id}")
def edit_channel(call: Call) -> Reply:
    found = call.world.channel(call.id("channel_id"))
    if isinstance(found, Thread):
        return edit_thread(call, found)
    permissions.need_in(found, call.world.bot.id, Permission.MANAGE_CHANNELS)
    found.name = call.body.get("name") or found.name
    found.topic = call.body.get("topic", found.topic)
    call.world.emit_channel("CHANNEL_UPDATE", found)
    return Reply(channel_payload(found))


@routes.add("DELETE", "/channels/{channel_id}")
def delete_channel(call: Call) -> Reply:
    found = call.world.channel(call.id("channel_id"))
    thread = isinstance(found, Thread)
    needed = Permission.MANAGE_THREADS if thread else Permission.MANAGE_CHANNELS
    permissions.need_in(found, call.world.bot.id, needed)
    payload = channel_payload(found)
    call.world.remove_channel(found)
    return Reply(payload)


@routes.add("PUT", "/channels/{channel_id}/permissions/{overwrite_id}")
def set_overwrite(call: Call) -> Reply:
    found = call.world.channel(call.id("channel_id"))
    permissions.need_in(found, call.world.bot.id, Permission.MANAGE_ROLES)
    target = call.id("overwrite_id")
    allow, deny = int(call.body.get("allow") or 0), int(call.body.get("deny") or 0)
    found.overwrites[target] = Overwrite(target, call.body["type"], allow, deny)
    call.world.emit_channel("CHANNEL_UPDATE", found)
    return NOTHING


@routes.add("DELETE", "/channels/{channel_id}/permissions/{overwrite_id}")
def drop_overwrite(call: Call) -> Reply:
    found = call.world.channel(call.id("channel_id"))
    permissions.need_in(found, call.world.bot.id, Permission.MANAGE_ROLES)
    if found.overwrites.pop(call.id("overwrite_id"), None) is None:
        raise Refusal(10009, "Unknown Overwrite", status=404)
    call.world.emit_channel("CHANNEL_UPDATE", found)
    return NOTHING


@routes.add("GET", "/guilds/{guild_id}/channels")
def channels(call: Call) -> Reply:
    guild = call.world.guild(call.id("guild_id"))
    return Reply([channel_payload(each) for each in guild.channels.values()])


@routes.add("POST", "/guilds/{guild_id}/channels")
def create_channel(call: Call) -> Reply:
    guild: Guild = call.world.guild(call.id("guild_id"))
    permissions.need_of_guild(guild, call.world.bot.id, Permission.MANAGE_CHANNELS)
    kind = ChannelKind(call.body.get("type") or ChannelKind.TEXT)
    made = Channel(call.world.new_id(), kind, call.body["name"], guild=guild)
    made.position = len(guild.channels)
    made.topic = call.body.get("topic")
    made.parent_id = int(call.body["parent_id"]) if call.body.get("parent_id") else None
    for asked in call.body.get("permission_overwrites") or []:
        target = int(asked["id"])
        allow, deny = int(asked.get("allow") or 0), int(asked.get("deny") or 0)
        made.overwrites[target] = Overwrite(target, asked["type"], allow, deny)
    guild.channels[made.id] = call.world.channels[made.id] = made
    call.world.emit_channel("CHANNEL_CREATE", made)
    return Reply(channel_payload(made), 201)
