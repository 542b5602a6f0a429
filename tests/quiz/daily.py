"""The daily quiz in a study group, in the words of those who take part."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from tests.quiz.notes import notes_in
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group
from tests.support.told import answered, words_of

# The world begins at 09:00 in Seoul on a Thursday; the quiz comes half an hour later.
AT = "09:30"
HALF_AN_HOUR = timedelta(minutes=30)
DAY = timedelta(days=1)


@dataclass
class Quiz:
    """A group with a schedule at 09:30, and whoever presses."""

    group: Group

    async def schedule(self, **options: Any) -> InteractionResult:
        """Have the moderator make a schedule."""
        given = {"time": AT, "channel": self.group.channel, **options}
        return await self.group.moderator.slash(
            self.group.channel, "quiz-admin schedule add", **given
        )

    async def begin(self, **options: Any) -> None:
        """Make a schedule, and let its first item be posted."""
        await self.schedule(**options)
        await self.wait(HALF_AN_HOUR)

    async def moderate(self, command: str, **options: Any) -> InteractionResult:
        """Have the moderator say ``/quiz-admin …``."""
        return await self.group.moderator.slash(
            self.group.channel, f"quiz-admin {command}", **options
        )

    async def wait(self, span: timedelta) -> None:
        """Let time pass, no more than an hour at once, as it does."""
        left = span.total_seconds()
        while left > 0:
            await self.group.env.advance_time(min(left, 3600.0))
            left -= 3600.0
        # What became due in the last moment takes a few more to be sent and edited.
        for _ in range(5):
            await self.group.env.advance_time(2.0)

    @property
    def posts(self) -> list[discord.Message]:
        """What the bot posted in the channel by itself, oldest first."""
        assert self.group.bot.user is not None
        return [
            message
            for message in self.group.channel.history(viewer=self.group.seo)
            if message.author.id == self.group.bot.user.id and not message.flags.ephemeral
        ]

    @property
    def post(self) -> discord.Message:
        """The newest of them."""
        return self.posts[-1]

    async def give(self, member: MemberActor, label: str) -> InteractionResult:
        """Press a button of the newest post."""
        return await member.click(self.post, label=label)

    async def write(self, member: MemberActor, text: str) -> InteractionResult:
        """Open the form of the newest post and send it."""
        opened = await self.give(member, "답 적기")
        return await member.submit_modal(opened, {"answer": text})


def told(result: InteractionResult) -> str:
    """Return what the member was told, which only they see."""
    assert answered(result).flags.ephemeral
    return words_of(answered(result))


def option(post: discord.Message, text: str) -> str:
    """Return the letter of the option that says ``text``."""
    lines = (post.embeds[0].description or "").splitlines()
    return next(line[0] for line in lines if line.endswith(f". {text}"))


@asynccontextmanager
async def quiz_group(folder: Path, *items: str, locale: str = "ko") -> AsyncIterator[Quiz]:
    """Run a group whose notes have ``items``."""
    content = notes_in(folder / "content", *items)
    async with study_group(sqlite_url(folder), content=content, locale=locale) as group:
        yield Quiz(group)
