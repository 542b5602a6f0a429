"""The gateway: sessions that are resumed, refused and begun again, and who may be asked for."""

from __future__ import annotations

import pytest

from tests.wire.faults import GatewayFault, GatewayWhat
from tests.wire.gateway_session import Session
from tests.wire.members import Actor
from tests.wire.objects import Channel
from tests.wire.permissions import Permission
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.staging import ECHO
from tests.wire.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def heard(member: Actor, text: str) -> bool:
    """Says something to the bot and waits for its reply."""
    member.say(f"@bot {text}")
    return text in (await member.hears(f"들음: {text}")).text


async def test_a_dropped_session_is_resumed_with_what_it_missed(
    shared: Loopback, member: Actor
) -> None:
    gateway = shared.gateway
    resumes, identifies = gateway.resumes, gateway.identifies

    await gateway.drop()
    assert not gateway.connected
    assert await heard(member, "끊긴 사이")
    assert (gateway.resumes, gateway.identifies) == (resumes + 1, identifies)


async def test_a_reconnect_that_is_asked_for_is_a_resume(shared: Loopback, member: Actor) -> None:
    gateway = shared.gateway
    resumes = gateway.resumes

    gateway.ask_reconnect()
    await shared.world.until(lambda: gateway.resumes == resumes + 1)

    assert await heard(member, "다시")


async def test_an_invalid_session_is_begun_anew(shared: Loopback, member: Actor) -> None:
    gateway = shared.gateway
    identifies = gateway.identifies

    gateway.invalidate()
    await shared.world.until(lambda: gateway.identifies == identifies + 1)

    assert await heard(member, "처음부터")


async def test_an_invalid_session_that_can_be_resumed_is(shared: Loopback, member: Actor) -> None:
    gateway = shared.gateway
    resumes, identifies = gateway.resumes, gateway.identifies

    gateway.invalidate(resumable=True)
    await shared.world.until(lambda: gateway.resumes == resumes + 1)

    assert gateway.identifies == identifies
    assert await heard(member, "이어서")


async def test_a_scripted_drop_comes_after_the_named_event(shared: Loopback, member: Actor) -> None:
    gateway, faults = shared.gateway, shared.world.faults
    resumes = gateway.resumes
    faults.add(GatewayFault("INTERACTION_CREATE", GatewayWhat.DROP))

    answer = await member.slash("echo", text="가")
    await shared.world.until(lambda: gateway.resumes == resumes + 1)

    assert answer.text == "가"
    assert faults.waiting == []


async def test_members_are_fetched_in_one_request(shared: Loopback, member: Actor) -> None:
    other = Actor.join(shared.world, member.channel, "준호")

    member.say(f"@bot members {member.user.id} {other.user.id} 1")
    reply = await member.hears("이름")

    assert reply.content == "이름 ['민지', '준호']"


async def test_a_message_that_is_not_for_the_bot_reaches_it_without_content(
    shared: Loopback, member: Actor
) -> None:
    session = next(iter(shared.gateway.sessions.values()))

    member.say("우리끼리 하는 말")
    heard_frame = session.sent[-1][2]
    member.say("@bot 너에게")
    await member.hears("들음: 너에게")

    assert "MESSAGE_CREATE" in heard_frame
    assert "우리끼리" not in heard_frame


async def test_a_channel_that_the_bot_cannot_see_is_silent(shared: Loopback, member: Actor) -> None:
    session = next(iter(shared.gateway.sessions.values()))
    shared.world.forbid(member.channel, Permission.VIEW_CHANNEL)
    before = session.sequence

    member.say("@bot 비밀")

    assert session.sequence == before


async def test_a_program_that_joins_later_learns_of_new_guilds(shared: Loopback) -> None:
    world = shared.world
    guild = world.add_guild("나중에 온 서버")
    actor = Actor.join(world, world.add_channel(guild, "첫 채널"), "하늘")

    assert await heard(actor, "여기")


async def test_an_intent_that_was_not_granted_ends_the_program() -> None:
    world = World()
    world.granted_intents = 0
    world.add_channel(world.add_guild(), "잡담")
    async with Loopback(world) as loopback:
        environment = {"ECHO_MESSAGE_CONTENT": "yes"}
        program = Program(loopback, **ECHO, environment=environment)
        await program.start()

        status = await program.ended()

    assert status == 1
    assert "PrivilegedIntentsRequired" in program.output


async def test_a_program_of_two_shards_lives_on_two_sessions() -> None:
    world = World()
    world.shards = 2
    async with Loopback(world) as loopback, Program(loopback, **ECHO):
        guilds = [world.add_guild(f"{number}") for number in range(2)]
        members = [Actor.join(world, world.add_channel(each, "잡담"), "민지") for each in guilds]
        answers = [(await each.slash("echo", text="가")).text for each in members]
        private = (await members[0].in_private.slash("echo", text="나")).text

        assert {session.shard for session in loopback.gateway.sessions.values()} == {(0, 2), (1, 2)}
    assert (answers, private) == (["가", "가"], "나")


async def test_each_shard_hears_its_own_guilds(shared: Loopback, member: Actor) -> None:
    channel: Channel = member.channel
    assert channel.guild is not None
    number = (channel.guild.id >> 22) % 2
    both = [Session("x", 1 << 9, (each, 2)) for each in range(2)]

    hearing = [each.hears("MESSAGE_CREATE", {}, channel.guild.id) for each in both]
    private = [
        Session("x", 1 << 12, (each, 2)).hears("MESSAGE_CREATE", {}, None) for each in (0, 1)
    ]

    assert hearing == [number == 0, number == 1]
    assert private == [True, False]
