"""Who is speaking with the bot, where, and in which language they are answered."""

from dataclasses import dataclass
from typing import Protocol

import discord

from bot.discord_ui.refusals import OnlyInServer
from bot.discord_ui.words import KOREAN, LANGUAGES, Say, voice
from bot.ids import ChannelId, GuildId, MemberId, Place, RoleId


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts in a server, with the power that Discord says they have there, now."""

    member: MemberId
    manages_server: bool
    roles: frozenset[RoleId]


class Languages(Protocol):
    """Knows which language was chosen: by a member, by a server."""

    async def chosen(
        self, guild: GuildId | None, member: MemberId | None
    ) -> tuple[str | None, str | None]:
        """Return (the member's own choice, the server's language), each None if unset."""
        ...

    def forget(self) -> None:
        """Ask anew from now on: somebody has just chosen."""
        ...


async def private_voice(languages: Languages, interaction: discord.Interaction) -> Say:
    """Return the voice for what only this member sees.

    Their own choice, then the server's language, then (in direct messages) their Discord locale.
    """
    guild = GuildId(interaction.guild_id) if interaction.guild_id else None
    own, server = await languages.chosen(guild, MemberId(interaction.user.id))
    locale = None if guild else _language_of(interaction.locale)
    return voice(own or server or locale or KOREAN)


async def public_voice(languages: Languages, guild: GuildId | None, member: MemberId) -> Say:
    """Return the voice for what everyone in the channel sees: the server's language.

    In direct messages that is the member's own choice; a message carries no locale.
    """
    own, server = await languages.chosen(guild, member)
    return voice((server if guild else own) or KOREAN)


def _language_of(locale: discord.Locale) -> str | None:
    short = locale.value.partition("-")[0]
    return short if short in LANGUAGES else None


def place_of(interaction: discord.Interaction) -> Place:
    """Return where ``interaction`` happens."""
    guild = GuildId(interaction.guild_id) if interaction.guild_id else None
    return Place(guild, ChannelId(interaction.channel_id or 0))


def member_of(interaction: discord.Interaction) -> MemberId:
    """Return who acts."""
    return MemberId(interaction.user.id)


def guild_of(interaction: discord.Interaction) -> GuildId:
    """Return the server in which ``interaction`` happens.

    Raises:
        OnlyInServer: it happens in direct messages.
    """
    if interaction.guild_id is None:
        raise OnlyInServer
    return GuildId(interaction.guild_id)


def actor_of(interaction: discord.Interaction) -> Actor:
    """Return who acts, with their power; Discord sends it along with each interaction."""
    roles = frozenset(RoleId(role.id) for role in getattr(interaction.user, "roles", ()))
    return Actor(member_of(interaction), interaction.permissions.manage_guild, roles)
