"""What somebody can do in a server right now, in few queries: for /help."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

import discord

from bot.clock import Clock
from bot.discord_ui.faces import Actor, actor_of
from bot.discord_ui.words import Say
from bot.guilds import service as guilds
from bot.guilds.model import GuildSettings
from bot.ids import GuildId
from bot.inbox.model import to_decide
from bot.inbox.sections import Sections
from bot.quiz import service as quiz
from bot.review import service as review
from bot.storage.work import Storage, Work

# What is the same for everybody in a server is looked up again after this.
REMEMBERED = timedelta(seconds=10)
MAX_REMEMBERED = 1_000
Kept = TypeVar("Kept")


class Going(Protocol):
    """A capability in which something may be going on."""

    async def __call__(self, work: Work, guild: GuildId, /) -> tuple[str, int]:
        """Return the name of the words for it, and how many are going on."""
        ...


@dataclass(frozen=True, slots=True)
class _Scene:
    """What goes on in a server, whoever asks."""

    settings: GuildSettings
    asks_quiz: bool
    going: tuple[tuple[str, int], ...]


class RightNow:
    """Looks, by who asks: today's quiz, what is due, what goes on, what waits for moderators."""

    def __init__(
        self, storage: Storage, clock: Clock, sections: Sections, going: Sequence[Going]
    ) -> None:
        """Read from ``storage``; ``going`` are asked in every server."""
        self._storage = storage
        self._clock = clock
        self._sections = sections
        self._going = going
        self._scenes: _Memory[_Scene] = _Memory()
        self._counts: _Memory[int] = _Memory()

    async def __call__(self, interaction: discord.Interaction, say: Say, /) -> Sequence[str]:
        """Return a line for each thing that is on; in direct messages nothing is."""
        if interaction.guild_id is None:
            return ()
        async with self._storage.reading() as work:
            found = await self._found(work, GuildId(interaction.guild_id), actor_of(interaction))
        return [say(words, count=count) for words, count in found if count]

    async def _found(self, work: Work, guild: GuildId, actor: Actor) -> list[tuple[str, int]]:
        now = self._clock.now()
        scene = await self._scene(work, guild, now)
        found: list[tuple[str, int]] = []
        if scene.asks_quiz:
            who = (guild, actor.member)
            found.append(("help-now-quiz", len((await quiz.waiting_for(work, [who]))[who])))
        day = now.astimezone(scene.settings.zone_info()).date()
        found.append(("help-now-review", await review.due_by(work, guild, actor.member, day)))
        found += scene.going
        moderates = scene.settings.is_moderated_by(
            manages_server=actor.manages_server, roles=actor.roles
        )
        if moderates:
            found.append(("help-now-inbox", await self._waiting(work, guild, now)))
        return found

    async def _scene(self, work: Work, guild: GuildId, now: datetime) -> _Scene:
        known = self._scenes.fresh(guild, now)
        if known is not None:
            return known
        scene = _Scene(
            settings=await guilds.settings(work, guild),
            asks_quiz=await quiz.asks_now(work, guild),
            going=tuple([await each(work, guild) for each in self._going]),
        )
        self._scenes.keep(guild, scene, now)
        return scene

    async def _waiting(self, work: Work, guild: GuildId, now: datetime) -> int:
        known = self._counts.fresh(guild, now)
        if known is not None:
            return known
        count = to_decide(await self._sections.lines(work, guild))
        self._counts.keep(guild, count, now)
        return count


class _Memory(Generic[Kept]):
    """Remembers something of each server for a few seconds."""

    def __init__(self) -> None:
        self._kept: OrderedDict[GuildId, tuple[datetime, Kept]] = OrderedDict()

    def fresh(self, guild: GuildId, now: datetime) -> Kept | None:
        known = self._kept.get(guild)
        if known is None or not timedelta(0) <= now - known[0] < REMEMBERED:
            return None
        return known[1]

    def keep(self, guild: GuildId, kept: Kept, now: datetime) -> None:
        self._kept[guild] = (now, kept)
        self._kept.move_to_end(guild)
        if len(self._kept) > MAX_REMEMBERED:
            self._kept.popitem(last=False)
