"""Two processes on one PostgreSQL, each with its shard: whichever dies, everything is done once."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest

from bot.posts.announce.service import KIND
from bot.posts.model import State
from tests.wire.crashpoints import CrashPoint
from tests.wire.ledger import TEXT, Ledger
from tests.wire.members import Actor
from tests.wire.objects import Channel, Guild
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.world import World

SHARDS = 2
CHANNELS = 4
SYNC = ("PUT", "/applications/{application_id}/commands")
When = Literal["before", "after"]
STEPS: list[tuple[str, str, When, int]] = [
    ("claimed, not committed", "bot.posts.store:claim", "after", 1),
    ("sending committed", "bot.posts.delivery:DiscordDelivery.send", "before", 1),
    ("Discord acted", "discord.http:HTTPClient.send_message", "after", 1),
    ("recorded, not committed", "bot.posts.store:record", "after", 2),
    ("between two leases", "bot.posts.store.leases:renew", "after", 3),
]


@pytest.fixture
def ledger(tmp_path: Path, postgres_url: str) -> Ledger:
    return Ledger(tmp_path, postgres_url)


@pytest.fixture
async def guilds(world: World) -> list[Guild]:
    """A server on each shard."""
    found: dict[int, Guild] = {}
    while len(found) < SHARDS:
        guild = world.add_guild()
        found.setdefault((guild.id >> 22) % SHARDS, guild)
        await asyncio.sleep(0.001)
    return [found[shard] for shard in range(SHARDS)]


def process(loopback: Loopback, ledger: Ledger, shard: int) -> Program:
    """The product, with one of the shards."""
    environment = {
        "DATABASE_URL": ledger.url,
        "LOG_LEVEL": "warning",
        "SHARD_COUNT": str(SHARDS),
        "SHARD_IDS": str(shard),
    }
    install = "tests.wire.short_leases:install"
    return Program(loopback, environment=environment, setup=install)


async def planned(
    world: World, ledger: Ledger, guilds: Sequence[Guild], name: str
) -> list[Channel]:
    """Plan an announcement in new channels of every server."""
    channels = [
        world.add_channel(guild, f"{name}-{number}")
        for guild in guilds
        for number in range(CHANNELS)
    ]
    await ledger.plan(*channels)
    return channels


async def settled(ledger: Ledger, guilds: Sequence[Guild], posts: int) -> Counter[State]:
    """Wait until so many posts have come to their end; return how."""
    async with asyncio.timeout(30):
        while True:
            found = [post for guild in guilds for post in await ledger.all_posts(guild.id, KIND)]
            if len(found) >= posts and not any(post.state.is_open for post in found):
                return Counter(post.state for post in found)
            await asyncio.sleep(0.1)


def times_posted(world: World, channels: Sequence[Channel]) -> set[int]:
    return {
        sum(each.content == TEXT for each in world.transcript.posts_in(channel.id))
        for channel in channels
    }


async def test_two_processes_killed_in_turn_post_everything_once(
    loopback: Loopback, ledger: Ledger, guilds: list[Guild]
) -> None:
    chance, world = random.Random(8), loopback.world
    processes = [process(loopback, ledger, shard) for shard in range(SHARDS)]
    channels: list[Channel] = []
    ended: Counter[State] = Counter()
    async with processes[0], processes[1]:
        for turn in range(2):
            victim = processes[turn % SHARDS]
            channels += await planned(world, ledger, guilds, f"turn-{turn}")
            await asyncio.sleep(chance.uniform(0, 1.0))
            await victim.kill()
            # The other one takes over; nobody has to come back for it.
            ended = await settled(ledger, guilds, len(channels))
            await victim.start()
            await victim.ready()

        assert ended == {State.SENT: len(channels)}
        assert times_posted(world, channels) == {1}
    assert len(world.transcript.requests_to(*SYNC)) == 1


@pytest.mark.parametrize(
    ("target", "when", "nth"), [s[1:] for s in STEPS], ids=[s[0] for s in STEPS]
)
async def test_a_process_that_dies_at_any_step_is_taken_over(
    target: str,
    when: When,
    nth: int,
    loopback: Loopback,
    ledger: Ledger,
    guilds: list[Guild],
) -> None:
    channels = await planned(loopback.world, ledger, guilds, "channel")
    dying, surviving = (process(loopback, ledger, shard) for shard in range(SHARDS))
    dying.crash = CrashPoint(target, when, nth)
    await dying.start()
    assert await dying.ended() == -9

    async with surviving:
        ended = await settled(ledger, guilds, len(channels))

    assert ended == {State.SENT: len(channels)}
    assert times_posted(loopback.world, channels) == {1}


async def test_each_process_hears_its_own_servers_only(
    loopback: Loopback, ledger: Ledger, guilds: list[Guild]
) -> None:
    world = loopback.world
    members = [Actor.join(world, world.add_channel(guild, "방"), "민지") for guild in guilds]
    async with process(loopback, ledger, 0), process(loopback, ledger, 1) as second:
        first_answers = [(await each.slash("help")).ephemeral for each in members]
        await second.kill()
        still = await members[0].slash("help")

    assert first_answers == [True, True]
    assert still.ephemeral


async def test_a_process_that_ends_in_order_is_followed_at_once(
    loopback: Loopback, ledger: Ledger, guilds: list[Guild]
) -> None:
    ending, staying = (process(loopback, ledger, shard) for shard in range(SHARDS))
    async with ending, staying:
        status = await ending.terminate()
        channels = await planned(loopback.world, ledger, guilds, "channel")
        ended = await settled(ledger, guilds, len(channels))

    assert status == 0
    assert ended == {State.SENT: len(channels)}
    assert times_posted(loopback.world, channels) == {1}
