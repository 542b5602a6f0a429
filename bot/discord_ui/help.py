"""The command /help: what this person can do here, read off the commands themselves."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_ui import replies
from bot.discord_ui.cutting import cut
from bot.discord_ui.faces import Languages, private_voice
from bot.discord_ui.screens import MAX_EMBED_DESCRIPTION, Screen
from bot.discord_ui.words import Say, english

COLOUR = discord.Colour(0x5353CF)


class HelpCog(commands.Cog):
    """Lists what the asker may use in this place."""

    def __init__(self, bot: commands.Bot, languages: Languages) -> None:
        """Read the commands of ``bot``."""
        self._bot = bot
        self._languages = languages

    @app_commands.command(name="help", description=english("command-help.description"))
    async def help(self, interaction: discord.Interaction) -> None:
        """Show what can be done here."""
        say = await private_voice(self._languages, interaction)
        usable = [
            (command.name, isinstance(command, app_commands.Group))
            for command in self._bot.tree.get_commands()
            if isinstance(command, app_commands.Command | app_commands.Group)
            and _usable(command, interaction)
        ]
        await replies.answer(interaction, help_screen(sorted(usable), say))


def help_screen(usable: list[tuple[str, bool]], say: Say) -> Screen:
    """Show the ways to ask, then each usable command (name, whether a moderators' group)."""
    own = [_line(name, say) for name, group in usable if not group]
    moderating = [_line(name, say) for name, group in usable if group]
    parts = [say("help-asking"), "", f"**{say('help-commands')}**", *own]
    if moderating:
        parts += ["", f"**{say('help-moderating')}**", *moderating]
    embed = discord.Embed(
        title=say("help-title"), description=cut("\n".join(parts), MAX_EMBED_DESCRIPTION)
    )
    embed.colour = COLOUR
    return Screen(embeds=(embed,))


def _usable(
    command: app_commands.Command[Any, ..., Any] | app_commands.Group,
    interaction: discord.Interaction,
) -> bool:
    if interaction.guild_id is None:
        return not command.guild_only
    needed = command.default_permissions
    return needed is None or interaction.permissions.is_superset(needed)


def _line(name: str, say: Say) -> str:
    return f"`/{say(f'command-{name}')}` {say(f'command-{name}.description')}"
