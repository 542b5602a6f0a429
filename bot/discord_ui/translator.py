"""Command names and descriptions in each language, from the same words as everything else."""

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as At

from bot.discord_ui.words import KOREAN, MissingWords, voice

NAME = {At.command_name, At.group_name}
DESCRIPTION = {At.command_description, At.group_description}


class WordsTranslator(app_commands.Translator):
    """Finds a command's words by its full name: ``command-settings-zone.description``."""

    async def translate(
        self,
        string: app_commands.locale_str,  # noqa: ARG002 - discord.py passes it by name
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return the Korean words; other locales see the English that the command carries."""
        if locale is not discord.Locale.korean:
            return None
        name = message_name(context)
        if name is None:
            return None
        try:
            return voice(KOREAN)(name)
        except MissingWords:
            if context.location is At.choice_name:
                return None  # "한국어" and "English" are called the same everywhere
            raise


def message_name(context: app_commands.TranslationContextTypes) -> str | None:
    """Return under which name the words of ``context`` stand; None for what has none."""
    place, subject = context.location, context.data
    if place is At.choice_name:
        return f"choice-{subject.value}" if isinstance(subject, app_commands.Choice) else None
    if isinstance(subject, app_commands.Parameter):
        base = f"{_command(subject.command)}.{subject.name.replace('_', '-')}"
        return base if place is At.parameter_name else f"{base}-description"
    if place in NAME:
        return _command(subject)
    return f"{_command(subject)}.description" if place in DESCRIPTION else None


def _command(command: object) -> str:
    if isinstance(command, app_commands.ContextMenu):
        return "command-" + command.name.lower().replace(" ", "-").replace("-the-", "-")
    qualified = getattr(command, "qualified_name", "")
    return "command-" + str(qualified).replace(" ", "-")
