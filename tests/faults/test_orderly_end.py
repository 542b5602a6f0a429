"""SIGTERM: nothing new is begun, what is in flight arrives, and the program ends well in time."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.posts.model import State
from tests.wire.faults import Fault, What
from tests.wire.ledger import TEXT, Ledger
from tests.wire.members import Actor
from tests.wire.objects import Channel
from tests.wire.server import Loopback

SEND = ("POST", "/channels/{channel_id}/messages")
# systemd and Docker kill what has not ended by then.
PATIENCE_OF_SUPERVISORS_S = 10.0
ANSWER = ("POST", "/interactions/{interaction_id}/{interaction_token}/callback")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


async def test_a_post_on_its_way_arrives_and_is_kept(
    loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    assert channel.guild is not None
    world = loopback.world
    await ledger.plan(channel)
    world.faults.add(Fault(*SEND, What.SLOW, seconds=2.0))
    async with ledger.program(loopback) as program:
        await world.until(lambda: bool(world.transcript.requests_to(*SEND)))
        status = await program.terminate()

    (post,) = await ledger.posts(channel.guild.id)
    assert status == 0
    assert post.state is State.SENT
    assert [each.content for each in world.transcript.posts_in(channel.id)] == [TEXT]


async def test_a_member_who_asked_is_answered(
    loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    member = Actor.join(loopback.world, channel, "민지")
    loopback.world.faults.add(Fault(*ANSWER, What.SLOW, seconds=1.5))
    async with ledger.program(loopback) as program:
        asked = member.slash("help")
        await loopback.world.until(lambda: bool(loopback.world.transcript.requests_to(*ANSWER)))
        status = await program.terminate()

    assert status == 0
    assert asked.reply.ephemeral


async def test_a_discord_that_never_answers_does_not_hold_it_up(
    loopback: Loopback, channel: Channel, ledger: Ledger
) -> None:
    world = loopback.world
    await ledger.plan(channel)
    world.faults.add(Fault(*SEND, What.TIMEOUT_BEFORE, times=5))
    async with ledger.program(loopback) as program:
        await world.until(lambda: bool(world.transcript.requests_to(*SEND)))
        status = await program.terminate(within=PATIENCE_OF_SUPERVISORS_S)
    world.faults.waiting.clear()

    assert status == 0
