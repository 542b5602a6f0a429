"""Threads: made from a message, joined, left, listed."""

from __future__ import annotations

from tests.wire import permissions
from tests.wire.clockwork import time_of
from tests.wire.objects import Channel, ChannelKind, Json, Thread
from tests.wire.payloads import channel_payload, thread_member_payload
from tests.wire.permissions import Permission
from tests.wire.refusals import Refusal
from tests.wire.routing import NOTHING, Call, Reply, Routes

routes = Routes()
DEFAULT_ARCHIVE_MINUTES = 4320


def _made(call: Call, parent: Channel, thread_id: int, kind: ChannelKind) -> Thread:
    world, guild = call.world, parent.guild
    assert guild is not None
    thread = Thread(
        id=thread_id,
        kind=kind,
        name=call.body["name"],
        guild=guild,
        parent_id=parent.id,
        owner_id=world.bot.id,
        auto_archive_minutes=call.body.get("auto_archive_duration") or DEFAULT_ARCHIVE_MINUTES,
        slowmode=call.body.get("rate_limit_per_user") or 0,
        members={world.bot.id: world.now()},
    )
    guild.threads[thread.id] = world.channels[thread.id] = thread
    event = channel_payload(thread) | {"newly_created": True}
    event["member"] = thread_member_payload(thread, world.bot.id)
    world.emit("THREAD_CREATE", event, channel=thread)
    return thread


@routes.add("POST", "/channels/{channel_id}/messages/{message_id}/threads")
def start_from_message(call: Call) -> Reply:
    parent = call.world.channel(call.id("channel_id"))
    permissions.need_in(parent, call.world.bot.id, Permission.CREATE_PUBLIC_THREADS)
    if parent.kind not in (ChannelKind.TEXT, ChannelKind.NEWS):
        raise Refusal(50024)
    message = call.world.message(parent, call.id("message_id"))
    if message.thread is not None:
        raise Refusal(160004)
    news = parent.kind is ChannelKind.NEWS
    kind = ChannelKind.NEWS_THREAD if news else ChannelKind.PUBLIC_THREAD
    # The thread has its message's id.
    message.thread = _made(call, parent, message.id, kind)
    return Reply(channel_payload(message.thread), 201)


@routes.add("POST", "/channels/{channel_id}/threads")
def start_without_message(call: Call) -> Reply:
    parent = call.world.channel(call.id("channel_id"))
    kind = ChannelKind(call.body.get("type") or ChannelKind.PRIVATE_THREAD)
    private = kind is ChannelKind.PRIVATE_THREAD
    needed = Permission.CREATE_PRIVATE_THREADS if private else Permission.CREATE_PUBLIC_THREADS
    permissions.need_in(parent, call.world.bot.id, needed)
    return Reply(channel_payload(_made(call, parent, call.world.new_id(), kind)), 201)


def edit_thread(call: Call, thread: Thread) -> Reply:
    """`PATCH /channels/{id}` where the channel is a thread."""
    world, body = call.world, call.body
    granted = permissions.of_user(world.bot.id, thread)
    if not granted & Permission.VIEW_CHANNEL:
        raise Refusal(50001)
    manages = bool(granted & Permission.MANAGE_THREADS)
    reopens = thread.archived and body.get("archived") is False
    if thread.archived and not reopens and set(body) - {"archived"}:
        raise Refusal(50083)
    if thread.archived and thread.locked and not manages:
        raise Refusal(50083)
    owns = thread.owner_id == world.bot.id
    if not manages and not owns and not (reopens and set(body) == {"archived"}):
        raise Refusal(50013)
    if "locked" in body and not manages:
        raise Refusal(50013)
    if body.get("archived") is not None and body["archived"] != thread.archived:
        thread.archived = body["archived"]
        thread.archive_changed_at = world.now()
    thread.locked = body.get("locked", thread.locked)
    thread.name = body.get("name") or thread.name
    thread.slowmode = body.get("rate_limit_per_user", thread.slowmode)
    thread.auto_archive_minutes = body.get("auto_archive_duration") or thread.auto_archive_minutes
    world.emit_channel("THREAD_UPDATE", thread)
    return Reply(channel_payload(thread))


def _change_member(call: Call, user_id: int, *, present: bool) -> Reply:
    world = call.world
    thread = world.thread(call.id("channel_id"))
    permissions.need_in(thread, world.bot.id)
    if thread.archived:
        raise Refusal(50083)
    assert thread.guild is not None
    if user_id not in thread.guild.members:
        raise Refusal(10007)
    event: Json = {"id": str(thread.id), "guild_id": str(thread.guild.id)}
    if present:
        thread.members.setdefault(user_id, world.now())
        event["added_members"] = [thread_member_payload(thread, user_id)]
    else:
        thread.members.pop(user_id, None)
        event["removed_member_ids"] = [str(user_id)]
    event["member_count"] = min(len(thread.members), 50)
    if user_id == world.bot.id:
        world.emit("THREAD_MEMBERS_UPDATE", event, channel=thread)
    return NOTHING


@routes.add("PUT", "/channels/{channel_id}/thread-members/@me")
def join(call: Call) -> Reply:
    return _change_member(call, call.world.bot.id, present=True)


@routes.add("DELETE", "/channels/{channel_id}/thread-members/@me")
def leave(call: Call) -> Reply:
    return _change_member(call, call.world.bot.id, present=False)


@routes.add("PUT", "/channels/{channel_id}/thread-members/{user_id}")
def add_member(call: Call) -> Reply:
    return _change_member(call, call.id("user_id"), present=True)


@routes.add("DELETE", "/channels/{channel_id}/thread-members/{user_id}")
def remove_member(call: Call) -> Reply:
    return _change_member(call, call.id("user_id"), present=False)


@routes.add("GET", "/channels/{channel_id}/thread-members")
def members(call: Call) -> Reply:
    thread = call.world.thread(call.id("channel_id"))
    return Reply([thread_member_payload(thread, user_id) for user_id in thread.members])


def _listed(call: Call, threads: list[Thread]) -> Reply:
    bot_id = call.world.bot.id
    seen = [each for each in threads if permissions.of_user(bot_id, each)]
    own = [thread_member_payload(each, bot_id) for each in seen if bot_id in each.members]
    listed = [channel_payload(each) for each in seen]
    return Reply({"threads": listed, "members": own, "has_more": False})


@routes.add("GET", "/guilds/{guild_id}/threads/active")
def active(call: Call) -> Reply:
    guild = call.world.guild(call.id("guild_id"))
    return _listed(call, [each for each in guild.threads.values() if not each.archived])


@routes.add("GET", "/channels/{channel_id}/threads/archived/public")
def archived(call: Call) -> Reply:
    parent = call.world.channel(call.id("channel_id"))
    permissions.need_in(parent, call.world.bot.id, Permission.READ_MESSAGE_HISTORY)
    assert parent.guild is not None
    threads = [
        each
        for each in parent.guild.threads.values()
        if each.archived and each.parent_id == parent.id
    ]
    threads.sort(key=lambda each: each.archive_changed_at or time_of(each.id), reverse=True)
    return _listed(call, threads)
