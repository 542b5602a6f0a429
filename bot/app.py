"""The composition root: the only place that knows every part, and puts the bot together."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.answers import personal as answers_personal
from bot.answers.asking import Asking
from bot.answers.cog import AnswersCog
from bot.answers.embedder_model import Model, bundled_model
from bot.answers.notes import Notes
from bot.answers.presses import AnswerPresses
from bot.answers.teaching.answers_found import AnswersFound, Recheck
from bot.answers.teaching.presses import TeachingPresses
from bot.answers.teaching.section import MissedSection
from bot.clock import Clock, SystemClock
from bot.content.faults import BrokenContent
from bot.content.library import Library
from bot.content.model import PromptKind
from bot.discord_ui.allowance import Allowance
from bot.discord_ui.faces import private_voice
from bot.discord_ui.help import HelpCog
from bot.discord_ui.outcomes import Stopwatch, guarded
from bot.discord_ui.router import PRESSES, Router, kind_of
from bot.discord_ui.sync import sync_commands
from bot.discord_ui.translator import WordsTranslator
from bot.discord_ui.tree import DoranTree, completed
from bot.discord_ui.words import KOREAN, voice
from bot.discussion import personal as discussion_personal
from bot.discussion import service as discussions
from bot.discussion.cog.admin import DiscussAdminCog
from bot.discussion.cog.discuss import DiscussCog, proposal_opener
from bot.discussion.cog.prompts import DiscussedPrompts
from bot.discussion.cog.watching import DiscussionWatch
from bot.discussion.presses import DiscussionPresses
from bot.discussion.proposing import ProposalsSection
from bot.discussion.source import Discussions
from bot.discussion.uses import defaults as discussion_defaults
from bot.discussion.uses import discussed
from bot.discussion.uses import going as discussing
from bot.discussion.wiping import Wiping
from bot.guilds import personal as guilds_personal
from bot.guilds.audit.presses import AuditPresses
from bot.guilds.cog import GuildsCog
from bot.guilds.languages import StoredLanguages
from bot.guilds.power import Admission
from bot.ids import GuildId
from bot.inbox.cog import InboxCog
from bot.inbox.presses import InboxPresses
from bot.inbox.sections import Sections
from bot.notes import personal as notes_personal
from bot.notes import presses as note_presses
from bot.notes.cog import NotesCog
from bot.notes.inbox import DraftedItemsSection
from bot.ops.watching import NO_WATCH, Watch
from bot.posts import personal as posts_personal
from bot.posts.announce import service as announcements
from bot.posts.announce.cog import AnnounceCommands
from bot.posts.announce.presses import AnnouncePresses
from bot.posts.announce.source import Announcements
from bot.posts.delivery import DiscordDelivery
from bot.posts.editor import Editor
from bot.posts.errands.delivery import DiscordErrands
from bot.posts.errands.events import DiscordEvents
from bot.posts.errands.runner import Errands
from bot.posts.notices import Notices
from bot.posts.pace import PER_SECOND, Pace
from bot.posts.scheduler import Scheduler
from bot.posts.sender import Sender
from bot.posts.shards import Shards
from bot.posts.share import ALL, Share
from bot.posts.sources import Sources
from bot.privacy.cog import PrivacyCog, retention_command
from bot.privacy.presses import PrivacyPresses
from bot.privacy.register import Register
from bot.privacy.shown import KeptFor
from bot.privacy.source import Tidying
from bot.quiz import personal as quiz_personal
from bot.quiz import timetable as quiz_timetable
from bot.quiz.cog.quiz import QuizCog
from bot.quiz.counting import LiveCounts
from bot.quiz.daily import DailyQuiz
from bot.quiz.desk.cog import DeskCog
from bot.quiz.desk.inbox import AppealsSection, SuggestionsSection
from bot.quiz.desk.presses import DeskPresses
from bot.quiz.digest import WeeklyDigest
from bot.quiz.presses import QuizPresses
from bot.quiz.rounds.cog import RoundCommands
from bot.quiz.rounds.nicknames import Nicknames
from bot.quiz.rounds.presses import RoundPresses
from bot.quiz.rounds.service import Rounds
from bot.quiz.rounds.source import LiveRounds, RoundStarts, RoundTables
from bot.review import personal as review_personal
from bot.review import reminding
from bot.review.cog import ReviewCog
from bot.review.presses import ReviewPresses
from bot.review.reminders import Reminders
from bot.sessions import personal as sessions_personal
from bot.sessions.cog import EventsCog, SessionsCog
from bot.sessions.plan_source import PlanPosts
from bot.sessions.presses.plans import PlanPresses
from bot.sessions.presses.sessions import SessionPresses
from bot.sessions.presses.study import StudyPresses
from bot.sessions.section import StudySection
from bot.sessions.service import Sessions
from bot.sessions.source import SessionPosts
from bot.sessions.uses import going as meeting
from bot.sessions.uses import met_in
from bot.sessions.uses import planned as sessions_planned
from bot.settings import Settings
from bot.setup.cog import SetupCog, check_command, setup_command
from bot.setup.now import RightNow
from bot.setup.presses import SetupPresses
from bot.setup.source import Hello
from bot.setup.uses import announced, notices, planned, quizzes
from bot.storage.base import Base
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage

log = structlog.get_logger("doran.app")

# Importing this module has imported every capability's tables.
METADATA = Base.metadata

# What each capability keeps about people.
DECLARED = (
    answers_personal.DECLARED,
    discussion_personal.DECLARED,
    guilds_personal.DECLARED,
    notes_personal.DECLARED,
    posts_personal.DECLARED,
    quiz_personal.DECLARED,
    review_personal.DECLARED,
    sessions_personal.DECLARED,
)

# Parts that keep wall-clock times.
ZONE_FOLLOWERS = (
    announcements.follow_zone,
    quiz_timetable.follow_zone,
    reminding.follow_zone,
    discussions.follow_zone,
)

# systemd and Docker kill what has not ended ten seconds after SIGTERM.
LAST_MOMENTS_S = 8.0
# discord.py's names for the tasks in which a press and a command are answered.
_ANSWERING = ("discord.py: on_interaction", "CommandTree-invoker")

# Exactly what the bot does, for the invitation's link (docs: topics/permissions).
PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    # A discussion's thread, and its report among the pins. Archiving one's own thread needs none.
    create_public_threads=True,
    pin_messages=True,
    # A planned session is an event of the server.
    create_events=True,
)


def intents() -> discord.Intents:
    """Return what the bot listens to; none of it privileged.

    Mentions of the bot and direct messages carry their text without the message content intent.
    """
    return discord.Intents(
        guilds=True, guild_messages=True, dm_messages=True, guild_scheduled_events=True
    )


class DoranBot(commands.Bot):
    """discord.py's client with our parts attached."""

    def __init__(
        self,
        storage: Storage,
        notes: Notes,
        clock: Clock,
        operators: frozenset[int],
        watch: Watch = NO_WATCH,
        share: Share = ALL,
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
            **_shards_of(share),
            **watch.options(),
        )
        self.observe = watch.observe
        # Loads the model that knows meaning; None: answer by words alone.
        self.load_model: Callable[[], Model] | None = None
        self.learns_at_start = True
        self._learning: asyncio.Task[None] | None = None
        self.storage = storage
        self.share = share
        self.notes = notes
        self.clock = clock
        self.operators = operators
        self.languages = StoredLanguages(storage, clock)
        self.router = Router()
        self.allowance = Allowance(0)
        daily = DailyQuiz(self._library, clock)
        reminders = Reminders(self._library)
        self.sources = Sources(
            (Hello(), Notices(), Announcements(), daily, WeeklyDigest(), reminders)
        )
        self.rounds, self._names = Rounds(self._library), Nicknames()
        for source in (RoundStarts, LiveRounds, RoundTables):
            self.sources.add(source(self.rounds, self._names))
        self.sessions = Sessions(self._library, self.rounds)
        self.sources.add(SessionPosts(self.sessions))
        self.sources.add(PlanPosts())
        self.asking = Asking(storage, notes, clock)
        self.sources.add(AnswersFound(notes))
        self.inbox = Sections()
        self.register = Register(DECLARED)
        self.sources.add(Tidying(self.register, self._is_in))
        self.discussions = Discussions(self._library, DiscordDelivery(self).newest)
        self.sources.add(self.discussions)
        self.scheduler = self._scheduler()
        wake = self.scheduler.wake
        self._recheck = Recheck(storage, self.asking, clock, wake)
        self._counts = LiveCounts(storage, self.scheduler.wake)
        self._discussing = DiscussionPresses(storage, clock, wake, self.asking.editions.of)

    def _scheduler(self) -> Scheduler:
        # Discord counts the requests of all processes together.
        delivery, pace = DiscordDelivery(self), Pace(PER_SECOND * self.share.part)
        shards = Shards(self.storage, self.clock, self.share)
        sender = Sender(self.storage, self.sources, delivery, self.clock, pace, shards)
        editor = Editor(delivery, self.clock, pace)
        chores = {**DiscordErrands(self).chores(), **DiscordEvents(self).chores()}
        self.errands = Errands(self.storage, self.sources, chores, self.clock, pace, shards)
        workers = (self.errands, Wiping(self.storage, self.clock))
        return Scheduler(self.storage, self.sources, sender, editor, self.clock, workers, shards)

    async def setup_hook(self) -> None:
        """Bring the database up to date, attach every part, and tell Discord the commands."""
        await upgrade(self.storage.engine)
        tree = self.tree
        if not isinstance(tree, DoranTree):
            raise TypeError("the tree must be ours: it is where commands are logged and refused")
        tree.languages = self.languages
        tree.observe = self.observe
        tree.gate = self.router.gate = Admission(self.storage, self.clock, self.allowance)
        await tree.set_translator(WordsTranslator())
        presses = AnswerPresses(self.storage, self.asking, self.languages, self.clock)
        self.router.add(*presses.routes())
        await self.add_cog(
            AnswersCog(
                self,
                self.asking,
                self.notes,
                self.languages,
                after_reload=self._recheck.look,
                operators=self.operators,
                observe=self.observe,
            )
        )
        others = (planned, discussion_defaults, sessions_planned, KeptFor(self.register))
        await self.add_cog(
            GuildsCog(
                self.storage,
                self.languages,
                self.clock,
                zone_followers=ZONE_FOLLOWERS,
                others=others,
            )
        )
        await self._attach_setup()
        self.router.add(*AuditPresses(self.storage).routes())
        self._attach_teaching()
        if self.learns_at_start:
            self.learn_meaning()
        await self._attach_discussions()
        self._attach_announcements()
        quizzes = QuizPresses(
            self.storage, self.clock, self._counts, presses.open_concept, self._names.saw
        )
        self.router.add(*quizzes.routes())
        wake = self.scheduler.wake
        await self.add_cog(QuizCog(self.storage, self._library, self.languages, self.clock, wake))
        self.router.add(*DeskPresses(self.storage, self._library, self.clock, wake).routes())
        openers = {kind.value: proposal_opener(self.languages, kind) for kind in PromptKind}
        await self.add_cog(DeskCog(self.storage, self.asking.editions, self.languages, openers))
        self.inbox.add(MissedSection(), AppealsSection(), SuggestionsSection())
        reviews = ReviewPresses(self.storage, self._library, self.clock, wake)
        self.router.add(*reviews.routes())
        await self.add_cog(ReviewCog(self.storage, self._library, self.languages, self.clock))
        self._attach_rounds()
        await self._attach_notes()
        await self._attach_sessions()
        await self._attach_inbox()
        await self._attach_privacy()
        right_now = RightNow(self.storage, self.clock, self.inbox, (discussing, meeting))
        await self.add_cog(HelpCog(self, self.languages, right_now))
        try:
            await sync_commands(tree, self.storage, self.clock, self.application_id or 0)
        except discord.HTTPException as refused:
            # The commands that Discord knows still work; the next start tries again.
            log.error("commands not synced", status=refused.status, code=refused.code)

    def learn_meaning(self) -> None:
        """Begin to answer by meaning, in the background; meanwhile words must do."""
        if self.load_model is not None and self._learning is None:
            self._learning = asyncio.create_task(self.notes.learn_meaning(self.load_model))

    def _attach_teaching(self) -> None:
        wake = self.scheduler.wake
        self.router.add(*TeachingPresses(self.storage, self.asking, self.clock, wake).routes())

    async def _attach_discussions(self) -> None:
        # After a restored backup, open anonymous ones have no key: they end with what there is.
        async with self.storage.work() as work:
            now, titles = self.clock.now(), self.discussions.titles()
            await discussions.close_keyless(work, now=now, titles=titles)
            await work.commit()
        storage, languages, clock = self.storage, self.languages, self.clock
        wake, presses = self.scheduler.wake, self._discussing
        self.router.add(*presses.routes())
        self.asking.discussed = DiscussedPrompts(storage)
        self.inbox.add(ProposalsSection())
        await self.add_cog(DiscussCog(storage, languages))
        editions = self.asking.editions.of
        admin = DiscussAdminCog(storage, editions, presses.titles_of, languages, clock, wake)
        await self.add_cog(admin)
        await self.add_cog(DiscussionWatch(storage, clock, wake))

    def _attach_announcements(self) -> None:
        wake = self.scheduler.wake
        self.router.add(*AnnouncePresses(self.storage, self.clock, wake).routes())
        commands = AnnounceCommands(self.storage, self.languages, self.clock, wake)
        self._settings().add_command(commands)

    async def _attach_setup(self) -> None:
        storage, languages, clock = self.storage, self.languages, self.clock
        wake = self.scheduler.wake
        presses = SetupPresses(storage, self._library, languages, clock, wake, ZONE_FOLLOWERS)
        self.router.add(*presses.routes())
        await self.add_cog(SetupCog(storage, clock, wake))
        users = (quizzes, announced, notices, discussed, met_in)
        self._settings().add_command(setup_command(presses))
        self._settings().add_command(check_command(storage, languages, users))

    def _attach_rounds(self) -> None:
        wake, admin = self.scheduler.wake, self.tree.get_command("quiz-admin")
        if not isinstance(admin, app_commands.Group):
            raise TypeError("/quiz-admin must be a group: rounds add commands to it")
        commands = RoundCommands(
            self.storage, self.rounds, self._library, self.languages, self.clock, wake
        )
        commands.join(admin)
        self.router.add(*RoundPresses(self.storage, self.rounds, self.clock, wake).routes())

    async def _attach_notes(self) -> None:
        self.router.add(*note_presses.routes(self.storage, self.clock, self._recheck.look_in))
        self.inbox.add(DraftedItemsSection())
        await self.add_cog(NotesCog(self, self.storage, self.languages, self.clock))

    async def _attach_sessions(self) -> None:
        parts = (self.storage, self.sessions)
        wake = self.scheduler.wake
        self.router.add(*SessionPresses(*parts, self.clock, wake).routes())
        self.router.add(*PlanPresses(*parts, self.clock, wake).routes())
        self.router.add(*StudyPresses(self.storage, self._library, self.clock).routes())
        self.inbox.add(StudySection(self._library, self.clock))
        await self.add_cog(SessionsCog(*parts, self.languages, self.clock, wake))
        await self.add_cog(EventsCog(self.storage, self.clock, wake))

    async def _attach_inbox(self) -> None:
        self.router.add(*InboxPresses(self.storage, self.inbox).routes())
        await self.add_cog(InboxCog(self.storage, self.inbox, self.languages))

    async def _attach_privacy(self) -> None:
        presses = PrivacyPresses(self.storage, self.register, self.languages, self.scheduler.wake)
        self.router.add(*presses.routes())
        await self.add_cog(PrivacyCog(self.storage, self.register, self.languages))
        self._settings().add_command(retention_command(self.storage, self.register, self.languages))

    def _settings(self) -> app_commands.Group:
        settings = self.tree.get_command("settings")
        if not isinstance(settings, app_commands.Group):
            raise TypeError("/settings must be a group: other capabilities add commands to it")
        return settings

    def _is_in(self, guild: GuildId) -> bool | None:
        """Tell whether the bot is in ``guild``; None where it does not know (yet)."""
        knows = self.is_ready() and self.share.holds(guild)
        return self.get_guild(guild) is not None if knows else None

    def _library(self) -> Library:
        return self.notes.edition.library

    async def on_ready(self) -> None:
        """Start posting, or look at everything anew after a reconnect."""
        self.scheduler.start()
        await self._recheck.look()

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
            await self._recheck.look()

    async def on_message(self, message: discord.Message) -> None:
        """Do nothing: there are no prefix commands; the cogs listen for themselves."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Send presses to the router; commands go through the tree."""
        if interaction.type not in PRESSES:
            return
        kind = "modal" if interaction.type is discord.InteractionType.modal_submit else "press"
        await guarded(
            interaction,
            Stopwatch(kind, kind_of(interaction), guild=interaction.guild_id, observe=self.observe),
            lambda: private_voice(self.languages, interaction),
            lambda say: self.router.route(interaction, say),
            voice(KOREAN),
        )

    async def on_app_command_completion(
        self, interaction: discord.Interaction, _command: app_commands.Command[Any, ..., Any]
    ) -> None:
        """Write the log line of a command that went well."""
        completed(interaction)

    async def _finish(self) -> None:
        """Let members who pressed have their answers, and posts on their way arrive."""
        answering = [task for task in asyncio.all_tasks() if task.get_name() in _ANSWERING]
        if answering:
            await asyncio.wait(answering)
        await self._counts.stop()
        await self._discussing.stop()
        await self.scheduler.stop()

    async def close(self) -> None:
        """Finish what is in flight, as far as time allows; leave Discord; close the database."""
        try:
            async with asyncio.timeout(LAST_MOMENTS_S):
                await self._finish()
        except TimeoutError:
            log.warning("not everything was finished; the next start goes on with it")
        if self._learning is not None:
            self._learning.cancel()
        self.notes.close()
        await super().close()
        await self.storage.close()


