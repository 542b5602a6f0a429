"""A debate in a study group, in the words of those who take part."""

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

DEBATE = "when-not-docker"
EXPERIENCE = "vmware-experience"
DAY = timedelta(days=1)


@dataclass
class Debate:
    """A group, what the bot posted, and whoever presses."""

    group: Group

    async def admin(
        self, command: str, actor: MemberActor | None = None, **options: Any
    ) -> InteractionResult:
        """Have somebody (the moderator) say ``/discuss-admin …`` in the channel."""
        who = actor or self.group.moderator
        return await who.slash(self.group.channel, f"discuss-admin {command}", **options)

    async def start(self, prompt: str = DEBATE, **options: Any) -> InteractionResult:
        """Start a discussion, and let its post and thread be made."""
        done = await self.admin("start", prompt=prompt, **options)
        await self.wait(timedelta(seconds=20))
        return done

    async def go_on(self) -> InteractionResult:
        """Have the moderator end the present phase; return the confirmation's answer."""
        asked = await self.admin("next")
        done = await self.press(self.group.moderator, answered(asked), labels(answered(asked))[0])
        await self.wait(timedelta(seconds=20))
        return done

    async def wait(self, span: timedelta) -> None:
        """Let time pass, no more than an hour at once, as it does."""
        left = span.total_seconds()
        while left > 0:
            await self.group.env.advance_time(min(left, 3600.0))
            left -= 3600.0
        for _ in range(4):
            await self.group.env.advance_time(2.0)

    @property
    def opening(self) -> discord.Message:
        """The post in the channel that opens the newest discussion."""
        return next(
            post for post in reversed(self.posts) if post.embeds and ":discuss-" in controls(post)
        )

    @property
    def posts(self) -> list[discord.Message]:
        """What the bot posted in the channel, oldest first."""
        return self._public(self.group.channel)

    @property
    def in_thread(self) -> list[discord.Message]:
        """What the bot posted in the thread, oldest first."""
        return self._public(self.thread)

    @property
    def thread(self) -> ChannelHandle:
        """The newest thread."""
        return self.group.channel.threads[-1]

    async def vote(self, member: MemberActor, stance: int) -> InteractionResult:
        """Press a stance of the newest ballot."""
        return await member.click(self.ballot, label=labels(self.ballot)[stance])

    @property
    def ballot(self) -> discord.Message:
        """The newest post with stances."""
        return next(
            post
            for post in reversed([*self.posts, *self.in_thread])
            if ":discuss-vote:" in controls(post)
        )

    @property
    def reasons(self) -> discord.Message:
        """The message with the reasons."""
        return next(
            post for post in reversed(self.in_thread) if ":discuss-reasons:" in controls(post)
        )

    async def why(
        self, member: MemberActor, pressed: discord.Message, label: str, **fields: str
    ) -> InteractionResult:
        """Fill in the form for a reason."""
        form = await self.press(member, pressed, label)
        assert form.modal is not None, told(form)
        return await member.submit_modal(form, fields)

    async def press(
        self, member: MemberActor, message: discord.Message, label: str
    ) -> InteractionResult:
        """Press the button whose label begins so, of ``message`` as it is by now."""
        present = self.now(member, message)
        found = next(each for each in labels(present) if each.startswith(label))
        return await member.click(present, label=found)

    def now(self, member: MemberActor, message: discord.Message) -> discord.Message:
        """Return ``message`` as ``member`` sees it by now."""
        places = [self.group.channel, *self.group.channel.threads]
        seen = (each for place in places for each in place.history(viewer=member))
        return next(each for each in seen if each.id == message.id)

    def _public(self, place: ChannelHandle) -> list[discord.Message]:
        assert self.group.bot.user is not None
        return [
            message
            for message in place.history(viewer=self.group.seo)
            if message.author.id == self.group.bot.user.id and not message.flags.ephemeral
        ]


def told(result: InteractionResult) -> str:
    """Return what the member was told, which only they see."""
    message = answered(result)
    assert message.flags.ephemeral
    return words_of(message)


def controls(message: discord.Message) -> str:
    """Return the custom ids of a message's buttons and menus."""
    return "\n".join(
        str(getattr(part, "custom_id", ""))
        for row in message.components
        if isinstance(row, discord.ActionRow)
        for part in row.children
    )


@asynccontextmanager
async def debating_group(folder: Path, locale: str = "ko") -> AsyncIterator[Debate]:
    """Run a group with the shipped prompts."""
    async with study_group(sqlite_url(folder), locale=locale) as group:
        yield Debate(group)
