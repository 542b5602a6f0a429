"""The commands /review, /me and /notify; every answer is the member's alone."""

from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, guild_of, member_of, private_voice
from bot.discord_ui.outcomes import tell
from bot.discord_ui.words import english
from bot.guilds import service as guilds
from bot.review import reminding, service, standing
from bot.review.closed import ClosedMessages
from bot.review.model import Mode
from bot.review.show.record import record_screen
from bot.review.show.reminder import notify_screen
from bot.review.show.turn import begun_screen
from bot.storage.work import Storage


class ReviewCog(commands.Cog):
    """Asks the service, then shows."""

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        languages: Languages,
        clock: Clock,
    ) -> None:
        """Work on ``storage`` and the present ``library``."""
        self._storage = storage
        self._library = library
        self._languages = languages
        self._clock = clock
        self._closed = ClosedMessages(storage, clock)

    @app_commands.command(name="review", description=english("command-review.description"))
    @app_commands.guild_only()
    async def review(self, interaction: discord.Interaction) -> None:
        """Ask what is due, one item after another."""
        say = await private_voice(self._languages, interaction)
        guild, member = guild_of(interaction), member_of(interaction)
        async with self._storage.work() as work:
            turn = await service.begin_review(
                work, self._library(), guild, member, now=self._clock.now()
            )
            await work.commit()
        await replies.answer(interaction, begun_screen(turn, say, asked_for=Mode.REVIEW))

    @app_commands.command(name="me", description=english("command-me.description"))
    @app_commands.guild_only()
    async def me(self, interaction: discord.Interaction) -> None:
        """Show the member's record, drawn."""
        # Drawing may take longer than Discord waits, on a small server that is busy.
        await interaction.response.defer(ephemeral=True, thinking=True)
        say = await private_voice(self._languages, interaction)
        guild, member = guild_of(interaction), member_of(interaction)
        async with self._storage.work() as work:
            record = await standing.record(
                work, self._library(), guild, member, now=self._clock.now()
            )
            await work.commit()
        await replies.answer(interaction, record_screen(record, say))

    @app_commands.command(name="notify", description=english("command-notify.description"))
    @app_commands.guild_only()
    async def notify(self, interaction: discord.Interaction) -> None:
        """Show the reminder, and let the member choose."""
        say = await private_voice(self._languages, interaction)
        guild, member = guild_of(interaction), member_of(interaction)
        async with self._storage.reading() as work:
            reminder = await reminding.reminder(work, guild, member)
            zone = (await guilds.settings(work, guild)).zone
        await replies.answer(interaction, notify_screen(reminder, zone, say))

    @commands.Cog.listener()
    async def on_app_command_completion(
        self,
        interaction: discord.Interaction,
        _command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu,
    ) -> None:
        """Tell a member, below whatever they asked for, that their reminder had to be ended."""
        if interaction.guild_id is None:
            return
        if not await self._closed.tells(guild_of(interaction), member_of(interaction)):
            return
        say = await private_voice(self._languages, interaction)
        await tell(interaction, say("notify-closed"))
