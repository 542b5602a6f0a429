"""Doran with announcements in its ledger: planned, read and awaited from outside its process."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.ids import ChannelId, GuildId, MemberId
from bot.posts import store
from bot.posts.announce import store as announcements
from bot.posts.announce.model import Announcement, Standing
from bot.posts.announce.service import KIND
from bot.posts.model import Post
from bot.posts.wallclock import Occurrence, Once
from bot.storage.work import Storage
from tests.support.databases import database_in
from tests.wire.objects import Channel
from tests.wire.program import Program
from tests.wire.server import Loopback

TEXT = "오늘 8시에 만나요"


class Ledger:
    """The database of a program that is killed and started again."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.url = url or database_in(folder)

    def program(self, loopback: Loopback) -> Program:
        """The product, with this database."""
        return Program(loopback, environment={"DATABASE_URL": self.url, "LOG_LEVEL": "warning"})

    async def plan(self, *channels: Channel, text: str = TEXT, author: int = 1) -> None:
        """Plan an announcement in each of `channels` for a moment ago."""
        at = datetime.now(UTC) - timedelta(seconds=1)
        wall = at.replace(tzinfo=None, second=0, microsecond=0)
        async with Storage(self.url) as storage, storage.work() as work:
            for channel in channels:
                assert channel.guild is not None
                await announcements.add(
                    work,
                    Announcement(
                        id=0,
                        guild=GuildId(channel.guild.id),
                        channel=ChannelId(channel.id),
                        author=MemberId(author),
                        text=text,
                        silent=True,
                        rule=Once(wall),
                        zone="UTC",
                        standing=Standing.WAITING,
                        next=Occurrence(wall.date(), at),
                        claimed_day=None,
                    ),
                )
            await work.commit()

    async def posts(self, guild: int, subject: int = 1) -> Sequence[Post]:
        """The posts of an announcement."""
        async with Storage(self.url) as storage, storage.reading() as work:
            return await store.posts_of(work, GuildId(guild), KIND, subject)

    async def all_posts(self, guild: int, kind: str) -> Sequence[Post]:
        """Every post of a kind."""
        async with Storage(self.url) as storage, storage.reading() as work:
            return await store.posts_of(work, GuildId(guild), kind)

    async def change(self, *posts: Post) -> None:
        """Write `posts` as they are."""
        async with Storage(self.url) as storage, storage.work() as work:
            await store.record(work, posts)
            await work.commit()

    async def wish_redrawn(self, guild: int, number: int) -> None:
        """Ask for the post `number` to be shown anew."""
        async with Storage(self.url) as storage, storage.work() as work:
            await store.ask_redraw(work, GuildId(guild), number)
            await work.commit()
