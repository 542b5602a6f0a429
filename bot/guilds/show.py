"""Shows a server's settings."""

from collections.abc import Sequence

import discord

from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_EMBED_FIELD_VALUE, Screen
from bot.discord_ui.words import Say
from bot.guilds.model import GuildSettings

COLOUR = discord.Colour(0x5B7FDB)


def settings_screen(
    settings: GuildSettings, say: Say, more: Sequence[tuple[str, str]] = ()
) -> Screen:
    """Show each setting with its value and what it is for; ``more``: those of other parts."""
    embed = discord.Embed(title=say("settings-title"), colour=COLOUR)
    role = None if settings.moderator_role is None else f"<@&{settings.moderator_role}>"
    channel = None if settings.notice_channel is None else f"<#{settings.notice_channel}>"
    values = (
        ("settings-language", say(f"language-{settings.language}")),
        ("settings-zone", settings.zone),
        ("settings-moderator-role", role or say("settings-moderator-role.unset")),
        ("settings-notice-channel", channel or say("settings-notice-channel.unset")),
    )
    for name, value in values:
        embed.add_field(name=say(name), value=f"{value}\n-# {say(f'{name}.use')}", inline=False)
    for name, value in more:
        embed.add_field(name=name, value=cut(value, MAX_EMBED_FIELD_VALUE), inline=False)
    embed.set_footer(text=say("settings-footer"))
    return Screen(embeds=(embed,))


def changed_screen(settings: GuildSettings, say: Say) -> Screen:
    """Say that a setting was saved, and show them all."""
    return Screen(content=say("settings-saved"), embeds=settings_screen(settings, say).embeds)


def language_screen(language: str | None, say: Say) -> Screen:
    """Say which language the member is answered in from now on."""
    return Screen(content=say("language-chosen" if language else "language-forgotten"))
