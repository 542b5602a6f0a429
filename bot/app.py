"""The composition root: the only place that knows every part, and puts the bot together."""

from pathlib import Path
from typing import Any

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.answers.cog import AnswersCog
from bot.answers.notes import Notes
from bot.answers.presses import AnswerPresses
from bot.clock import Clock, SystemClock
from bot.content.faults import BrokenContent
from bot.content.library import Library
from bot.discord_ui.faces import private_voice
from bot.discord_ui.help import HelpCog
from bot.discord_ui.outcomes import Stopwatch, guarded
from bot.discord_ui.router import PRESSES, Router, kind_of
from bot.discord_ui.sync import sync_commands
from bot.discord_ui.translator import WordsTranslator
from bot.discord_ui.tree import DoranTree, completed
from bot.discord_ui.words import KOREAN, voice
from bot.guilds.cog import GuildsCog
from bot.guilds.languages import StoredLanguages
from bot.inbox.cog import InboxCog
from bot.inbox.presses import InboxPresses
from bot.inbox.sections import Sections
from bot.posts.announce import service as announcements
from bot.posts.announce.cog import AnnounceCommands
from bot.posts.announce.presses import AnnouncePresses
from bot.posts.announce.source import Announcements
from bot.posts.delivery import DiscordDelivery
from bot.posts.editor import Editor
from bot.posts.notices import Notices
from bot.posts.pace import Pace
from bot.posts.scheduler import Scheduler
from bot.posts.sender import Sender
from bot.posts.sources import Sources
from bot.quiz import timetable as quiz_timetable
from bot.quiz.cog.quiz import QuizCog
from bot.quiz.counting import LiveCounts
from bot.quiz.daily import DailyQuiz
from bot.quiz.desk.cog import DeskCog
from bot.quiz.desk.inbox import AppealsSection, GapsSection, SuggestionsSection
from bot.quiz.desk.presses import DeskPresses
from bot.quiz.digest import WeeklyDigest
from bot.quiz.presses import QuizPresses
from bot.review import reminding
from bot.review.cog import ReviewCog
from bot.review.presses import ReviewPresses
from bot.review.reminders import Reminders
from bot.settings import Settings
from bot.storage.base import Base
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage

log = structlog.get_logger("doran.app")

# Importing this module has imported every capability's tables.
METADATA = Base.metadata

# Exactly what the bot does, for the invitation's link (docs: topics/permissions).
PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
)


