"""The command /help: what this person can do here, read off the commands themselves."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_ui import replies
from bot.discord_ui.cutting import cut
from bot.discord_ui.faces import Languages, private_voice
from bot.discord_ui.screens import MAX_EMBED_DESCRIPTION, Screen
from bot.discord_ui.words import Say, english

COLOUR = discord.Colour(0x5353CF)


class WhatsOn(Protocol):
    """Knows what somebody can do right now."""

    async def __call__(self, interaction: discord.Interaction, say: Say, /) -> Sequence[str]:
        """Return a line for each thing, with its command; nothing where nothing is on."""
        ...


async def nothing_on(_interaction: discord.Interaction, _say: Say) -> Sequence[str]:
    """Return nothing."""
    return ()


class HelpCog(commands.Cog):
    """Lists what is on, and what the asker may use in this place."""

    def __init__(
        self, bot: commands.Bot, languages: Languages, whats_on: WhatsOn = nothing_on
    ) -> None:
        """Read the commands of ``bot``."""
        self._bot = bot
        self._languages = languages
        self._whats_on = whats_on

    @app_commands.command(name="help", description=english("command-help.description"))
    async def help(self, interaction: discord.Interaction) -> None:
        """Show what can be done here."""
        say = await private_voice(self._languages, interaction)
        usable = [
            (command.name, command.default_permissions is not None)
            for command in self._bot.tree.get_commands()
            if isinstance(command, app_commands.Command | app_commands.Group)
            and _usable(command, interaction)
        ]
        now = await self._whats_on(interaction, say)
        await replies.answer(interaction, help_screen(sorted(usable), say, now))


def help_screen(usable: list[tuple[str, bool]], say: Say, now: Sequence[str] = ()) -> Screen:
    """Show what is on ``now``, the ways to ask, each command (name, whether for moderators)."""
    parts = [f"**{say('help-now')}**", *now, ""] if now else []
    text = "\n".join([*parts, _lasting(tuple(usable), say)])
    embed = discord.Embed(title=say("help-title"), description=cut(text, MAX_EMBED_DESCRIPTION))
    embed.colour = COLOUR
    return Screen(embeds=(embed,))


@lru_cache
def _lasting(usable: tuple[tuple[str, bool], ...], say: Say) -> str:
    """Return what is the same each time: two dozen lines a language, for each kind of reader."""
    own = [_line(name, say) for name, for_moderators in usable if not for_moderators]
    moderating = [_line(name, say) for name, for_moderators in usable if for_moderators]
    parts = [say("help-asking"), "", f"**{say('help-commands')}**", *own]
    if moderating:
        parts += ["", f"**{say('help-moderating')}**", *moderating]
    return "\n".join(parts)


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
