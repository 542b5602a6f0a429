"""What tests of conversations and of teaching do in a group whose bot has the real index."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import discord
from simcord.actors import MemberActor
from simcord.results import InteractionResult
from sqlalchemy import text

from bot.discord_ui.words import voice
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group
from tests.support.told import answered, buttons, words_of

KO = voice("ko")
# Means something to nobody but the group that says so.
OURS = "우리 고래 로고 그거"
NOBODYS = "쿠버네티스 파드는?"


@asynccontextmanager
async def real_group(folder: Path) -> AsyncIterator[Group]:
    """The group, with the shipped notes and their index."""
    async with study_group(sqlite_url(folder)) as opened:
        yield opened


async def ask(group: Group, member: MemberActor, question: str) -> discord.Message:
    """Ask with the command; return the private answer."""
    return answered(await member.slash(group.channel, "ask", question=question))


def title(message: discord.Message) -> str:
    """Return the title of what was shown, empty for an honest no."""
    return (message.embeds[0].title if message.embeds else "") or ""


def newest(group: Group) -> discord.Message:
    """Return the channel's last message."""
    return group.channel.history(viewer=group.seo)[-1]


async def inbox(group: Group) -> discord.Message:
    """Open the first unanswered question; return the message that shows it."""
    opened = answered(await group.moderator.slash(group.channel, "inbox"))
    await press(group, opened, "빈 질문")
    return shown(group, opened)


def shown(group: Group, message: discord.Message) -> discord.Message:
    """Return a private message of the moderator's as it looks now."""
    history = group.channel.history(viewer=group.moderator)
    return next((each for each in history if each.id == message.id), message)


async def press(
    group: Group, message: discord.Message, label: str, member: MemberActor | None = None
) -> InteractionResult:
    """Press the button whose label begins so."""
    now = shown(group, message)
    button = next(each for each in buttons(now) if (each.label or "").startswith(label))
    actor = member or group.moderator
    return await actor.click(now, custom_id=button.custom_id or "")


async def teach(group: Group, question: str, concept: str) -> discord.Message:
    """Have Mina ask what nobody knows, and the moderator teach it; return the inbox's message."""
    await ask(group, group.mina, question)
    opened = await inbox(group)
    await choose(group, opened, concept)
    return shown(group, opened)


async def choose(group: Group, opened: discord.Message, concept: str) -> InteractionResult:
    """Choose a concept in the menu of a case."""
    found = group.bot.notes.edition.library.concept(concept)
    assert found is not None
    now = shown(group, opened)
    [menu] = [
        part
        for row in now.components
        if isinstance(row, discord.ActionRow)
        for part in row.children
        if isinstance(part, discord.SelectMenu)
    ]
    return await group.moderator.select(now, [str(found.number)], custom_id=menu.custom_id)


async def rows(group: Group, query: str) -> Sequence[tuple[object, ...]]:
    """Return what the database holds."""
    async with group.bot.storage.reading() as work:
        return [tuple(row) for row in await work.session.execute(text(query))]


def told(result: InteractionResult) -> str:
    """Return what was said privately below the message that was pressed."""
    return "\n".join(words_of(each.message) for each in result.followups)


def private_messages(member: MemberActor) -> list[discord.Message]:
    """Return what the bot wrote to the member privately."""
    channel = member.user.dm_channel
    return list(channel.history())


async def wait(group: Group, span: timedelta = timedelta(seconds=10)) -> None:
    """Let time pass, so that what was decided is sent."""
    await group.env.advance_time(span.total_seconds())


__all__ = [
    "KO",
    "NOBODYS",
    "OURS",
    "ask",
    "choose",
    "inbox",
    "newest",
    "press",
    "private_messages",
    "real_group",
    "rows",
    "shown",
    "teach",
    "title",
    "told",
    "wait",
    "words_of",
]
