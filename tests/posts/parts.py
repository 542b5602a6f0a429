"""The ledger's machinery put together over a fake Discord and a clock that stands."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.discord_ui.words import voice
from bot.posts import store
from bot.posts.editor import Editor
from bot.posts.model import Claim, Post
from bot.posts.notices import Notices
from bot.posts.pace import Pace
from bot.posts.scheduler import Scheduler
from bot.posts.sender import Sender
from bot.posts.sources import Sources
from bot.storage.work import Storage
from tests.posts.posts import CHANNEL, GUILD, Channels, Hands, Plan


@dataclass
class Parts:
    """Everything between a claim and a message."""

    storage: Storage
    clock: Hands
    channels: Channels
    plan: Plan
    sender: Sender
    editor: Editor
    scheduler: Scheduler

    async def claim(self, *claims: Claim) -> list[Post]:
        async with self.storage.work() as work:
            posts = await store.claim(work, claims)
            await work.commit()
        return posts

    async def record(self, *posts: Post) -> None:
        async with self.storage.work() as work:
            await store.record(work, posts)
            await work.commit()

    async def send(self) -> None:
        """Send what is due, to the end."""
        await self.sender.start_due()
        await self.sender.stop()

    async def posts(self, subject: int = 1, kind: str = "test") -> Sequence[Post]:
        async with self.storage.reading() as work:
            return await store.posts_of(work, GUILD, kind, subject)

    async def one(self) -> Post:
        (post,) = await self.posts()
        return post

    async def crashed(self, post: Post) -> Post:
        """Leave ``post`` as a crash just after ``sending`` was committed leaves it."""
        begun = post.begun(self.clock.now(), self.channels.newest(CHANNEL))
        await self.record(begun)
        return begun

    async def act(self, begun: Post) -> None:
        """Let Discord act on a request whose answer nobody hears."""
        screen = self.plan.render(begun, voice("ko"))
        channel = begun.claim.channel or CHANNEL
        await self.channels.send(channel, screen, nonce=begun.nonce, silent=True)

    async def crashed_after_acting(self, post: Post) -> None:
        """Leave ``post`` as a crash between Discord's act and our record leaves it."""
        await self.act(await self.crashed(post))

    async def restart(self) -> None:
        """Do what a start does first: settle, then send what is due."""
        async with self.storage.work() as work:
            await store.settle_soon(work, self.clock.now())
            await work.commit()
        await self.send()


async def at_once(_seconds: float) -> None:
    """Sleep no time at all, but let others run."""
    await asyncio.sleep(0)


def put_together(storage: Storage) -> Parts:
    clock, channels, plan = Hands(), Channels(), Plan()
    sources, pace = Sources((Notices(), plan)), Pace(sleep=at_once)
    sender = Sender(storage, sources, channels, clock, pace)
    editor = Editor(channels, clock, pace)
    scheduler = Scheduler(storage, sources, sender, editor, clock)
    return Parts(storage, clock, channels, plan, sender, editor, scheduler)
