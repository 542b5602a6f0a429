"""The hello on joining a server, and the commands /settings setup and check."""

from collections.abc import Callable, Iterable, Sequence

import discord
from discord import app_commands
from discord.ext import commands

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, private_voice
from bot.discord_ui.words import english
from bot.guilds.power import moderated
from bot.ids import ChannelId, GuildId
from bot.setup import service, show
from bot.setup.model import Checked, Use
from bot.setup.presses import SetupPresses
from bot.setup.uses import WRITING, Uses, together
from bot.storage.work import Storage


class SetupCog(commands.Cog):
    """Says hello once, wherever it may."""

    def __init__(self, storage: Storage, clock: Clock, wake: Callable[[], None]) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._clock = clock
        self._wake = wake

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Say hello, unless it was said within the time that the server's things are kept."""
        channel = hello_channel(guild)
        if channel is None:
            return
        async with self._storage.work() as work:
            number, now = GuildId(guild.id), self._clock.now()
            if not await service.greet(work, number, ChannelId(channel.id), now):
                return
            await work.commit()
        self._wake()


def hello_channel(guild: discord.Guild) -> discord.TextChannel | None:
    """Return where to say hello: the system channel, else the first that takes it; None: none."""
    first = [guild.system_channel] if guild.system_channel else []
    for channel in (*first, *sorted(guild.text_channels, key=lambda each: each.position)):
        ours = channel.permissions_for(guild.me)
        if all(getattr(ours, name) for name in WRITING):
            return channel
    return None


def setup_command(presses: SetupPresses) -> app_commands.Command[app_commands.Group, ..., None]:
    """Return /settings setup."""

    @app_commands.command(name="setup", description=english("command-settings-setup.description"))
    async def setup(interaction: discord.Interaction) -> None:
        await presses.open_for(interaction)

    return setup


def check_command(
    storage: Storage, languages: Languages, users: Sequence[Uses]
) -> app_commands.Command[app_commands.Group, ..., None]:
    """Return /settings check, which asks ``users`` for the channels that they use."""

    @app_commands.command(name="check", description=english("command-settings-check.description"))
    async def check(interaction: discord.Interaction) -> None:
        say = await private_voice(languages, interaction)
        async with storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            uses = [use for user in users for use in await user(work, guild)]
        await replies.answer(interaction, show.check_screen(checked(interaction.guild, uses), say))

    return check


def checked(guild: discord.Guild | None, uses: Iterable[Use]) -> tuple[Checked, ...]:
    """Return of each used channel what the bot may not do there."""
    found = []
    for number, (words, needs) in together(uses).items():
        channel = guild.get_channel_or_thread(number) if guild else None
        if guild is None or channel is None:
            found.append(Checked(number, words, is_gone=True))
            continue
        ours = channel.permissions_for(guild.me)
        missing = tuple(name for name in needs if not getattr(ours, name))
        found.append(Checked(number, words, missing))
    return tuple(found)
