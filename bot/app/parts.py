"""Every part that lives as long as the bot does, and what the parts need of one another."""

import discord

from bot.answers.asking import Asking
from bot.answers.notes import Notes
from bot.answers.teaching.answers_found import AnswersFound, Recheck
from bot.app.declared import DECLARED
from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui.allowance import Allowance
from bot.discord_ui.router import Router
from bot.discussion.presses import DiscussionPresses
from bot.discussion.source import Discussions
from bot.discussion.wiping import Wiping
from bot.guilds.languages import StoredLanguages
from bot.ids import GuildId
from bot.inbox.sections import Sections
from bot.ops.watching import Observer
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
from bot.posts.share import Share
from bot.posts.sources import Sources
from bot.privacy.register import Register
from bot.privacy.source import Tidying
from bot.quiz.counting import LiveCounts
from bot.quiz.daily import DailyQuiz
from bot.quiz.digest import WeeklyDigest
from bot.quiz.rounds.nicknames import Nicknames
from bot.quiz.rounds.service import Rounds
from bot.quiz.rounds.source import LiveRounds, RoundStarts, RoundTables
from bot.review.reminders import Reminders
from bot.sessions.plan_source import PlanPosts
from bot.sessions.service import Sessions
from bot.sessions.source import SessionPosts
from bot.setup.source import Hello
from bot.storage.work import Storage


class Parts:
    """The services, sources and the scheduler of one bot; none of them is a command yet."""

    def __init__(
        self,
        client: discord.Client,
        storage: Storage,
        notes: Notes,
        clock: Clock,
        share: Share,
        observe: Observer,
        operators: frozenset[int],
    ) -> None:
        """Put the parts together; ``client`` is only used once it is logged in."""
        self._client = client
        self.storage = storage
        self.notes = notes
        self.clock = clock
        self.share = share
        self.observe = observe
        self.operators = operators
        self.languages = StoredLanguages(storage, clock)
        self.router = Router()
        self.allowance = Allowance(0)
        self.asking = Asking(storage, notes, clock)
        self.inbox = Sections()
        self.register = Register(DECLARED)
        self.rounds, self.nicknames = Rounds(self.library), Nicknames()
        self.sessions = Sessions(self.library, self.rounds)
        self.discussions = Discussions(self.library, DiscordDelivery(client).newest)
        self.sources = self._all_sources()
        self.scheduler = self._scheduler()
        self.wake = self.scheduler.wake
        self.recheck = Recheck(storage, self.asking, clock, self.wake)
        self.counts = LiveCounts(storage, self.wake)
        self.discussing = DiscussionPresses(storage, clock, self.wake, self.asking.editions.of)

    def library(self) -> Library:
        """Return the shipped notes as they are now."""
        return self.notes.edition.library

    async def stop(self) -> None:
        """Let posts on their way arrive, and begin none."""
        await self.counts.stop()
        await self.discussing.stop()
        await self.scheduler.stop()

    def _all_sources(self) -> Sources:
        return Sources(
            (
                Hello(),
                Notices(),
                Announcements(),
                DailyQuiz(self.library, self.clock),
                WeeklyDigest(),
                Reminders(self.library),
                RoundStarts(self.rounds, self.nicknames),
                LiveRounds(self.rounds, self.nicknames),
                RoundTables(self.rounds, self.nicknames),
                SessionPosts(self.sessions),
                PlanPosts(),
                AnswersFound(self.notes),
                Tidying(self.register, self._is_in),
                self.discussions,
            )
        )

    def _scheduler(self) -> Scheduler:
        # Discord counts the requests of all processes together.
        delivery, pace = DiscordDelivery(self._client), Pace(PER_SECOND * self.share.part)
        shards = Shards(self.storage, self.clock, self.share)
        sender = Sender(self.storage, self.sources, delivery, self.clock, pace, shards)
        editor = Editor(delivery, self.clock, pace)
        chores = {**DiscordErrands(self._client).chores(), **DiscordEvents(self._client).chores()}
        errands = Errands(self.storage, self.sources, chores, self.clock, pace, shards)
        workers = (errands, Wiping(self.storage, self.clock))
        return Scheduler(self.storage, self.sources, sender, editor, self.clock, workers, shards)

    def _is_in(self, guild: GuildId) -> bool | None:
        """Tell whether the bot is in ``guild``; None where it does not know (yet)."""
        knows = self._client.is_ready() and self.share.holds(guild)
        return self._client.get_guild(guild) is not None if knows else None
