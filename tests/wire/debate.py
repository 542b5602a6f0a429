"""Doran with a debate whose phases end when a test says so, seen from outside its process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.discussion import posting, service
from bot.discussion.model import Discussion, Phase
from bot.discussion.service import Start
from bot.discussion.store import discussions, votes
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts import service as posts
from bot.posts.model import Post
from bot.storage.work import Storage
from tests.discussion.hall import DEBATE
from tests.support.databases import database_in
from tests.wire.messages import Message
from tests.wire.objects import Channel
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.world import World

STANCES = ("always", "usually", "depends")
VOTED = "저장했어요"


class DebateBook:
    """The database of a program that is killed and started again."""

    def __init__(self, folder: Path, channel: Channel) -> None:
        assert channel.guild is not None
        self.url = database_in(folder)
        self.guild = GuildId(channel.guild.id)
        self.channel = channel

    def program(self, loopback: Loopback) -> Program:
        """The product, with this database."""
        return Program(loopback, environment={"DATABASE_URL": self.url, "LOG_LEVEL": "warning"})

    async def begin(self, *, anonymous: bool = False) -> int:
        """Start a debate; return its number."""
        wish = Start(self.guild, ChannelId(self.channel.id), DEBATE, anonymous, MemberId(1))
        async with Storage(self.url) as storage, storage.work() as work:
            started = await service.start(work, wish, now=datetime.now(UTC))
            await work.commit()
        return started.id

    async def end_phase(self, number: int) -> None:
        """Let the present phase have ended a moment ago; the program must not run."""
        async with Storage(self.url) as storage, storage.work() as work:
            found = await service.discussion(work, self.guild, number)
            ended = datetime.now(UTC) - timedelta(seconds=1)
            await discussions.keep(work, [replace(found, ends_at=ended)])
            await work.commit()

    async def stands(self, number: int) -> Discussion:
        """How it stands."""
        async with Storage(self.url) as storage, storage.reading() as work:
            return await service.discussion(work, self.guild, number)

    async def posts(self, number: int) -> Sequence[Post]:
        """What the ledger has of it."""
        async with Storage(self.url) as storage, storage.reading() as work:
            return await posts.posts_of(work, self.guild, posting.KIND, number)

    async def votes(self, number: int) -> Mapping[int, int]:
        """How many voted, by round."""
        async with Storage(self.url) as storage, storage.reading() as work:
            found = await service.discussion(work, self.guild, number)
            cast = (await votes.of(work, [found]))[number]
        return {turn: sum(vote.round == turn for vote in cast) for turn in (1, 2)}

    async def report(self, number: int) -> bool:
        """Whether its report is stored."""
        async with Storage(self.url) as storage, storage.reading() as work:
            return await service.report(work, self.guild, number) is not None


def ballots(world: World, channel: Channel, turn: int = 1) -> list[Message]:
    """The posts with stances: of the first round in the channel, of the second in its threads."""
    assert channel.guild is not None
    places = [channel] if turn == 1 else list(channel.guild.threads.values())
    shown = [each for place in places for each in world.transcript.posts_in(place.id)]
    return [each for each in shown if "discuss-vote:" in str(each.components)]


async def ballot(world: World, channel: Channel, turn: int = 1) -> Message:
    """Wait for the post on which the round ``turn`` is voted."""
    await world.until(lambda: bool(ballots(world, channel, turn)), within=30.0)
    return ballots(world, channel, turn)[0]


PHASES = (Phase.FIRST_VOTE, Phase.ARGUMENT, Phase.SECOND_VOTE, Phase.CLOSED)
