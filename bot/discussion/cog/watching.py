"""Watches over the messages, threads and channels of discussions; moderators are told once."""

from collections.abc import Callable

import discord
from discord.ext import commands

from bot.clock import Clock
from bot.discussion import service, trouble
from bot.ids import ChannelId, GuildId, MessageId
from bot.posts import service as posts
from bot.storage.work import Storage


class DiscussionWatch(commands.Cog):
    """Hears what others do to where discussions are held."""

    def __init__(self, storage: Storage, clock: Clock, wake: Callable[[], None]) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._clock = clock
        self._wake = wake

    @commands.Cog.listener()
    async def on_raw_message_delete(self, gone: discord.RawMessageDeleteEvent) -> None:
        """Tell that a discussion's message was deleted."""
        if gone.guild_id is not None:
            await self._message_gone(GuildId(gone.guild_id), MessageId(gone.message_id))

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, gone: discord.RawBulkMessageDeleteEvent) -> None:
        """Tell that discussions' messages were deleted."""
        if gone.guild_id is not None:
            for message in gone.message_ids:
                await self._message_gone(GuildId(gone.guild_id), MessageId(message))

    @commands.Cog.listener()
    async def on_raw_thread_update(self, changed: discord.RawThreadUpdateEvent) -> None:
        """Tell that an open discussion's thread was archived or locked."""
        state = changed.data.get("thread_metadata", {})
        if not (state.get("archived") or state.get("locked")):
            return
        guild, thread = GuildId(changed.guild_id), ChannelId(changed.thread_id)
        if not await self._is_ours(guild, thread):
            return
        async with self._storage.work() as work:
            await trouble.thread_shut(work, guild, thread, self._clock.now())
            await work.commit()
        self._wake()

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, gone: discord.RawThreadDeleteEvent) -> None:
        """Go on without the thread."""
        await self._place_gone(GuildId(gone.guild_id), ChannelId(gone.thread_id))

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, gone: discord.abc.GuildChannel) -> None:
        """Tell that a discussion's channel is gone."""
        await self._place_gone(GuildId(gone.guild.id), ChannelId(gone.id))

    async def _message_gone(self, guild: GuildId, message: MessageId) -> None:
        async with self._storage.reading() as work:
            if await posts.shown_by(work, guild, message) is None:
                return
        async with self._storage.work() as work:
            told = await trouble.message_gone(work, guild, message, self._clock.now())
            await work.commit()
        if told:
            self._wake()

    async def _place_gone(self, guild: GuildId, place: ChannelId) -> None:
        if not await self._is_ours(guild, place):
            return
        async with self._storage.work() as work:
            await trouble.place_gone(work, guild, place, self._clock.now())
            await work.commit()
        self._wake()

    async def _is_ours(self, guild: GuildId, place: ChannelId) -> bool:
        # Threads change all day long; few of them need a transaction that writes.
        async with self._storage.reading() as work:
            return await service.open_in(work, guild, place) is not None
