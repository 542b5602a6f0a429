"""Follows Discord's scheduled events: what is moved or cancelled there is so here."""

from collections.abc import Callable
from datetime import datetime

import discord
import structlog
from discord.ext import commands

from bot.clock import Clock
from bot.ids import GuildId
from bot.sessions import plans
from bot.storage.work import Storage

log = structlog.get_logger("doran.sessions")


class EventsCog(commands.Cog):
    """Listens, then tells the service."""

    def __init__(self, storage: Storage, clock: Clock, wake: Callable[[], None]) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._clock = clock
        self._wake = wake

    @commands.Cog.listener()
    async def on_scheduled_event_update(
        self, _before: discord.ScheduledEvent, after: discord.ScheduledEvent
    ) -> None:
        """Follow what was moved, or marked as cancelled."""
        guild = GuildId(after.guild_id)
        if after.status is discord.EventStatus.cancelled:
            await self._gone(guild, after.id)
        else:
            await self._moved(guild, after.id, after.start_time)

    @commands.Cog.listener()
    async def on_scheduled_event_delete(self, event: discord.ScheduledEvent) -> None:
        """Follow what was deleted."""
        await self._gone(GuildId(event.guild_id), event.id)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Catch up with what happened while the bot was away."""
        await self._catch_up(guild)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Catch up after the bot was invited again."""
        await self._catch_up(guild)

    async def _catch_up(self, guild: discord.Guild) -> None:
        number = GuildId(guild.id)
        async with self._storage.reading() as work:
            planned = await plans.open_of(work, number)
        for plan in planned:
            if plan.event is None:
                continue
            try:
                event = guild.get_scheduled_event(plan.event) or await guild.fetch_scheduled_event(
                    plan.event, with_counts=False
                )
            except discord.NotFound:
                await self._gone(number, plan.event)
            except discord.HTTPException as error:
                # Not known is not cancelled: the next connection looks again.
                log.warning("event not looked at", guild=number, status=error.status)
            else:
                await self._moved(number, plan.event, event.start_time)

    async def _moved(self, guild: GuildId, event: int, starts_at: datetime) -> None:
        async with self._storage.work() as work:
            moved = await plans.event_moved(work, guild, event, starts_at, now=self._clock.now())
            await work.commit()
        if moved is not None:
            log.info("plan moved", guild=guild, plan=moved.number)
            self._wake()

    async def _gone(self, guild: GuildId, event: int) -> None:
        async with self._storage.work() as work:
            left = await plans.event_gone(work, guild, event, now=self._clock.now())
            await work.commit()
        if left is not None:
            log.info("plan fell out", guild=guild, plan=left.number)
            self._wake()
