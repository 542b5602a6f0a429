"""``python -m bench.soak [KILLS | 90s | 30m]``: every flow at once, killed at random moments.

Announcements go out, a quiz asks and closes, debates are voted on and move through their phases,
members ask, rounds and sessions go on, notes are uploaded, guests delete everything of theirs, all
at the same instant; Discord resets, repeats and delays meanwhile. What a member was told is saved
must be there at the end, what they were told is gone may not, and nothing that the bot posts may be
there twice.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bench.crowd import crowd
from bench.soak_flows import Flows
from bot.discussion.model import Phase
from bot.posts.announce.service import KIND as ANNOUNCEMENT
from tests.quiz.notes import SINGLE, notes_in
from tests.wire.clockwork import utc_now
from tests.wire.debate import STANCES, DebateBook, ballots
from tests.wire.faults import Fault, What
from tests.wire.ledger import TEXT, Ledger
from tests.wire.members import Actor
from tests.wire.messages import Message
from tests.wire.objects import Channel
from tests.wire.program import Program, ProgramEnded
from tests.wire.quiz import QuizBook
from tests.wire.server import Loopback
from tests.wire.world import World

KILLS = 500
MEMBERS = 6
LIVING_S = 1.5
SETTLE_S = 180.0
START_GOAL_S = 5.0
# Every so many lives a new debate begins, and the open ones move on.
DEBATE_EVERY, PHASE_EVERY, DAY_EVERY = 9, 3, 4
POST = ("POST", "/channels/{channel_id}/messages")
ANSWER = ("POST", "/interactions/{interaction_id}/{interaction_token}/callback")
EDIT = ("PATCH", "/channels/{channel_id}/messages/{message_id}")
FAULTS = (What.RESET_AFTER, What.RESET_BEFORE, What.SERVER_ERROR_AFTER, What.SLOW)
SEED = 20261124
UNITS = {"s": 1, "m": 60, "h": 3600}


@dataclass
class Soak:
    """The world, the three books of one database, and what members were told."""

    world: World
    ledger: Ledger
    quiz: QuizBook
    debate: DebateBook
    chance: random.Random
    members: list[Actor]
    flows: Flows
    announced: list[Channel] = field(default_factory=list)
    debates: list[int] = field(default_factory=list)
    voted: set[tuple[int, int, int]] = field(default_factory=set)
    ready: list[float] = field(default_factory=list)

    async def prepare(self, life: int) -> None:
        """While nothing runs: let times come, and arm a fault."""
        guild = self.debate.channel.guild
        assert guild is not None
        channel = self.world.add_channel(guild, f"공지-{life}")
        self.announced.append(channel)
        await self.ledger.plan(channel)
        self.flows.open_place(life)
        if life % DAY_EVERY == 0:
            await (self.quiz.begin() if life == 0 else self.quiz.next_day())
        if life % DEBATE_EVERY == 0:
            self.debates.append(await self.debate.begin(anonymous=self.chance.random() < 0.5))
        if life % PHASE_EVERY == PHASE_EVERY - 1:
            for number in self.debates:
                if (await self.debate.stands(number)).phase.is_open:
                    await self.debate.end_phase(number)
        if self.chance.random() < 0.4:
            where = self.chance.choice((POST, ANSWER, EDIT))
            self.world.faults.add(Fault(*where, self.chance.choice(FAULTS), seconds=0.3))

    async def live(self, program: Program, life: int) -> None:
        """Start, let everyone act at once, and kill at a random moment."""
        await program.start()
        acting: list[asyncio.Task[None]] = []
        try:
            async with asyncio.timeout(60):
                await program.ready()
            self.ready.append(program.seconds_to_ready or 0.0)
            deeds = [self._act(member) for member in self.members]
            deeds += [self.flows.moderate(), self.flows.visit(life)]
            acting = [asyncio.create_task(deed) for deed in deeds]
            # Where a start takes long, so does everything that a kill is to interrupt.
            living = max(LIVING_S, program.seconds_to_ready or 0.0)
            await asyncio.sleep(self.chance.uniform(0, living))
        except ProgramEnded:
            pass
        await program.kill()
        for task in acting:
            task.cancel()
        await asyncio.gather(*acting, return_exceptions=True)

    async def _act(self, member: Actor) -> None:
        while True:
            await self._press(member)
            await asyncio.sleep(self.chance.uniform(0, 0.2))

    async def _press(self, member: Actor) -> None:
        channel = self.debate.channel
        choices = [each for turn in (1, 2) for each in ballots(self.world, channel, turn)]
        what = self.chance.random()
        if what < 0.2:
            await member.slash(self.chance.choice(("help", "discuss", "quiz")))
        elif what < 0.6 or not choices:
            await self.flows.act(member)
        else:
            message = self.chance.choice(choices)
            told = await member.at(message.channel).press(message, self.chance.choice(STANCES))
            parts = _vote_id(message)
            if parts is not None and ("저장했어요" in told.text or "바꿨어요" in told.text):
                self.voted.add((*parts, member.user.id))


def _vote_id(message: Message) -> tuple[int, int] | None:
    """The discussion's number and the round that a message's ballot is for."""
    for row in message.components:
        for part in row.get("components", ()):
            name = str(part.get("custom_id", ""))
            if ":discuss-vote:" in name:
                _, number, phase, _ = (int(each) for each in name.split(":")[-4:])
                return number, tuple(Phase)[phase].round or 0
    return None


def main() -> None:
    """Soak for as many kills or as long as told; exit with 1 if anything was lost or doubled."""
    told = sys.argv[1] if len(sys.argv) > 1 else str(KILLS)
    if told.isdigit():
        sys.exit(asyncio.run(_soaked(int(told), float("inf"))))
    sys.exit(asyncio.run(_soaked(sys.maxsize, float(told[:-1]) * UNITS[told[-1]])))


async def _soaked(kills: int, seconds: float) -> int:
    world = World()
    guild = world.add_guild()
    channel = world.add_channel(guild, "스터디")
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        chance = random.Random(SEED)
        soak = Soak(
            world=world,
            ledger=Ledger(home),
            quiz=QuizBook(home, channel, notes_in(home / "content", SINGLE)),
            debate=DebateBook(home, channel),
            chance=chance,
            members=crowd(world, channel, MEMBERS),
            flows=Flows(world, channel, home / "doran.db", chance),
        )
        async with Loopback(world, validate=False) as served:
            program = soak.quiz.program(served)
            lives = 0
            while lives < kills and time.perf_counter() - began < seconds:
                await soak.prepare(lives)
                await soak.live(program, lives)
                lives += 1
            async with program:
                open_posts = await _settled(soak, guild.id)
            lost = await _lost(soak)
    return _told(soak, lives, lost, open_posts, time.perf_counter() - began)


async def _settled(soak: Soak, guild: int) -> int:
    """Wait until nothing is open any more; return how many posts still are."""
    deadline = time.perf_counter() + SETTLE_S
    while True:
        posts = list(await soak.ledger.all_posts(guild, ANNOUNCEMENT))
        for number in soak.debates:
            posts += await soak.debate.posts(number)
        left = sum(post.state.is_open for post in posts)
        if (not left and len(posts) >= len(soak.announced)) or time.perf_counter() > deadline:
            return left
        await asyncio.sleep(0.5)


async def _lost(soak: Soak) -> Counter[str]:
    """Count, by kind, what members were told is saved and is not there."""
    lost = soak.flows.lost()
    for number in soak.debates:
        stored = await soak.debate.votes(number)
        told = Counter(turn for each, turn, _ in soak.voted if each == number)
        lost["votes"] += sum(max(0, told[turn] - stored[turn]) for turn in (1, 2))
    return +lost


def _told(soak: Soak, lives: int, lost: Counter[str], left: int, spent: float) -> int:
    world = soak.world
    counts = Counter(
        sum(each.content == TEXT for each in world.transcript.posts_in(channel.id))
        for channel in soak.announced
    )
    doubled = sum(count > 1 for count in counts.elements()) + _doubled_debates(soak)
    doubled += soak.flows.doubled()
    missing = counts[0]
    slowest = max(soak.ready, default=0.0)
    violations = world.transcript.take_violations()
    print(f"{utc_now():%Y-%m-%d}: {lives} kills at random moments in {spent:.0f} s")
    print(f"acknowledged: {len(soak.voted)} votes, {soak.flows}; lost {lost.total()}", dict(lost))
    print(f"announcements {len(soak.announced)}, debates {len(soak.debates)}:", end=" ")
    print(f"doubled {doubled}, never posted {missing}, still open {left}")
    if soak.ready:
        middle = statistics.median(soak.ready)
        print(f"ready after {middle:.2f} s, at most {slowest:.2f} s (goal {START_GOAL_S} s)")
    for violation in violations[:5]:
        print(violation)
    return int(bool(lost or doubled or missing or left or violations))


def _doubled_debates(soak: Soak) -> int:
    """Count debates' threads beyond one each, and ballots beyond one a debate and round."""
    guild = soak.debate.channel.guild
    assert guild is not None
    theirs = [each for each in guild.threads.values() if each.parent_id == soak.debate.channel.id]
    return max(0, len(theirs) - len(soak.debates))


if __name__ == "__main__":
    main()
