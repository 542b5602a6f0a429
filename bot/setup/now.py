"""What somebody can do in a server right now, in few queries: for /help."""

from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Generic, Protocol, TypeVar

import discord

from bot.clock import Clock
from bot.discord_ui.faces import Actor, actor_of
from bot.discord_ui.words import Say
from bot.guilds import service as guilds
from bot.guilds.model import GuildSettings
from bot.ids import GuildId, MemberId
from bot.inbox.model import to_decide
from bot.inbox.sections import Sections
from bot.quiz import service as quiz
from bot.review import service as review
from bot.storage.together import Together
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


@dataclass(frozen=True, slots=True)
class _Own:
    """Whose open quizzes (where there may be any) and reviews due by a day are wanted."""

    guild: GuildId
    member: MemberId
    day: date
    asks_quiz: bool


async def _read_own(work: Work, wanted: Collection[_Own]) -> dict[_Own, tuple[int, int]]:
    asked = {(each.guild, each.member) for each in wanted if each.asks_quiz}
    quizzes = await quiz.waiting_for(work, asked) if asked else {}
    reviews = {
        day: await review.due_by(
            work, {(each.guild, each.member) for each in wanted if each.day == day}, day
        )
        for day in {each.day for each in wanted}
    }
    found = {}
    for each in wanted:
        who = (each.guild, each.member)
        found[each] = (len(quizzes.get(who, ())), reviews[each.day].get(who, 0))
    return found


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
        self._own: Together[_Own, tuple[int, int]] = Together(storage, _read_own, name="right-now")

    async def __call__(self, interaction: discord.Interaction, say: Say, /) -> Sequence[str]:
        """Return a line for each thing that is on; in direct messages nothing is."""
        if interaction.guild_id is None:
            return ()
        guild, actor = GuildId(interaction.guild_id), actor_of(interaction)
        found = await self._found(guild, actor)
        return [say(words, count=count) for words, count in found if count]

    async def _found(self, guild: GuildId, actor: Actor) -> list[tuple[str, int]]:
        now = self._clock.now()
        scene = await self._scene(guild, now)
        day = now.astimezone(scene.settings.zone_info()).date()
        quizzes, reviews = await self._own.of(_Own(guild, actor.member, day, scene.asks_quiz))
        found = [("help-now-quiz", quizzes), ("help-now-review", reviews), *scene.going]
        moderates = scene.settings.is_moderated_by(
            manages_server=actor.manages_server, roles=actor.roles
        )
        if moderates:
            found.append(("help-now-inbox", await self._waiting(guild, now)))
        return found

    async def _scene(self, guild: GuildId, now: datetime) -> _Scene:
        known = self._scenes.fresh(guild, now)
        if known is not None:
            return known
        async with self._storage.reading() as work:
            scene = _Scene(
                settings=await guilds.settings(work, guild),
                asks_quiz=await quiz.asks_now(work, guild),
                going=tuple([await each(work, guild) for each in self._going]),
            )
        self._scenes.keep(guild, scene, now)
        return scene

    async def _waiting(self, guild: GuildId, now: datetime) -> int:
        known = self._counts.fresh(guild, now)
        if known is not None:
            return known
        async with self._storage.reading() as work:
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
