"""The commands /privacy (everyone), /settings retention and /settings forget (moderators)."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, member_of, private_voice
from bot.discord_ui.words import english
from bot.guilds.power import moderated
from bot.ids import GuildId, MemberId
from bot.privacy import service, show
from bot.privacy.model import CHOICES
from bot.privacy.register import Register
from bot.storage.work import Storage


class PrivacyCog(commands.Cog):
    """Asks the service, then shows."""

    privacy = app_commands.Group(name="privacy", description=english("command-privacy.description"))

    def __init__(self, storage: Storage, register: Register, languages: Languages) -> None:
        """Work on ``storage``."""
        self._storage = storage
        self._register = register
        self._languages = languages

    @privacy.command(name="show", description=english("command-privacy-show.description"))
    async def show_kept(self, interaction: discord.Interaction) -> None:
        """Show everything that is kept on whoever asks."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = GuildId(interaction.guild_id) if interaction.guild_id else None
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            found = await service.kept(work, self._register, member_of(interaction), guild)
        screen = show.kept_screen(found, say, in_server=guild is not None)
        await replies.answer(interaction, screen)

    @privacy.command(name="delete", description=english("command-privacy-delete.description"))
    async def ask_to_delete(self, interaction: discord.Interaction) -> None:
        """Ask once before everything is deleted."""
        say = await private_voice(self._languages, interaction)
        in_server = interaction.guild_id is not None
        await replies.answer(interaction, show.asking_screen(say, in_server=in_server))


def retention_command(
    storage: Storage, register: Register, languages: Languages
) -> app_commands.Command[app_commands.Group, ..., None]:
    """Return /settings retention."""

    @app_commands.command(
        name="retention", description=english("command-settings-retention.description")
    )
    @app_commands.describe(
        kind=english("command-settings-retention.kind-description"),
        days=english("command-settings-retention.days-description"),
    )
    @app_commands.choices(
        kind=[
            app_commands.Choice(name=english(f"choice-retention-{kind}"), value=f"retention-{kind}")
            for kind in register.kinds
        ],
        days=[
            app_commands.Choice(name=english(f"choice-days-{days}"), value=f"days-{days}")
            for days in CHOICES
        ],
    )
    async def retention(
        interaction: discord.Interaction,
        kind: app_commands.Choice[str] | None = None,
        days: app_commands.Choice[str] | None = None,
    ) -> None:
        say = await private_voice(languages, interaction)
        changes = kind is not None and days is not None
        async with storage.work() as work:
            guild = (await moderated(work, interaction)).guild
            if kind is not None and days is not None:
                wanted = int(days.value.removeprefix("days-"))
                name = kind.value.removeprefix("retention-")
                await service.keep_for(work, register, guild, name, wanted)
                await work.commit()
            keeping = await service.keeping(work, register, guild)
        await replies.answer(interaction, show.keeping_screen(keeping, say, changed=changes))

    return retention


def forget_command(
    storage: Storage, languages: Languages
) -> app_commands.Command[app_commands.Group, ..., None]:
    """Return /settings forget."""

    @app_commands.command(name="forget", description=english("command-settings-forget.description"))
    @app_commands.describe(member=english("command-settings-forget.member-description"))
    async def forget(interaction: discord.Interaction, member: discord.User) -> None:
        say = await private_voice(languages, interaction)
        async with storage.reading() as work:
            await moderated(work, interaction)
        await replies.answer(interaction, show.asking_of_screen(MemberId(member.id), say))

    return forget
