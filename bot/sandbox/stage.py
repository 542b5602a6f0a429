"""The running sandbox: one bot in one simulated Discord, where one thing happens at a time."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

import simcord

from bot.app import PERMISSIONS, DoranBot
from bot.clock import Clock
from bot.guilds import service
from bot.ids import GuildId, MemberId
from bot.sandbox.clock import WorldClock
from bot.sandbox.locale import ClientLanguages
from bot.sandbox.screen import Screen
from bot.sandbox.world import EARLIER, ZONE_NAME, World, found, live_in

_SEOUL = ZoneInfo(ZONE_NAME)
MORNING = time(9, 0)
# A quiet hour at which people are around, whatever the visitor's own hour.
STUDY_TIME = time(16, 30)
# What one step of the bot may take before we say that it hangs. Generous: a cold, busy machine.
PATIENCE_SECONDS = 30.0
LOCALES = {"ko": "ko", "en": "en-US"}

MakeBot = Callable[[Clock], DoranBot]


class Stage:
    """One simulated Discord with the real bot in it.

    SimCord refuses overlapping operations, so everything that acts takes ``turn``: the
    control page, the clock, and what is pressed in the preview.
    """

    def __init__(self, make_bot: MakeBot, now: datetime) -> None:
        """Build the world, in which it will be ``now`` once entered.

        Raises:
            BrokenContent: the bot's notes have faults.
        """
        self._clock = WorldClock()

        def make() -> DoranBot:
            bot = make_bot(self._clock)
            # SimCord waits until all that a bot began has ended; a first reading takes a minute.
            bot.learns_at_start = False
            return bot

        self._make_bot = make
        self.bot = make()
        self.env = simcord.Env(self.bot, check_errors=False, settle_timeout=PATIENCE_SECONDS)
        self._clock.follow(self.env)
        self.world: World = found(self.env, PERMISSIONS)
        backend = self.env.backend
        backend.clock.advance((now - EARLIER - self.env.now()).total_seconds())
        # A bot over kept records would say that this application knows its commands already; but
        # a new simulated Discord knows none.
        backend.application_id = backend.snowflake()
        self.language = "ko"
        self._clients = ClientLanguages(self.env, LOCALES[self.language])
        self._turn = asyncio.Lock()
        self.screen = Screen(self.env, self._turn)

    async def __aenter__(self) -> Self:
        await self.env.start()
        self.bot.learn_meaning()
        await live_in(self.env, self.world)
        return self

    async def __aexit__(self, *_: object) -> None:
        async with self._turn:
            await self.screen.close()
            await self.env.shutdown()
            await self.bot.close()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Act alone; what happened is on the open screen afterwards."""
        async with self._turn:
            try:
                yield
            finally:
                await self.screen.refresh()

    async def forward(self, span: timedelta) -> None:
        """Let ``span`` pass in the world, running what falls due in it."""
        async with self.turn():
            await self.advance(self.env.now() + span)

    async def until_morning(self) -> None:
        """Let time pass until the next 09:00 in Seoul."""
        async with self.turn():
            await self.advance(next_morning(self.env.now()))

    async def restart(self) -> None:
        """Put a fresh bot in the same world, over the same database."""
        async with self.turn():
            old, new = self.bot, self._make_bot()
            await self.env.restart_bot(new)
            self.bot = new
            new.learn_meaning()
            # SimCord only lets go of a bot; what the old one holds open is ours to close.
            await old.close()

    async def speak(self, language: str) -> None:
        """Make the server and every member's client speak ``ko`` or ``en``."""
        async with self.turn():
            self.language = language
            self._clients.default = LOCALES[language]
            guild = self.world.guild.id
            self.env.backend.edit_guild(guild, {"preferred_locale": LOCALES[language]})
            # What the moderator's /settings and each member's /language would do.
            async with self.bot.storage.work() as work:
                await service.speak(work, GuildId(guild), language)
                for actor in self.world.members.values():
                    await service.choose_language(work, MemberId(actor.id), language)
                await work.commit()
            self.bot.languages.forget()

    async def advance(self, target: datetime) -> None:
        """Let time pass up to ``target``. The caller has the turn."""
        # One advance has one deadline for everything that falls due in it; as long as it gets
        # somewhere, a long stretch may take several.
        while (left := (target - self.env.now()).total_seconds()) > 0:
            before = self.env.now()
            try:
                await self.env.advance_time(left)
            except TimeoutError:
                if self.env.now() == before:
                    raise


async def keep_time(
    stage: Stage, *, every: float = 10.0, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Let the world's time pass as the visitor's does, in steps of ``every`` seconds."""
    while True:
        await sleep(every)
        # A bot that hangs is reported by the visitor's own actions.
        with suppress(TimeoutError):
            await stage.forward(timedelta(seconds=every))


def study_time(now: datetime) -> datetime:
    """Return the moment, on the present day in Seoul, at which a fresh world is entered."""
    return datetime.combine(now.astimezone(_SEOUL).date(), STUDY_TIME, _SEOUL).astimezone(UTC)


def next_morning(now: datetime) -> datetime:
    """Return the next 09:00 in Seoul after ``now``."""
    local = now.astimezone(_SEOUL)
    morning = datetime.combine(local.date(), MORNING, _SEOUL)
    return morning if morning > local else morning + timedelta(days=1)