class ShardedDoranBot(DoranBot, discord.AutoShardedClient):
    """The same with several of the gateway's shards, or with some of them only.

    discord.py's ``AutoShardedBot`` is this very pair of classes; kept apart, because a bot of one
    shard neither needs its task a shard nor asks Discord how many shards it should have.
    """


def _shards_of(share: Share) -> dict[str, Any]:
    """Return what discord.py is told of the shards."""
    if share.count == 1:
        return {}
    return {"shard_ids": sorted(share.shards), "shard_count": share.count}


def create_bot(
    settings: Settings,
    *,
    clock: Clock | None = None,
    notes: Notes | None = None,
    watch: Watch = NO_WATCH,
    vectors: Path | None = None,
) -> DoranBot:
    """Put the bot together; nothing is contacted before it logs in.

    Without ``notes`` it reads those of the settings; ``vectors`` keeps their meaning elsewhere
    than beside the database.

    Raises:
        BrokenContent: the notes have faults.
    """
    share = Share.of(settings.shard_ids, settings.shard_count)
    kind = DoranBot if share.count == 1 else ShardedDoranBot
    bot = kind(
        Storage(settings.database_url.get_secret_value()),
        notes or Notes(Path(settings.content_dir)),
        clock or SystemClock(),
        settings.operator_ids,
        watch,
        share,
    )
    bot.allowance = Allowance(settings.member_burst)
    if settings.answers_model == "bundled":
        kept = vectors or settings.vectors_file
        bot.load_model = partial(bundled_model, kept, Path(settings.content_dir))
    return bot
