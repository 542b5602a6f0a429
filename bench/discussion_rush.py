"""500 members vote in a debate within ten seconds, then as fast as they can, beside the echo."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from bench.crowd import crowd, rate, spread
from tests.wire.debate import STANCES, DebateBook, ballot
from tests.wire.interactions import Interaction
from tests.wire.members import Actor
from tests.wire.messages import Message
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.staging import ECHO
from tests.wire.world import World

MEMBERS = 500
SECONDS = 10.0
ROUNDS = 3
SLOWEST_GOAL_MS = 1_000
EDIT_SPACING_S = 3
RATIO_GOAL = 0.4


def main() -> None:
    """Print how the vote fared, and the ratio of votes to empty presses."""
    asyncio.run(_measured())


async def _measured() -> None:
    world, echo = World(), World()
    channel = world.add_channel(world.add_guild(), "토론")
    voters = crowd(world, channel, MEMBERS)
    fresh = [crowd(world, channel, MEMBERS) for _ in range(ROUNDS)]
    idle = crowd(echo, echo.add_channel(echo.add_guild(), "bench"), MEMBERS)
    with tempfile.TemporaryDirectory() as folder:
        book = DebateBook(Path(folder), channel)
        number = await book.begin()
        async with (
            Loopback(world, validate=False) as loopback,
            Loopback(echo, validate=False) as echoing,
            Program(echoing, **ECHO),
            book.program(loopback),
        ):
            message = await ballot(world, channel)

            def vote(member: Actor) -> Interaction:
                return member.press(message, STANCES[member.user.id % len(STANCES)])

            began, edits = time.perf_counter(), message.edits
            waits = await spread(voters, vote, SECONDS)
            spent, edits = time.perf_counter() - began, message.edits - edits
            controls: Message = (await idle[0].slash("controls")).reply
            votes, empty = [], []
            for members in fresh:
                empty.append(await rate(idle, lambda each: each.press(controls, "empty")))
                votes.append(await rate(members, vote))
            stored = (await book.votes(number))[1]
    many, none = statistics.median(votes), statistics.median(empty)
    print(f"{MEMBERS} votes within {SECONDS:.0f} s: the slowest was answered after", end=" ")
    print(f"{max(waits) * 1000:,.0f} ms (goal: under {SLOWEST_GOAL_MS:,})")
    print(f"edits of the post meanwhile {edits} (goal: at most {spent / EDIT_SPACING_S + 1:.0f})")
    print(f"votes stored {stored:,} (goal: {(1 + ROUNDS) * MEMBERS:,}, once each)")
    print(f"{many:,.0f} votes a second, {none:,.0f} empty presses: {many / none:.2f}", end=" ")
    print(f"(goal: at least {RATIO_GOAL}; medians of {ROUNDS} rounds in turn)")
