"""The commands /quiz-admin schedule add, list, edit, pause, resume and remove."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import discord
from discord import app_commands

from bot.clock import Clock
from bot.content.library import Library
from bot.content.model import Text
from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, guild_of, member_of, private_voice
from bot.discord_ui.words import Say, english
from bot.guilds.power import moderated
from bot.ids import GuildId
from bot.posts.announce.power import writable
from bot.quiz import timetable
from bot.quiz.cog import offered
from bot.quiz.cog.offered import Choices
from bot.quiz.cog.wishes import Typed, number_of, wish_of
from bot.quiz.schedule import MAX_ITEMS, Schedule, newest
from bot.quiz.service import library_of
from bot.quiz.show.timetable import list_screen, removed_screen, schedule_screen
from bot.storage.work import Storage, Work

Items = app_commands.Range[int, 1, MAX_ITEMS]
_ADD = "command-quiz-admin-schedule-add"
_EDIT = "command-quiz-admin-schedule-edit"


class ScheduleCommands(app_commands.Group):
    """A subgroup of /quiz-admin: asks the service, then shows."""

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        languages: Languages,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        super().__init__(
            name="schedule", description=english("command-quiz-admin-schedule.description")
        )
        self._storage = storage
        self._library = library
        self._languages = languages
        self._clock = clock
        self._wake = wake

    @app_commands.command(name="add", description=english(f"{_ADD}.description"))
    @app_commands.describe(
        time=english(f"{_ADD}.time-description"),
        channel=english(f"{_ADD}.channel-description"),
        days=english(f"{_ADD}.days-description"),
        topic=english(f"{_ADD}.topic-description"),
        items=english(f"{_ADD}.items-description"),
        skip=english(f"{_ADD}.skip-description"),
        ping=english(f"{_ADD}.ping-description"),
        hide=english(f"{_ADD}.hide-description"),
        digest=english(f"{_ADD}.digest-description"),
    )
    async def add(
        self,
        interaction: discord.Interaction,
        time: str,
        channel: discord.TextChannel,
        days: str | None = None,
        topic: str | None = None,
        items: Items | None = None,
        skip: str | None = None,
        ping: discord.Role | None = None,
        hide: bool | None = None,
        digest: bool | None = None,
    ) -> None:
        """Make a schedule."""
        typed = Typed(channel, time, days, topic, items, skip, ping, hide, digest)
        say = await private_voice(self._languages, interaction)
        member, now = member_of(interaction), self._clock.now()
        async with self._storage.work() as work:
            settings = await moderated(work, interaction)
            wish = wish_of(interaction, typed, None, settings, say, now)
            library = await library_of(work, self._library(), settings.guild)
            added = await timetable.add(work, library, settings.guild, member, wish, now=now)
            await work.commit()
        await self._told(interaction, "quiz-schedule-added", added, say)

    @app_commands.command(name="edit", description=english(f"{_EDIT}.description"))
    @app_commands.describe(
        schedule=english(f"{_EDIT}.schedule-description"),
        time=english(f"{_EDIT}.time-description"),
        channel=english(f"{_EDIT}.channel-description"),
        days=english(f"{_EDIT}.days-description"),
        topic=english(f"{_EDIT}.topic-description"),
        items=english(f"{_EDIT}.items-description"),
        skip=english(f"{_EDIT}.skip-description"),
        ping=english(f"{_EDIT}.ping-description"),
        quiet=english(f"{_EDIT}.quiet-description"),
        hide=english(f"{_EDIT}.hide-description"),
        digest=english(f"{_EDIT}.digest-description"),
    )
    async def edit(
        self,
        interaction: discord.Interaction,
        schedule: str,
        time: str | None = None,
        channel: discord.TextChannel | None = None,
        days: str | None = None,
        topic: str | None = None,
        items: Items | None = None,
        skip: str | None = None,
        ping: discord.Role | None = None,
        quiet: bool = False,
        hide: bool | None = None,
        digest: bool | None = None,
    ) -> None:
        """Change a schedule; what is not given stays."""
        typed = Typed(channel, time, days, topic, items, skip, ping, hide, digest)
        say, now = await private_voice(self._languages, interaction), self._clock.now()
        async with self._storage.work() as work:
            settings = await moderated(work, interaction)
            present = await timetable.one(work, settings.guild, number_of(schedule))
            wish = wish_of(interaction, typed, present, settings, say, now)
            wish = replace(wish, ping=None) if quiet else wish
            library = await library_of(work, self._library(), settings.guild)
            edited = await timetable.edit(
                work, library, settings.guild, present.number, wish, now=now
            )
            await work.commit()
        await self._told(interaction, "quiz-schedule-edited", edited, say)

    @app_commands.command(
        name="list", description=english("command-quiz-admin-schedule-list.description")
    )
    async def list_all(self, interaction: discord.Interaction) -> None:
        """Show every schedule."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            settings = await moderated(work, interaction)
            schedules = await timetable.every(work, settings.guild)
        await replies.answer(interaction, list_screen(schedules, self._topics(), say))

    @app_commands.command(
        name="pause", description=english("command-quiz-admin-schedule-pause.description")
    )
    @app_commands.describe(
        schedule=english("command-quiz-admin-schedule-pause.schedule-description")
    )
    async def pause(self, interaction: discord.Interaction, schedule: str) -> None:
        """Stop a schedule for a while."""
        await self._change(
            interaction,
            "quiz-schedule-paused",
            lambda work, guild: timetable.pause(work, guild, number_of(schedule)),
        )

    @app_commands.command(
        name="resume", description=english("command-quiz-admin-schedule-resume.description")
    )
    @app_commands.describe(
        schedule=english("command-quiz-admin-schedule-resume.schedule-description")
    )
    async def resume(self, interaction: discord.Interaction, schedule: str) -> None:
        """Let a paused schedule go on, if the channel takes it."""
        now = self._clock.now()
        say = await private_voice(self._languages, interaction)

        async def resumed(work: Work, guild: GuildId) -> Schedule:
            found = await timetable.resume(work, guild, number_of(schedule), now=now)
            writable(interaction, found.channel, say)
            return found

        await self._change(interaction, "quiz-schedule-resumed", resumed)

    @app_commands.command(
        name="remove", description=english("command-quiz-admin-schedule-remove.description")
    )
    @app_commands.describe(
        schedule=english("command-quiz-admin-schedule-remove.schedule-description")
    )
    async def remove(self, interaction: discord.Interaction, schedule: str) -> None:
        """Take a schedule away."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.work() as work:
            settings = await moderated(work, interaction)
            gone = await timetable.remove(work, settings.guild, number_of(schedule))
            await work.commit()
        self._wake()
        await replies.answer(interaction, removed_screen(gone, say))

    @edit.autocomplete("schedule")
    @pause.autocomplete("schedule")
    @resume.autocomplete("schedule")
    @remove.autocomplete("schedule")
    async def schedules(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest the server's schedules; only moderators are shown them."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            settings = await moderated(work, interaction)
            every = await timetable.every(work, settings.guild)
        return offered.schedules(every, interaction.guild, typed, say)

    @add.autocomplete("topic")
    @edit.autocomplete("topic")
    async def topics(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest the newest note, then every topic."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            library = await library_of(work, self._library(), guild_of(interaction))
        return offered.topics(library, typed, say)

    @add.autocomplete("time")
    @edit.autocomplete("time")
    async def times(self, _interaction: discord.Interaction, typed: str) -> Choices:
        """Say how what is typed is understood; suggest usual times."""
        return offered.times(typed)

    @add.autocomplete("days")
    @edit.autocomplete("days")
    async def days(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest usual sets of days; what else is typed is taken as it is."""
        say = await private_voice(self._languages, interaction)
        return offered.days(typed, say)

    async def _change(
        self,
        interaction: discord.Interaction,
        headline: str,
        change: Callable[[Work, GuildId], Awaitable[Schedule]],
    ) -> None:
        say = await private_voice(self._languages, interaction)
        async with self._storage.work() as work:
            await moderated(work, interaction)
            changed = await change(work, guild_of(interaction))
            await work.commit()
        await self._told(interaction, headline, changed, say)

    async def _told(
        self, interaction: discord.Interaction, headline: str, schedule: Schedule, say: Say
    ) -> None:
        self._wake()
        screen = schedule_screen(headline, schedule, self._topics(), say)
        await replies.answer(interaction, screen)

    def _topics(self) -> dict[str | None, Text]:
        library = self._library()
        titles: dict[str | None, Text] = {each.id: each.title for each in library.topics}
        last = newest(library)
        return titles | ({None: last.title} if last else {})