def intents() -> discord.Intents:
    """Return what the bot listens to; none of it privileged.

    Mentions of the bot and direct messages carry their text without the message content intent.
    """
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class DoranBot(commands.Bot):
    """discord.py's client with our parts attached."""

    def __init__(
        self, storage: Storage, notes: Notes, clock: Clock, operators: frozenset[int]
    ) -> None:
        """Hold the parts; they are wired up in ``setup_hook``, once logged in."""
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=DoranTree,
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            # Nothing reads old messages from the cache, so none are kept in memory.
            max_messages=None,
        )
        self.storage = storage
        self.notes = notes
        self.clock = clock
        self.operators = operators
        self.languages = StoredLanguages(storage, clock)
        self.router = Router()
        daily = DailyQuiz(self._library, clock)
        reminders = Reminders(self._library)
        self.sources = Sources((Notices(), Announcements(), daily, WeeklyDigest(), reminders))
        self.inbox = Sections()
        self.scheduler = self._scheduler()
        self._counts = LiveCounts(storage, self.scheduler.wake)

    def _scheduler(self) -> Scheduler:
        delivery, pace = DiscordDelivery(self), Pace()
        sender = Sender(self.storage, self.sources, delivery, self.clock, pace)
        editor = Editor(delivery, self.clock, pace)
        return Scheduler(self.storage, self.sources, sender, editor, self.clock)

    async def setup_hook(self) -> None:
        """Bring the database up to date, attach every part, and tell Discord the commands."""
        await upgrade(self.storage.engine)
        tree = self.tree
        if not isinstance(tree, DoranTree):
            raise TypeError("the tree must be ours: it is where commands are logged and refused")
        tree.languages = self.languages
        await tree.set_translator(WordsTranslator())
        presses = AnswerPresses(self.storage, self.notes, self.languages, self.clock)
        self.router.add(*presses.routes())
        await self.add_cog(
            AnswersCog(
                self, self.storage, self.notes, self.languages, self.clock, operators=self.operators
            )
        )
        zone_followers = (
            announcements.follow_zone,
            quiz_timetable.follow_zone,
            reminding.follow_zone,
        )
        await self.add_cog(
            GuildsCog(self.storage, self.languages, self.clock, zone_followers=zone_followers)
        )
        self._attach_announcements()
        quizzes = QuizPresses(self.storage, self.clock, self._counts, presses.open_concept)
        self.router.add(*quizzes.routes())
        wake = self.scheduler.wake
        await self.add_cog(QuizCog(self.storage, self._library, self.languages, self.clock, wake))
        self.router.add(*DeskPresses(self.storage, self._library, self.clock, wake).routes())
        await self.add_cog(DeskCog(self.storage, self.notes, self.languages))
        self.inbox.add(GapsSection(), AppealsSection(), SuggestionsSection())
        reviews = ReviewPresses(self.storage, self._library, self.clock, wake)
        self.router.add(*reviews.routes())
        await self.add_cog(ReviewCog(self.storage, self._library, self.languages, self.clock))
        await self._attach_inbox()
        await self.add_cog(HelpCog(self, self.languages))
        try:
            await sync_commands(tree, self.storage, self.clock, self.application_id or 0)
        except discord.HTTPException as refused:
            # The commands that Discord knows still work; the next start tries again.
            log.error("commands not synced", status=refused.status, code=refused.code)

    def _attach_announcements(self) -> None:
        wake = self.scheduler.wake
        self.router.add(*AnnouncePresses(self.storage, self.clock, wake).routes())
        settings = self.tree.get_command("settings")
        if not isinstance(settings, app_commands.Group):
            raise TypeError("/settings must be a group: announcements are a part of it")
        settings.add_command(AnnounceCommands(self.storage, self.languages, self.clock, wake))

    async def _attach_inbox(self) -> None:
        self.router.add(*InboxPresses(self.storage, self.inbox).routes())
        await self.add_cog(InboxCog(self.storage, self.inbox, self.languages))

    def _library(self) -> Library:
        return self.notes.edition.library

    async def on_ready(self) -> None:
        """Start posting, or look at everything anew after a reconnect."""
        self.scheduler.start()

    async def on_resumed(self) -> None:
        """Look at everything anew: the connection was gone for a while."""
        self.scheduler.start()

    async def reload_notes(self) -> None:
        """Read the notes again; on a fault the old ones stay, and the log tells each fault."""
        try:
            edition = await self.notes.reload()
        except BrokenContent as broken:
            for fault in broken.faults:
                log.error("notes not reloaded", fault=fault.said("en"))
        else:
            log.info("notes reloaded", concepts=len(edition.library.concepts))

    async def on_message(self, message: discord.Message) -> None:
        """Do nothing: there are no prefix commands; the cogs listen for themselves."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Send presses to the router; commands go through the tree."""
        if interaction.type not in PRESSES:
            return
        kind = "modal" if interaction.type is discord.InteractionType.modal_submit else "press"
        await guarded(
            interaction,
            Stopwatch(kind, kind_of(interaction), guild=interaction.guild_id),
            lambda: private_voice(self.languages, interaction),
            lambda say: self.router.route(interaction, say),
            voice(KOREAN),
        )

    async def on_app_command_completion(
        self, interaction: discord.Interaction, _command: app_commands.Command[Any, ..., Any]
    ) -> None:
        """Write the log line of a command that went well."""
        completed(interaction)

    async def close(self) -> None:
        """Stop posting, leave Discord, then close the database."""
        await self._counts.stop()
        await self.scheduler.stop()
        await super().close()
        await self.storage.close()


def create_bot(
    settings: Settings, *, clock: Clock | None = None, notes: Notes | None = None
) -> DoranBot:
    """Put the bot together; nothing is contacted before it logs in.

    Without ``notes`` it reads those of the settings.

    Raises:
        BrokenContent: the notes have faults.
    """
    return DoranBot(
        Storage(settings.database_url.get_secret_value()),
        notes or Notes(Path(settings.content_dir)),
        clock or SystemClock(),
        settings.operator_ids,
    )
