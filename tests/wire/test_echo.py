"""What discord.py does through its own methods: messages, threads, pins, events, privacy."""

from __future__ import annotations

import pytest

from tests.wire.members import Actor
from tests.wire.messages import REPLY
from tests.wire.objects import Thread
from tests.wire.permissions import Permission
from tests.wire.server import Loopback

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_mention_is_replied_to_without_a_ping(member: Actor) -> None:
    said = member.say("@bot 안녕")
    reply = await member.hears("들음: 안녕")

    assert (reply.kind, reply.reference) == (REPLY, said)
    assert not reply.pings


async def test_the_same_nonce_posts_once(shared: Loopback, member: Actor) -> None:
    member.say("@bot nonce 77 하나")
    member.say("@bot nonce 77 하나")
    member.say("@bot 끝")
    await member.hears("들음: 끝")

    texts = [each.content for each in shared.world.transcript.posts_in(member.channel.id)]
    assert texts == ["하나", "들음: 끝"]


async def test_a_file_is_kept_and_served(shared: Loopback, member: Actor) -> None:
    member.say("@bot file")
    message = await member.hears("파일")

    attachment = message.attachments[0]
    path = attachment["url"].removeprefix(shared.world.base_url)
    assert (attachment["filename"], shared.world.uploads[path]) == ("a.txt", b"abc")


async def test_a_thread_is_made_from_a_message(shared: Loopback, member: Actor) -> None:
    said = member.say("@bot thread")
    await shared.world.until(lambda: said.thread is not None and said.thread.messages)

    assert isinstance(said.thread, Thread)
    assert said.thread.id == said.id
    assert [message.content for message in said.thread.messages.values()] == ["안에서"]


async def test_a_message_is_pinned(member: Actor) -> None:
    said = member.say("@bot pin")
    await member.hears("고정 1")

    assert said.pinned


async def test_a_message_is_edited(shared: Loopback, member: Actor) -> None:
    member.say("@bot edit")
    await member.hears("나중")

    told = [
        (each.deed.value, each.text) for each in shared.world.transcript.said_in(member.channel.id)
    ]
    assert told == [("sent", "처음"), ("edited", "나중")]


async def test_history_is_empty_without_its_permission(shared: Loopback, member: Actor) -> None:
    member.say("@bot history")
    await member.hears("기록 1")
    shared.world.forbid(member.channel, Permission.READ_MESSAGE_HISTORY)

    member.say("@bot history")

    assert (await member.hears("기록 0")).author is shared.world.bot


async def test_a_direct_message_reaches_the_member_alone(member: Actor) -> None:
    member.say("@bot dm")
    await member.in_private.hears("둘이서")

    assert [(told.how.value, told.text) for told in member.told] == [("direct", "둘이서")]


async def test_closed_direct_messages_are_refused(member: Actor) -> None:
    member.user.dms_open = False
    member.say("@bot dm")

    assert (await member.hears("거절")).content == "거절 50007 Forbidden"


async def test_a_member_writes_in_private_and_is_answered_there(member: Actor) -> None:
    member.dm("혼잣말")

    assert (await member.in_private.hears("들음")).content == "들음: 혼잣말"


async def test_a_scheduled_event_is_made_and_renamed(shared: Loopback, member: Actor) -> None:
    member.say("@bot event")
    await member.hears("일정 1")

    assert member.guild is not None
    assert [event.body["name"] for event in member.guild.events.values()] == ["모임 2"]


async def test_a_file_needs_its_permission(shared: Loopback, member: Actor) -> None:
    shared.world.forbid(member.channel, Permission.ATTACH_FILES)
    member.say("@bot file")

    assert (await member.hears("거절")).content == "거절 50013 Forbidden"


async def test_a_missing_permission_is_discords_own_refusal(
    shared: Loopback, member: Actor
) -> None:
    shared.world.forbid(member.channel, Permission.CREATE_PUBLIC_THREADS)
    member.say("@bot thread")

    assert (await member.hears("거절")).content == "거절 50013 Forbidden"
