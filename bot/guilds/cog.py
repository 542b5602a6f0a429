"""The commands /settings (moderators) and /language (everyone)."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, guild_of, member_of, private_voice
from bot.discord_ui.people import names_of
from bot.discord_ui.screens import MAX_CHOICES
from bot.discord_ui.words import english, voice
from bot.guilds import service, show
from bot.guilds.audit import service as audit
from bot.guilds.audit.show import audit_screen
from bot.guilds.model import GuildSettings, zones_like
from bot.guilds.power import moderated
from bot.guilds.service import Shown, ZoneFollower
from bot.ids import ChannelId, RoleId
from bot.storage.personal import NOBODY
from bot.storage.work import Storage

LANGUAGE_CHOICES = [
    app_commands.Choice(name="한국어", value="ko"),
    app_commands.Choice(name="English", value="en"),
]


class GuildsCog(commands.Cog):
    """Asks the service, then shows."""

    settings = app_commands.Group(
        name="settings",
        description=english("command-settings.description"),
        guild_only=True,
        default_permissions=discord.Permissions(manage_messages=True),
    )

    def __init__(
        self,
        storage: Storage,
        languages: Languages,
        clock: Clock,
        *,
        zone_followers: tuple[ZoneFollower, ...] = (),
        others: tuple[Shown, ...] = (),
    ) -> None:
        """Work on ``storage``; ``zone_followers`` plan anew when a server's zone changes.

        ``others`` have settings of their own, which are shown along.
        """
        self._storage = storage
        self._languages = languages
        self._clock = clock
        self._zone_followers = zone_followers
        self._others = others

    async def _show_changed(
        self, interaction: discord.Interaction, settings: GuildSettings
    ) -> None:
        say = await private_voice(self._languages, interaction)
        await replies.answer(interaction, show.changed_screen(settings, say))

    @settings.command(name="show", description=english("command-settings-show.description"))
    async def show_settings(self, interaction: discord.Interaction) -> None:
        """Show this server's settings."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            settings = await moderated(work, interaction)
            more = [line for each in self._others for line in await each(work, settings.guild, say)]
        await replies.answer(interaction, show.settings_screen(settings, say, more))

    @settings.command(name="audit", description=english("command-settings-audit.description"))
    async def show_audit(self, interaction: discord.Interaction) -> None:
        """Show what moderators did, newest first."""
        # Names may take seconds.
        await interaction.response.defer(ephemeral=True, thinking=True)
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            page = await audit.page(work, guild, 0)
        names = await names_of(interaction.guild, {act.member for act in page.acts} - {NOBODY}, say)
        await replies.answer(interaction, audit_screen(page, names, say))

    @settings.command(name="language", description=english("command-settings-language.description"))
    @app_commands.describe(language=english("command-settings-language.language-description"))
    @app_commands.choices(language=LANGUAGE_CHOICES)
    async def set_language(self, interaction: discord.Interaction, language: str) -> None:
        """Set what everyone reads."""
        async with self._storage.work() as work:
            await moderated(work, interaction)
            settings = await service.speak(work, guild_of(interaction), language)
            await work.commit()
        self._languages.forget()
        await self._show_changed(interaction, settings)

    @settings.command(name="zone", description=english("command-settings-zone.description"))
    @app_commands.describe(zone=english("command-settings-zone.zone-description"))
    async def set_zone(self, interaction: discord.Interaction, zone: str) -> None:
        """Set the zone of the server's clock."""
        async with self._storage.work() as work:
            await moderated(work, interaction)
            settings = await service.live_in(work, guild_of(interaction), zone)
            for follow in self._zone_followers:
                await follow(work, settings.guild, settings.zone, now=self._clock.now())
            await work.commit()
        await self._show_changed(interaction, settings)

    @set_zone.autocomplete("zone")
    async def zones(
        self, _interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggest zones."""
        return [app_commands.Choice(name=z, value=z) for z in zones_like(typed, MAX_CHOICES)]

    @settings.command(
        name="moderator-role", description=english("command-settings-moderator-role.description")
    )
    @app_commands.describe(role=english("command-settings-moderator-role.role-description"))
    async def set_moderator_role(
        self, interaction: discord.Interaction, role: discord.Role | None = None
    ) -> None:
        """Set who moderates beside Manage Server."""
        async with self._storage.work() as work:
            await moderated(work, interaction)
            chosen = None if role is None else RoleId(role.id)
            settings = await service.be_moderated_by(work, guild_of(interaction), chosen)
            await work.commit()
        await self._show_changed(interaction, settings)

    @settings.command(
        name="notice-channel", description=english("command-settings-notice-channel.description")
    )
    @app_commands.describe(channel=english("command-settings-notice-channel.channel-description"))
    async def set_notice_channel(
        self, interaction: discord.Interaction, channel: discord.TextChannel | None = None
    ) -> None:
        """Set where moderators are told things."""
        async with self._storage.work() as work:
            await moderated(work, interaction)
            chosen = None if channel is None else ChannelId(channel.id)
            settings = await service.be_told_in(work, guild_of(interaction), chosen)
            await work.commit()
        await self._show_changed(interaction, settings)

    @app_commands.command(name="language", description=english("command-language.description"))
    @app_commands.describe(language=english("command-language.language-description"))
    @app_commands.choices(
        language=[
            *LANGUAGE_CHOICES,
            app_commands.Choice(name=english("choice-auto"), value="auto"),
        ]
    )
    async def choose_language(self, interaction: discord.Interaction, language: str) -> None:
        """Set in which language this member is answered."""
        chosen = None if language == "auto" else language
        async with self._storage.work() as work:
            await service.choose_language(work, member_of(interaction), chosen)
            await work.commit()
        self._languages.forget()
        say = voice(chosen) if chosen else await private_voice(self._languages, interaction)
        await replies.answer(interaction, show.language_screen(chosen, say))
