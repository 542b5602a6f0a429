"""A study group in SimCord's simulated Discord, with the real bot, database and notes in it."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import discord
import pytest
from pydantic import SecretStr
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle
from simcord.env import Env

from bot.answers.notes import Edition, Notes
from bot.app import DoranBot, create_bot
from bot.content.reader import read
from bot.discord_ui.outcomes import refusal_in
from bot.posts import editor, scheduler
from bot.quiz import counting
from bot.sandbox.clock import WorldClock
from bot.sandbox.locale import ClientLanguages
from bot.settings import Settings
from tests.support.databases import POSTGRESQL, database_in
from tests.support.guarded import guarded

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
# A patience, not a limit: beside other work a busy machine needs more than SimCord's own. SimCord
# waits, in real time, for every sleep that ends sooner: what is due soon would be waited for.
PATIENCE_SECONDS = 15
Met = TypeVar("Met")


@asynccontextmanager
async def world_of(
    bot: DoranBot, clock: WorldClock, meet: Callable[[Env], Met]
) -> AsyncIterator[Met]:
    """Run ``bot`` in a world that ``clock`` follows from before the bot logs in.

    ``meet`` builds what the bot finds itself already in: it says no hello there.

    Unlike ``simcord.run`` this may stand in a fixture, whose end runs in another context than its
    beginning. Errors that reached discord.py's own handlers fail the test, unless they are
    refusals, or the test has read them (``env.errors``).
    """
    env = Env(bot, settle_timeout=PATIENCE_SECONDS)
    clock.follow(env)
    met = meet(env)
    await env.start()
    try:
        yield met
    finally:
        await env.shutdown()
    unread = env.errors_since(env._errors_acknowledged)
    faults = [error for error in unread if refusal_in(error) is None]
    if faults:
        raise BaseExceptionGroup("the bot's own faults", faults)


def settings_for(
    url: str, content: Path = CONTENT, operators: frozenset[int] = frozenset()
) -> Settings:
    """Return settings that read nothing of the machine's environment."""
    return Settings.model_construct(
        discord_token=None,
        database_url=SecretStr(url),
        content_dir=content,
        operator_ids=operators,
        answers_model="off",
        # Time stands still between what a test does.
        member_burst=0,
        log_format="console",
        log_level="info",
    )


@dataclass
class Group:
    """The server 도란 스터디 with its channel, three members and a moderator."""

    env: Env
    bot: DoranBot
    clock: WorldClock
    url: str
    content: Path
    operators: frozenset[int]
    languages: ClientLanguages
    guild: GuildHandle
    channel: ChannelHandle
    mina: MemberActor
    jun: MemberActor
    seo: MemberActor
    moderator: MemberActor

    @property
    def mention(self) -> str:
        """What a member writes to address the bot."""
        assert self.env.bot.user is not None
        return f"<@{self.env.bot.user.id}>"

    async def restart(self) -> None:
        """Replace the bot's process; Discord and the database stay."""
        old = self.bot
        self.bot = _bot(self.url, self.content, self.operators, self.clock)
        await self.env.restart_bot(self.bot)
        await old.close()


@asynccontextmanager
async def study_group(
    url: str,
    *,
    content: Path = CONTENT,
    operators: frozenset[int] = frozenset(),
    locale: str = "ko",
) -> AsyncIterator[Group]:
    """Run the bot on the database at ``url``, in a group that has just met.

    Where the suite runs on PostgreSQL (see ``database_in``), on a database there instead.
    """
    if not url.startswith(POSTGRESQL):
        url = database_in(Path(url.partition(":///")[2]).parent)
    clock = WorldClock()
    bot = _bot(url, content, operators, clock)
    group: Group | None = None
    try:
        meet = partial(
            _met,
            bot=bot,
            clock=clock,
            url=url,
            content=content,
            operators=operators,
            locale=locale,
        )
        # Whatever members do here, no statement may reach beyond their server.
        with guarded(), hasty():
            async with world_of(bot, clock, meet) as group:
                yield group
    finally:
        # SimCord never closes a bot; the one that runs last may be another than the first.
        await (bot if group is None else group.bot).close()


@contextmanager
def hasty() -> Iterator[None]:
    """Leave out what the bot waits for only to spare Discord: SimCord would wait for it, really.

    What the waiting is for has tests of its own, with clocks of their own.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "SPELL_S", 0.0)
        patch.setattr(editor, "SPACING", timedelta(milliseconds=10))
        patch.setattr(scheduler, "LEAST", timedelta(milliseconds=1))
        yield


def _bot(url: str, content: Path, operators: frozenset[int], clock: WorldClock) -> DoranBot:
    notes = Notes(content, _shipped()) if content == CONTENT else None
    return create_bot(settings_for(url, content, operators), clock=clock, notes=notes)


@cache
def _shipped() -> Edition:
    """Return the shipped notes; an edition never changes, so one reading serves every test."""
    return Edition.of(read(CONTENT))


def _met(
    env: Env,
    bot: DoranBot,
    clock: WorldClock,
    url: str,
    content: Path,
    operators: frozenset[int],
    locale: str,
) -> Group:
    languages = ClientLanguages(env, locale)
    guild = env.create_guild("도란 스터디")
    channel = guild.create_text_channel("공부방")
    role = guild.create_role(
        "운영자", permissions=discord.Permissions(manage_guild=True, manage_messages=True)
    )
    mina, jun, seo = (guild.add_member(env.create_user(name)) for name in ("미나", "준호", "서연"))
    moderator = guild.add_member(env.create_user("운영자"), roles=[role])
    return Group(
        env=env,
        bot=bot,
        clock=clock,
        url=url,
        content=content,
        operators=operators,
        languages=languages,
        guild=guild,
        channel=channel,
        mina=mina,
        jun=jun,
        seo=seo,
        moderator=moderator,
    )
