"""Announcements in a study group, in the words of those who make and read them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.builders import ChannelHandle
from simcord.enums import OverwriteType
from simcord.results import InteractionResult

from bot.ids import GuildId
from bot.posts import scheduler, store
from bot.posts.announce.service import KIND
from bot.posts.model import Post
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
TEXT = "토요일 모임은 7시예요"


@asynccontextmanager
async def announcing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Group]:
    """The group; its bot looks at neither clock nor database in between, which nobody sets here."""
    for pause in ("CLOCK_POLL", "IDLE"):
        monkeypatch.setattr(scheduler, pause, timedelta(days=100))
    async with study_group(sqlite_url(folder)) as opened:
        yield opened


async def announce(
    group: Group, how: str, channel: ChannelHandle | None = None, **options: Any
) -> InteractionResult:
    """Have the moderator announce ``TEXT``; return the answer to what they wrote."""
    asked = await group.moderator.slash(
        group.channel, f"settings announce {how}", channel=channel or group.channel, **options
    )
    if asked.modal is None:
        return asked
    return await group.moderator.submit_modal(asked, {"text": TEXT})


async def press(group: Group, shown: InteractionResult, label: str) -> InteractionResult:
    assert shown.response is not None
    return await group.moderator.click(shown.response, label=label)


def said(result: InteractionResult) -> str:
    assert result.response is not None
    assert result.ephemeral
    embeds = "\n".join(f"{e.title}\n{e.description}" for e in result.response.embeds)
    return f"{result.response.content}\n{embeds}"


def public(group: Group, channel: ChannelHandle | None = None) -> list[str]:
    """Return what a plain member reads in the channel."""
    return [m.content for m in (channel or group.channel).history(viewer=group.mina)]


def private(group: Group) -> list[str]:
    return [m.content for m in group.moderator.user.dm_channel.history()]


async def posts(group: Group, subject: int = 1) -> list[Post]:
    async with group.bot.storage.reading() as work:
        return await store.posts_of(work, GuildId(group.guild.id), KIND, subject)


async def at_wall_clock(group: Group, moment: datetime) -> None:
    """Let time pass up to ``moment`` (UTC)."""
    await group.env.advance_time((moment - group.env.now()).total_seconds())


def forbid(group: Group, channel: ChannelHandle, **denied: bool) -> None:
    """Take permissions from the bot's own role in ``channel``; without any, give them back."""
    assert group.bot.user is not None
    role = group.guild.roles[group.bot.user.name]
    allow, deny = discord.PermissionOverwrite(**denied).pair()
    overwrite = Overwrite(role.id, OverwriteType.ROLE, allow.value, deny.value)
    group.env.backend.edit_channel(channel.id, {}, overwrites=[overwrite])
