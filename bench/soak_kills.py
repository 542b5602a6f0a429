"""``python -m bench.soak_kills [KILLS]``: the real program, killed at random while it posts."""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bot.posts.announce.service import KIND
from tests.wire.clockwork import utc_now
from tests.wire.faults import Fault, What
from tests.wire.ledger import TEXT, Ledger
from tests.wire.objects import Channel
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.world import World

KILLS = 300
# Posts that wait at each start, so that there is always something under way to kill.
POSTS_A_KILL = 3
# Most kills fall into the moments in which posts go out, the others somewhere in the start.
SHARE_IN_START = 0.2
START_S = 1.5
SENDING_S = 0.4
FAULTS = (What.RESET_AFTER, What.RESET_BEFORE, What.SERVER_ERROR_AFTER, What.SLOW)
READY_GOAL_S = 5.0
SETTLE_S = 120.0
SEED = 20260302


def main() -> None:
    """Kill so often, let it settle, count; exit with 1 unless each post is there exactly once."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    sys.exit(asyncio.run(_soaked(kills)))


async def _soaked(kills: int) -> int:
    chance = random.Random(SEED)
    world = World()
    guild = world.add_guild()
    channels: list[Channel] = []
    ready: list[float] = []
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder))
        async with Loopback(world) as served:
            program = ledger.program(served)
            for number in range(kills):
                new = [world.add_channel(guild, f"{number}-{n}") for n in range(POSTS_A_KILL)]
                channels += new
                await ledger.plan(*new)
                if chance.random() < 0.3:
                    world.faults.add(
                        Fault("POST", "/channels/{channel_id}/messages", chance.choice(FAULTS))
                    )
                await _one_life(program, chance)
                if program.seconds_to_ready is not None:
                    ready.append(program.seconds_to_ready)
            async with program:
                await _settled(ledger, guild.id, len(channels))
            states = await _states(ledger, guild.id)
    return _told(world, channels, ready, states, kills, time.perf_counter() - began)


async def _one_life(program: Program, chance: random.Random) -> None:
    await program.start()
    if chance.random() < SHARE_IN_START:
        await asyncio.sleep(chance.uniform(0, START_S))
    else:
        await program.ready()
        await asyncio.sleep(chance.uniform(0, SENDING_S))
    await program.kill()


async def _settled(ledger: Ledger, guild: int, posts: int) -> None:
    deadline = time.perf_counter() + SETTLE_S
    while time.perf_counter() < deadline:
        states = await _states(ledger, guild)
        if states.total() == posts and not states["claimed"] and not states["sending"]:
            return
        await asyncio.sleep(0.5)


async def _states(ledger: Ledger, guild: int) -> Counter[str]:
    return Counter(post.state.value for post in await ledger.all_posts(guild, KIND))


def _told(
    world: World,
    channels: list[Channel],
    ready: list[float],
    states: Counter[str],
    kills: int,
    spent: float,
) -> int:
    counts = Counter(
        sum(message.content == TEXT for message in world.transcript.posts_in(channel.id))
        for channel in channels
    )
    violations = world.transcript.take_violations()
    slowest = max(ready, default=0.0)
    print(f"{utc_now():%Y-%m-%d}: {kills} kills at random moments in {spent:.0f} s")
    print(f"posts planned {len(channels)}; posted once {counts[1]}, ", end="")
    print(f"never {counts[0]}, more than once {len(channels) - counts[0] - counts[1]}")
    print(f"ledger: {dict(states)}; violations: {len(violations)}")
    if ready:
        print(f"ready after {statistics.median(ready):.2f} s, at most {slowest:.2f} s", end=" ")
        print(f"(goal {READY_GOAL_S} s; {len(ready)} starts lived so long)")
    for violation in violations[:5]:
        print(violation)
    return int(counts[1] != len(channels) or slowest > READY_GOAL_S or bool(violations))


if __name__ == "__main__":
    main()
