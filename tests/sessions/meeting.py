"""A session in a study group, in the words of those who take part."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group
from tests.support.told import answered, labels, words_of

# What the shipped agenda is called.
TITLE = "첫 모임"


@dataclass
class Meeting:
    """A group, what the bot posted, and whoever presses."""

    group: Group

    async def say(
        self, command: str, actor: MemberActor | None = None, **options: Any
    ) -> InteractionResult:
        """Have somebody (the moderator) say ``/session …`` in the channel."""
        who = actor or self.group.moderator
        done = await who.slash(self.group.channel, f"session {command}", **options)
        await self.wait(timedelta(seconds=4))
        return done

    async def wait(self, span: timedelta) -> None:
        """Let time pass, no more than an hour at once, as it does."""
        left = span.total_seconds()
        while left > 0:
            await self.group.env.advance_time(min(left, 3600.0))
            left -= 3600.0
        for _ in range(4):
            await self.group.env.advance_time(1.0)

    @property
    def thread(self) -> ChannelHandle:
        """The newest session's thread."""
        found = (
            each for each in reversed(self.group.channel.threads) if TITLE in (each.name or "")
        )
        return next(found)

    @property
    def posts(self) -> list[discord.Message]:
        """What the bot posted in the channel, oldest first."""
        return self._public(self.group.channel)

    @property
    def in_thread(self) -> list[discord.Message]:
        """What the bot posted in the thread, oldest first."""
        return self._public(self.thread)

    @property
    def part(self) -> discord.Message:
        """The newest post of a part."""
        return next(post for post in reversed(self.in_thread) if "다음" in labels(post))

    async def press(
        self, member: MemberActor, label: str, message: discord.Message | None = None
    ) -> str:
        """Press a button of the present part (or of ``message``); return what is told."""
        done = await member.click(message or self.part, label=label)
        await self.wait(timedelta(seconds=4))
        return told(done)

    async def forge(self, member: MemberActor, custom_id: str) -> str:
        """Press a button that an old or forged copy of the present part carries."""
        part, place = self.part, self.thread
        message = self.group.env.backend.messages[place.id][part.id]
        kept = message.components
        button = {"type": 2, "custom_id": custom_id, "style": 2, "label": "옛 버튼"}
        message.components = [{"type": 1, "components": [button]}]
        try:
            return told(await member.click(part, custom_id=custom_id))
        finally:
            message.components = kept

    def _public(self, place: ChannelHandle) -> list[discord.Message]:
        assert self.group.bot.user is not None
        return [
            message
            for message in place.history(viewer=self.group.seo)
            if message.author.id == self.group.bot.user.id and not message.flags.ephemeral
        ]


def told(result: InteractionResult) -> str:
    """Return what the member was told, which only they see."""
    assert answered(result).flags.ephemeral
    return words_of(answered(result))


@asynccontextmanager
async def meeting(folder: Path, locale: str = "ko") -> AsyncIterator[Meeting]:
    """Run a group with the shipped notes."""
    async with study_group(sqlite_url(folder), locale=locale) as group:
        yield Meeting(group)
