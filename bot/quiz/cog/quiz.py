"""The commands /quiz (members) and /quiz-admin (moderators)."""

from collections.abc import Callable, Collection

import discord
from discord import app_commands
from discord.ext import commands

from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, guild_of, member_of, private_voice
from bot.discord_ui.words import english
from bot.guilds.power import moderated
from bot.quiz import service, timetable
from bot.quiz.cog.schedules import ScheduleCommands
from bot.quiz.desk import suggestions
from bot.quiz.desk.show.export import export_screen
from bot.quiz.journal import Who
from bot.quiz.model import Answered, AskedItem
from bot.quiz.report import reports
from bot.quiz.show.answer import answered_screen
from bot.quiz.show.practice import only_practice_screen, with_practice
from bot.quiz.show.question import private_question_screen
from bot.quiz.show.statistics import statistics_screen
from bot.quiz.show.timetable import log_screen
from bot.storage.together import Together
from bot.storage.work import Storage, Work


class QuizCog(commands.Cog):
    """Asks the service, then shows."""

    admin = app_commands.Group(
        name="quiz-admin",
        description=english("command-quiz-admin.description"),
        guild_only=True,
        default_permissions=discord.Permissions(manage_messages=True),
    )

    def __init__(
        self,
        storage: Storage,
        library: Callable[[], Library],
        languages: Languages,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        """Work on ``storage`` and the present ``library``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._today = Together(storage, self._read_today, name="quiz-today")
        self._library = library
        self._languages = languages
        self._clock = clock
        self.admin.add_command(ScheduleCommands(storage, library, languages, clock, wake))

    @app_commands.command(name="quiz", description=english("command-quiz.description"))
    @app_commands.guild_only()
    async def quiz(self, interaction: discord.Interaction) -> None:
        """Show the day's item, privately, or the member's own answer to it; offer practice."""
        say = await private_voice(self._languages, interaction)
        guild, member = guild_of(interaction), member_of(interaction)
        found = await self._today.of((guild, member))
        match found:
            case None:
                screen = only_practice_screen(say)
            case Answered():
                screen = with_practice(answered_screen(found, say), say)
            case item:
                asked = private_question_screen(item.number, item.snapshot, item.closes_at, say)
                screen = with_practice(asked, say)
        await replies.answer(interaction, screen)

    async def _read_today(
        self, work: Work, askers: Collection[Who]
    ) -> dict[Who, AskedItem | Answered | None]:
        found: dict[Who, AskedItem | Answered | None] = {}
        for guild in {guild for guild, _ in askers}:
            members = [member for where, member in askers if where == guild]
            shown = await service.today(work, guild, members, now=self._clock.now())
            found |= {(guild, member): each for member, each in shown.items()}
        return found

    @admin.command(name="log", description=english("command-quiz-admin-log.description"))
    async def log(self, interaction: discord.Interaction) -> None:
        """Show what was asked, missed or taken back last."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            settings = await moderated(work, interaction)
            asked = await timetable.log(work, settings.guild)
        await replies.answer(interaction, log_screen(asked, say))

    @admin.command(name="stats", description=english("command-quiz-admin-stats.description"))
    async def stats(self, interaction: discord.Interaction) -> None:
        """Show how the items went, what needs a look first."""
        # A season's answers of a large group take longer to count than Discord waits.
        await interaction.response.defer(ephemeral=True, thinking=True)
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            settings = await moderated(work, interaction)
        found = await reports(self._storage, settings.guild)
        await replies.answer(interaction, statistics_screen(found, 0, say))

    @admin.command(name="export", description=english("command-quiz-admin-export.description"))
    async def export(self, interaction: discord.Interaction) -> None:
        """Hand out the items that members suggested, as files for the notes."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            settings = await moderated(work, interaction)
            files = await suggestions.exported(work, self._library(), settings.guild)
        await replies.answer(interaction, export_screen(files, say))
