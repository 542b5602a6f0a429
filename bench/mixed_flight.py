"""1,000 members act at the same instant, each differently: who is answered when, and how fast."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.crowd import Deed, crowd
from tests.quiz.notes import SINGLE, notes_in
from tests.wire.debate import STANCES, DebateBook, ballot
from tests.wire.interactions import Interaction
from tests.wire.members import Actor
from tests.wire.messages import Message
from tests.wire.program import Program
from tests.wire.quiz import QuizBook
from tests.wire.server import Loopback
from tests.wire.staging import ECHO
from tests.wire.world import World

MEMBERS = 1_000
ROUNDS = 3
ACKNOWLEDGED_GOAL_S = 3.0
UNANSWERED_AFTER_S = 8.0
RATIO_GOAL = 0.4


def main() -> None:
    """Print how many were answered, the slowest, and the throughput beside the echo's."""
    asyncio.run(_measured())


async def _measured() -> None:
    world, echo = World(), World()
    channel = world.add_channel(world.add_guild(), "스터디")
    members = crowd(world, channel, MEMBERS)
    idle = crowd(echo, echo.add_channel(echo.add_guild(), "bench"), MEMBERS)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        quiz = QuizBook(home, channel, notes_in(home / "content", SINGLE))
        debate = DebateBook(home, channel)
        await debate.begin()
        await quiz.begin()
        async with (
            Loopback(world, validate=False) as loopback,
            Loopback(echo, validate=False) as echoing,
            Program(echoing, **ECHO),
            quiz.program(loopback),
        ):
            ballot_ = await ballot(world, channel)
            question = await _question(world, channel.id)
            controls: Message = (await idle[0].slash("controls")).reply
            deeds = _deeds(ballot_, question)
            mixed, empty, slowest, lost = [], [], 0.0, 0
            for _ in range(ROUNDS):
                rate, _, _ = await _at_once(idle, [lambda each: each.press(controls, "empty")])
                empty.append(rate)
                rate, wait, unanswered = await _at_once(members, deeds)
                mixed.append(rate)
                slowest, lost = max(slowest, wait), lost + unanswered
    ratio = statistics.median(mixed) / statistics.median(empty)
    print(f"{MEMBERS:,} interactions of {len(deeds)} kinds in flight, {ROUNDS} times:", end=" ")
    print(f"{lost} lost (goal: 0)")
    print(f"the slowest was acknowledged after {slowest:.2f} s", end=" ")
    print(f"(goal: {ACKNOWLEDGED_GOAL_S:.0f} s)")
    print(f"{statistics.median(mixed):,.0f} a second, a bot that answers only ok", end=" ")
    print(f"{statistics.median(empty):,.0f}: {ratio:.2f} (goal: at least {RATIO_GOAL})")


def _deeds(ballot_: Message, question: Message) -> list[Deed]:
    def vote(member: Actor) -> Interaction:
        return member.press(ballot_, STANCES[member.user.id % len(STANCES)])

    return [
        vote,
        lambda member: member.press(question, "AB"[member.user.id % 2]),
        lambda member: member.slash("help"),
        lambda member: member.slash("ask", question="커널이 뭐야?"),
        lambda member: member.slash("discuss"),
        lambda member: member.slash("quiz"),
    ]


async def _question(world: World, channel: int) -> Message:
    def found() -> Message | None:
        shown = world.transcript.unprompted_in(channel)
        return next((each for each in shown if "'label': 'A'" in str(each.components)), None)

    message = await world.until(found, within=30.0)
    assert message is not None
    return message


async def _at_once(members: Sequence[Actor], deeds: Sequence[Deed]) -> tuple[float, float, int]:
    """Have everyone act at once; return deeds a second, the slowest in seconds, the unanswered."""
    began = time.perf_counter()
    acting = [deeds[number % len(deeds)](each) for number, each in enumerate(members)]
    done = await asyncio.gather(
        *(each.acknowledged(within=UNANSWERED_AFTER_S) for each in acting), return_exceptions=True
    )
    spent = time.perf_counter() - began
    waits = [each.seconds_to_acknowledge or 0.0 for each in acting]
    return len(acting) / spent, max(waits), sum(isinstance(each, Exception) for each in done)
