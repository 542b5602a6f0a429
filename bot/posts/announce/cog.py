"""The commands /settings announce now, at, weekly, list and cancel."""

from collections.abc import Callable
from datetime import datetime, time

import discord
from discord import app_commands

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.faces import Languages, guild_of, private_voice
from bot.discord_ui.screens import MAX_CHOICE_NAME
from bot.discord_ui.words import Say, english
from bot.guilds.model import GuildSettings
from bot.guilds.power import moderated
from bot.posts.announce import buttons, service, show
from bot.posts.announce.model import DAILY, WEEKDAYS, AnnouncementGone, UnclearTime, weekly
from bot.posts.announce.power import writable
from bot.posts.announce.typed_time import read_clock, read_moment
from bot.posts.wallclock import Once, Rule, reading
from bot.storage.work import Storage

DAYS = [app_commands.Choice(name=english(f"choice-{day}"), value=day) for day in (*WEEKDAYS, DAILY)]
# Offered before anything is typed.
LIKELY_TIMES = ("09:00", "12:00", "18:00", "20:00", "21:00")
Choices = list[app_commands.Choice[str]]


class AnnounceCommands(app_commands.Group):
    """A subgroup of /settings: asks the service, then shows."""

    def __init__(
        self, storage: Storage, languages: Languages, clock: Clock, wake: Callable[[], None]
    ) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        super().__init__(
            name="announce", description=english("command-settings-announce.description")
        )
        self._storage = storage
        self._languages = languages
        self._clock = clock
        self._wake = wake

    @app_commands.command(
        name="now", description=english("command-settings-announce-now.description")
    )
    @app_commands.describe(
        channel=english("command-settings-announce-now.channel-description"),
        silent=english("command-settings-announce-now.silent-description"),
    )
    async def now(
        self, interaction: discord.Interaction, channel: discord.TextChannel, silent: bool = True
    ) -> None:
        """Open the modal for what is posted now."""
        await self._write(interaction, channel, silent=silent, read=lambda _settings: None)

    @app_commands.command(
        name="at", description=english("command-settings-announce-at.description")
    )
    @app_commands.describe(
        when=english("command-settings-announce-at.when-description"),
        channel=english("command-settings-announce-at.channel-description"),
        silent=english("command-settings-announce-at.silent-description"),
    )
    async def at(
        self,
        interaction: discord.Interaction,
        when: str,
        channel: discord.TextChannel,
        silent: bool = True,
    ) -> None:
        """Open the modal for what is posted at a time."""
        await self._write(
            interaction, channel, silent=silent, read=lambda own: Once(self._moment(when, own))
        )

    @app_commands.command(
        name="weekly", description=english("command-settings-announce-weekly.description")
    )
    @app_commands.describe(
        day=english("command-settings-announce-weekly.day-description"),
        time=english("command-settings-announce-weekly.time-description"),
        channel=english("command-settings-announce-weekly.channel-description"),
        silent=english("command-settings-announce-weekly.silent-description"),
    )
    @app_commands.choices(day=DAYS)
    async def weekly(
        self,
        interaction: discord.Interaction,
        day: str,
        time: str,
        channel: discord.TextChannel,
        silent: bool = True,
    ) -> None:
        """Open the modal for what is posted every week, or every day."""
        await self._write(
            interaction, channel, silent=silent, read=lambda _own: weekly(day, _clock_time(time))
        )

    @app_commands.command(
        name="list", description=english("command-settings-announce-list.description")
    )
    async def list_waiting(self, interaction: discord.Interaction) -> None:
        """Show what waits."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            await moderated(work, interaction)
            waiting = await service.waiting(work, guild_of(interaction))
        await replies.answer(interaction, show.list_screen(waiting, say))

    @app_commands.command(
        name="cancel", description=english("command-settings-announce-cancel.description")
    )
    @app_commands.describe(
        announcement=english("command-settings-announce-cancel.announcement-description")
    )
    async def cancel(self, interaction: discord.Interaction, announcement: str) -> None:
        """Cancel what is chosen from the suggestions."""
        say = await private_voice(self._languages, interaction)
        if not (announcement.isascii() and announcement.isdigit() and len(announcement) < 19):
            raise AnnouncementGone
        async with self._storage.work() as work:
            await moderated(work, interaction)
            gone = await service.cancel(work, guild_of(interaction), int(announcement))
            await work.commit()
        self._wake()
        await replies.answer(interaction, show.cancelled_screen(gone, say))

    @cancel.autocomplete("announcement")
    async def waiting(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest what waits; only moderators are shown any of it."""
        async with self._storage.reading() as work:
            settings = await moderated(work, interaction)
            waiting = await service.waiting(work, settings.guild)
        return [
            app_commands.Choice(
                name=cut(each.text.replace("\n", " "), MAX_CHOICE_NAME), value=str(each.id)
            )
            for each in waiting
            if typed.casefold() in each.text.casefold()
        ]

    @at.autocomplete("when")
    async def moments(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Say how what is typed is understood; suggest today's and tomorrow's usual times."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            here = self._here(await moderated(work, interaction))
        read = read_moment(typed, here) if typed.strip() else None
        found = [read] if read else []
        if not typed.strip():
            usual = (read_moment(each, here) for each in LIKELY_TIMES)
            found = sorted(moment for moment in usual if moment)
        return [
            app_commands.Choice(name=_moment_words(each, say), value=f"{each:%Y-%m-%d %H:%M}")
            for each in found
        ]

    @weekly.autocomplete("time")
    async def times(self, _interaction: discord.Interaction, typed: str) -> Choices:
        """Say how what is typed is understood; suggest usual times."""
        read = read_clock(typed) if typed.strip() else None
        found = [f"{read:%H:%M}"] if read else [] if typed.strip() else list(LIKELY_TIMES)
        return [app_commands.Choice(name=each, value=each) for each in found]

    async def _write(
        self,
        interaction: discord.Interaction,
        channel: discord.TextChannel,
        *,
        silent: bool,
        read: Callable[[GuildSettings], Rule | None],
    ) -> None:
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            settings = await moderated(work, interaction)
        writable(interaction, channel.id, say)
        custom_id = buttons.written(channel.id, read(settings), silent=silent)
        await replies.ask(interaction, show.writing_modal(custom_id, say))

    def _here(self, settings: GuildSettings) -> datetime:
        return reading(self._clock.now(), settings.zone_info())

    def _moment(self, typed: str, settings: GuildSettings) -> datetime:
        moment = read_moment(typed, self._here(settings))
        if moment is None:
            raise UnclearTime(plain(typed))
        return moment


def _clock_time(typed: str) -> time:
    at = read_clock(typed)
    if at is None:
        raise UnclearTime(plain(typed))
    return at


def _moment_words(moment: datetime, say: Say) -> str:
    day = say(f"choice-{WEEKDAYS[moment.weekday()]}")
    return f"{moment:%Y-%m-%d} ({day}) {moment:%H:%M}"
