"""The command /inbox, for moderators."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, private_voice
from bot.discord_ui.words import english
from bot.guilds.power import moderated
from bot.inbox.sections import Sections
from bot.inbox.show import overview_screen
from bot.storage.work import Storage


class InboxCog(commands.Cog):
    """Asks the sections, then shows."""

    def __init__(self, storage: Storage, sections: Sections, languages: Languages) -> None:
        """Work on ``storage``."""
        self._storage = storage
        self._sections = sections
        self._languages = languages

    @app_commands.command(name="inbox", description=english("command-inbox.description"))
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_messages=True)
    async def inbox(self, interaction: discord.Interaction) -> None:
        """Show what waits, privately."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            settings = await moderated(work, interaction)
            lines = await self._sections.lines(work, settings.guild)
        await replies.answer(interaction, overview_screen(lines, say))
