"""Doran with a daily quiz whose days come when a test says so, seen from outside its process."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.ids import ChannelId, GuildId, MemberId
from bot.posts.wallclock import Occurrence, Weekly
from bot.quiz.model import AskedItem
from bot.quiz.schedule import Schedule
from bot.quiz.store import answers, asked, schedules
from bot.storage.work import Storage
from tests.support.databases import database_in
from tests.wire.objects import Channel
from tests.wire.program import Program
from tests.wire.server import Loopback

EVERY_DAY = Weekly(frozenset(range(7)), time(9))


class QuizBook:
    """The database of a program that is killed and started again."""

    def __init__(self, folder: Path, channel: Channel, content: Path) -> None:
        assert channel.guild is not None
        self.url = database_in(folder)
        self.guild = GuildId(channel.guild.id)
        self.channel = channel
        self.content = content

    def program(self, loopback: Loopback) -> Program:
        """The product, with this database and these notes."""
        environment = {
            "DATABASE_URL": self.url,
            "CONTENT_DIR": str(self.content),
            "LOG_LEVEL": "warning",
        }
        return Program(loopback, environment=environment)

    async def begin(self, after: timedelta = timedelta(seconds=-1)) -> None:
        """Make a schedule whose first day comes ``after`` now."""
        at = datetime.now(UTC) + after
        async with Storage(self.url) as storage, storage.work() as work:
            await schedules.add(
                work,
                Schedule(
                    number=0,
                    guild=self.guild,
                    channel=ChannelId(self.channel.id),
                    member=MemberId(1),
                    rule=EVERY_DAY,
                    zone="UTC",
                    coming=Occurrence(at.date(), at),
                ),
            )
            await work.commit()

    async def next_day(self, after: timedelta = timedelta(seconds=-1)) -> None:
        """Let the next day come ``after`` now."""
        at = datetime.now(UTC) + after
        async with Storage(self.url) as storage, storage.work() as work:
            [schedule] = await schedules.of_guild(work, self.guild)
            assert schedule.coming is not None
            coming = replace(schedule.coming, at=at)
            await schedules.keep(work, [replace(schedule, coming=coming)])
            await work.commit()

    async def asked(self) -> list[AskedItem]:
        """What was asked, oldest first."""
        async with Storage(self.url) as storage, storage.reading() as work:
            return (await asked.latest(work, self.guild, 100))[::-1]

    async def stored(self, number: int) -> int:
        """How many answers the asked item has."""
        async with Storage(self.url) as storage, storage.reading() as work:
            return await answers.count(work, self.guild, number)
