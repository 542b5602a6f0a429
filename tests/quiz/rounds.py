"""A live round in a study group, in the words of those who take part."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.ids import ChannelId, GuildId
from bot.quiz.rounds import phases, store
from bot.quiz.rounds.model import Round
from tests.quiz.daily import Quiz, option, quiz_group
from tests.quiz.notes import SINGLE, TRUE_FALSE
from tests.support.told import words_of

# SimCord sits out what is shorter than its own patience (15 s), so nothing here is.
LEAD_S, BREATH_S, SECONDS = 60, 50, 60


@dataclass
class Played:
    """A group in whose channel rounds run."""

    quiz: Quiz

    async def start(self, **options: Any) -> InteractionResult:
        """Have the moderator start a round."""
        return await self.quiz.moderate("round", **{"seconds": SECONDS, **options})

    async def begin(self, **options: Any) -> None:
        """Start a round and wait for its first item."""
        await self.start(**options)
        await self.wait(LEAD_S)

    async def wait(self, seconds: float) -> None:
        """Let so much time pass, and a little more in which what is due is sent and edited."""
        await self.quiz.group.env.advance_time(seconds)
        for _ in range(3):
            await self.quiz.group.env.advance_time(0.2)

    async def settle(self) -> None:
        """Let edits be made that were asked for just now."""
        await self.wait(4)

    @property
    def post(self) -> discord.Message:
        """The newest post."""
        return self.quiz.post

    @property
    def said(self) -> str:
        """What the newest post says."""
        return words_of(self.post)

    def titled(self, title: str) -> list[discord.Message]:
        """Return the posts whose title is ``title``."""
        return [each for each in self.quiz.posts if each.embeds and each.embeds[0].title == title]

    async def answer(self, member: MemberActor, *, right: bool = True) -> InteractionResult:
        """Answer the newest post, whichever of the single and true/false items it shows."""
        if any(line.endswith(". 하드웨어") for line in self.said.splitlines()):
            text = "하드웨어" if right else "창문"
            return await member.click(self.post, label=option(self.post, text))
        return await member.click(self.post, label="맞아요" if right else "아니에요")

    def seen(self, message: discord.Message) -> discord.Message:
        """Return what a post says by now."""
        return next(each for each in self.quiz.posts if each.id == message.id)

    async def press(self, member: MemberActor, custom_id: str) -> InteractionResult:
        """Press a button that an old or forged copy of the newest post carries."""
        group, post = self.quiz.group, self.post
        message = group.env.backend.messages[group.channel.id][post.id]
        kept = message.components
        part = {"type": 2, "custom_id": custom_id, "style": 2, "label": "옛 버튼"}
        message.components = [{"type": 1, "components": [part]}]
        try:
            return await member.click(post, custom_id=custom_id)
        finally:
            message.components = kept

    async def running(self) -> Round | None:
        """Return the round that runs in the channel."""
        group = self.quiz.group
        async with group.bot.storage.reading() as work:
            return await store.running_in(
                work, GuildId(group.guild.id), ChannelId(group.channel.id)
            )

    async def restart(self, gone_for: timedelta = timedelta(0)) -> None:
        """Replace the bot's process, ``gone_for`` later."""
        await self.quiz.group.restart()
        await self.wait(gone_for.total_seconds())


def slowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a round take its time between items."""
    monkeypatch.setattr(phases, "LEAD", timedelta(seconds=LEAD_S))
    monkeypatch.setattr(phases, "BREATH", timedelta(seconds=BREATH_S))


@asynccontextmanager
async def rounds_group(folder: Path, *items: str, locale: str = "ko") -> AsyncIterator[Played]:
    """Run a group whose notes have ``items`` (two kinds that a press answers, unless given)."""
    async with quiz_group(folder, *(items or (SINGLE, TRUE_FALSE)), locale=locale) as quiz:
        yield Played(quiz)
