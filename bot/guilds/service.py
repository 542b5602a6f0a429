"""What can be done with a server's settings and a member's language."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.discord_ui.words import Say
from bot.guilds import store
from bot.guilds.model import GuildSettings
from bot.ids import ChannelId, GuildId, MemberId, RoleId
from bot.storage.work import Work


class ZoneFollower(Protocol):
    """A part that keeps wall-clock times: it plans them anew in the same transaction."""

    async def __call__(self, work: Work, guild: GuildId, zone: str, /, *, now: datetime) -> None:
        """Plan what waits in ``guild`` by the clock of ``zone``."""
        ...


class Shown(Protocol):
    """A capability with settings of its own in a server."""

    async def __call__(self, work: Work, guild: GuildId, say: Say, /) -> Sequence[tuple[str, str]]:
        """Return (the setting's name, its value), in words."""
        ...


async def settings(work: Work, guild: GuildId) -> GuildSettings:
    """Return the settings of ``guild``, with defaults where it set nothing."""
    return await store.settings_of(work, guild) or GuildSettings(guild)


async def settings_of(work: Work, guilds: Collection[GuildId]) -> dict[GuildId, GuildSettings]:
    """Return of each of ``guilds`` what ``settings`` does."""
    return {guild: await settings(work, guild) for guild in guilds}


async def chosen_languages(
    work: Work, guild: GuildId | None, member: MemberId | None
) -> tuple[str | None, str | None]:
    """Return (the member's own choice, the server's language); the latter has a default."""
    own = None if member is None else await store.language_of(work, member)
    server = None if guild is None else (await settings(work, guild)).language
    return own, server


async def languages_of(work: Work, members: Collection[MemberId]) -> Mapping[MemberId, str]:
    """Return the languages of those of ``members`` who chose one."""
    return await store.languages_of(work, members)


async def speak(work: Work, guild: GuildId, language: str) -> GuildSettings:
    """Set the language that everyone in ``guild`` reads."""
    return await _change(work, replace(await settings(work, guild), language=language))


async def live_in(work: Work, guild: GuildId, zone: str) -> GuildSettings:
    """Set the zone of ``guild``.

    Raises:
        UnknownZone: there is no such zone.
    """
    return await _change(work, (await settings(work, guild)).in_zone(zone))


async def be_moderated_by(work: Work, guild: GuildId, role: RoleId | None) -> GuildSettings:
    """Set the role whose members moderate; None leaves it to Manage Server."""
    return await _change(work, replace(await settings(work, guild), moderator_role=role))


async def be_told_in(work: Work, guild: GuildId, channel: ChannelId | None) -> GuildSettings:
    """Set the channel in which moderators are told things; None: privately."""
    return await _change(work, replace(await settings(work, guild), notice_channel=channel))


async def choose_language(work: Work, member: MemberId, language: str | None) -> None:
    """Keep the language that ``member`` wants to be answered in; None: as the place has it."""
    await store.keep_language(work, member, language)


async def _change(work: Work, changed: GuildSettings) -> GuildSettings:
    await store.keep(work, changed)
    return changed
