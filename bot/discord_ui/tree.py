"""The command tree: times and logs each command, and tells the member when one fails."""

from typing import cast

import discord
from discord import app_commands

from bot.discord_ui.faces import Languages, private_voice
from bot.discord_ui.outcomes import Stopwatch, settled, tell
from bot.discord_ui.refusals import ChangedCommand
from bot.discord_ui.words import KOREAN, Say, voice

_WATCH = "watch"
# The member's Discord still shows a command that this version has no longer, or differently.
_CHANGED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)


class DoranTree(app_commands.CommandTree[discord.Client]):
    """Every command passes here."""

    languages: Languages

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Start the interaction's stopwatch; everybody may pass."""
        kind = "autocomplete" if _is_autocomplete(interaction) else "command"
        name = str(cast("dict[str, object]", interaction.data or {}).get("name", "unknown"))
        interaction.extras[_WATCH] = Stopwatch(kind, name, guild=interaction.guild_id)
        return True

    async def on_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Log ``error`` and tell the member, privately."""
        watch: Stopwatch = interaction.extras[_WATCH]
        if _is_autocomplete(interaction):
            # An autocomplete cannot be answered with a sentence.
            settled(error, voice(KOREAN), watch)
            return
        cause = ChangedCommand() if isinstance(error, _CHANGED) else error
        await tell(interaction, settled(cause, await self._voice(interaction), watch))

    async def _voice(self, interaction: discord.Interaction) -> Say:
        try:
            return await private_voice(self.languages, interaction)
        except Exception:
            # The database may be what failed; that fault is in the log already.
            return voice(KOREAN)


def completed(interaction: discord.Interaction) -> None:
    """Write the log line of a command that went well."""
    watch: Stopwatch | None = interaction.extras.get(_WATCH)
    if watch is not None:
        watch.stop("ok")


def _is_autocomplete(interaction: discord.Interaction) -> bool:
    return interaction.type is discord.InteractionType.autocomplete
