"""The command tree: times and logs each command, and tells the member when one fails."""

from typing import Any, cast

import discord
from discord import app_commands

from bot.discord_ui.faces import Languages, private_voice
from bot.discord_ui.outcomes import Stopwatch, settled, tell
from bot.discord_ui.refusals import ChangedCommand
from bot.discord_ui.router import Gate, Power, open_gate
from bot.discord_ui.words import KOREAN, Say, voice
from bot.ops.watching import Observer, unobserved

AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group

_WATCH = "watch"
# The member's Discord still shows a command that this version has no longer, or differently.
_CHANGED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)


class DoranTree(app_commands.CommandTree[discord.Client]):
    """Every command passes here."""

    languages: Languages
    gate: Gate = staticmethod(open_gate)
    observe: Observer = staticmethod(unobserved)

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Start the interaction's stopwatch; let moderators alone have their commands.

        Raises:
            AppCommandError: because of the refusal that closed the gate, or of a fault.
        """
        kind = "autocomplete" if _is_autocomplete(interaction) else "command"
        name = str(cast("dict[str, object]", interaction.data or {}).get("name", "unknown"))
        interaction.extras[_WATCH] = Stopwatch(
            kind, name, guild=interaction.guild_id, observe=self.observe
        )
        try:
            await self.gate(interaction, self.power_of(interaction))
        except Exception as closed:  # discord.py brings only its own kind to on_error
            raise app_commands.AppCommandError from closed
        return True

    def power_of(self, interaction: discord.Interaction) -> Power:
        """Return who may use the command: one that Discord hides from members is moderators'."""
        given = cast("dict[str, object]", interaction.data or {})
        kind = discord.AppCommandType(cast("int", given.get("type", 1)))
        command = self.get_command(str(given.get("name")), type=kind)
        return Power.MEMBER if command is None else power_needed(command)

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


def power_needed(command: AnyCommand) -> Power:
    """Return who may use ``command``: one that Discord hides from members is moderators'."""
    return Power.MEMBER if command.default_permissions is None else Power.MODERATOR


def completed(interaction: discord.Interaction) -> None:
    """Write the log line of a command that went well."""
    watch: Stopwatch | None = interaction.extras.get(_WATCH)
    if watch is not None:
        watch.stop("ok")


def _is_autocomplete(interaction: discord.Interaction) -> bool:
    return interaction.type is discord.InteractionType.autocomplete
