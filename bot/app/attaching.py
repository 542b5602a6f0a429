"""Attaches every capability to the bot: its commands, its presses, its inbox sections."""

from discord import app_commands
from discord.ext import commands

from bot.answers.cog import AnswersCog
from bot.answers.presses import AnswerPresses
from bot.answers.teaching.presses import TeachingPresses
from bot.answers.teaching.section import MissedSection
from bot.app.declared import ZONE_FOLLOWERS
from bot.app.parts import Parts
from bot.content.model import PromptKind
from bot.discord_ui.help import HelpCog
from bot.discussion import service as discussions
from bot.discussion.cog.admin import DiscussAdminCog
from bot.discussion.cog.discuss import DiscussCog, proposal_opener
from bot.discussion.cog.prompts import DiscussedPrompts
from bot.discussion.cog.watching import DiscussionWatch
from bot.discussion.proposing import ProposalsSection
from bot.discussion.uses import defaults as discussion_defaults
from bot.discussion.uses import discussed
from bot.discussion.uses import going as discussing
from bot.guilds.audit.presses import AuditPresses
from bot.guilds.cog import GuildsCog
from bot.inbox.cog import InboxCog
from bot.inbox.presses import InboxPresses
from bot.notes import presses as note_presses
from bot.notes.cog import NotesCog
from bot.notes.inbox import DraftedItemsSection
from bot.posts.announce.cog import AnnounceCommands
from bot.posts.announce.presses import AnnouncePresses
from bot.privacy.cog import PrivacyCog, forget_command, retention_command
from bot.privacy.presses import PrivacyPresses
from bot.privacy.shown import KeptFor
from bot.quiz.cog.quiz import QuizCog
from bot.quiz.desk.cog import DeskCog
from bot.quiz.desk.inbox import AppealsSection, SuggestionsSection
from bot.quiz.desk.presses import DeskPresses
from bot.quiz.presses import QuizPresses
from bot.quiz.rounds.cog import RoundCommands
from bot.quiz.rounds.presses import RoundPresses
from bot.review.cog import ReviewCog
from bot.review.presses import ReviewPresses
from bot.sessions.cog import EventsCog, SessionsCog
from bot.sessions.presses.plans import PlanPresses
from bot.sessions.presses.sessions import SessionPresses
from bot.sessions.presses.study import StudyPresses
from bot.sessions.section import StudySection
from bot.sessions.uses import going as meeting
from bot.sessions.uses import met_in
from bot.sessions.uses import planned as sessions_planned
from bot.setup.cog import SetupCog, check_command, setup_command
from bot.setup.now import RightNow
from bot.setup.presses import SetupPresses
from bot.setup.uses import announced, notices, planned, quizzes


async def attach_all(bot: commands.Bot, parts: Parts) -> None:
    """Attach every capability, in the order in which Discord lists the commands."""
    answers = AnswerPresses(parts.storage, parts.asking, parts.languages, parts.clock)
    await _attach_answers(bot, parts, answers)
    await _attach_guilds(bot, parts)
    await _attach_setup(bot, parts)
    await _attach_discussions(bot, parts)
    _attach_announcements(bot, parts)
    await _attach_quiz(bot, parts, answers)
    await _attach_reviews(bot, parts)
    _attach_rounds(bot, parts)
    await _attach_notes(bot, parts)
    await _attach_sessions(bot, parts)
    await _attach_inbox(bot, parts)
    await _attach_privacy(bot, parts)
    right_now = RightNow(parts.storage, parts.clock, parts.inbox, (discussing, meeting))
    await bot.add_cog(HelpCog(bot, parts.languages, right_now))


async def _attach_answers(bot: commands.Bot, parts: Parts, answers: AnswerPresses) -> None:
    parts.router.add(*answers.routes())
    teaching = TeachingPresses(parts.storage, parts.asking, parts.clock, parts.wake)
    parts.router.add(*teaching.routes())
    await bot.add_cog(
        AnswersCog(
            bot,
            parts.asking,
            parts.notes,
            parts.languages,
            after_reload=parts.recheck.look,
            operators=parts.operators,
            observe=parts.observe,
        )
    )


async def _attach_guilds(bot: commands.Bot, parts: Parts) -> None:
    others = (planned, discussion_defaults, sessions_planned, KeptFor(parts.register))
    await bot.add_cog(
        GuildsCog(
            parts.storage,
            parts.languages,
            parts.clock,
            zone_followers=ZONE_FOLLOWERS,
            others=others,
        )
    )
    parts.router.add(*AuditPresses(parts.storage).routes())


async def _attach_setup(bot: commands.Bot, parts: Parts) -> None:
    storage, languages, clock, wake = parts.storage, parts.languages, parts.clock, parts.wake
    presses = SetupPresses(storage, parts.library, languages, clock, wake, ZONE_FOLLOWERS)
    parts.router.add(*presses.routes())
    await bot.add_cog(SetupCog(storage, clock, wake))
    users = (quizzes, announced, notices, discussed, met_in)
    settings = _group(bot, "settings")
    settings.add_command(setup_command(presses))
    settings.add_command(check_command(storage, languages, users))


async def _attach_discussions(bot: commands.Bot, parts: Parts) -> None:
    storage, languages, clock, wake = parts.storage, parts.languages, parts.clock, parts.wake
    # After a restored backup, open anonymous ones have no key: they end with what there is.
    async with storage.work() as work:
        now, titles = clock.now(), parts.discussions.titles()
        await discussions.close_keyless(work, now=now, titles=titles)
        await work.commit()
    presses = parts.discussing
    parts.router.add(*presses.routes())
    parts.asking.discussed = DiscussedPrompts(storage)
    parts.inbox.add(ProposalsSection())
    await bot.add_cog(DiscussCog(storage, languages))
    editions = parts.asking.editions.of
    await bot.add_cog(DiscussAdminCog(storage, editions, presses.titles_of, languages, clock, wake))
    await bot.add_cog(DiscussionWatch(storage, clock, wake))


def _attach_announcements(bot: commands.Bot, parts: Parts) -> None:
    storage, clock, wake = parts.storage, parts.clock, parts.wake
    parts.router.add(*AnnouncePresses(storage, clock, wake).routes())
    announce = AnnounceCommands(storage, parts.languages, clock, wake)
    _group(bot, "settings").add_command(announce)


async def _attach_quiz(bot: commands.Bot, parts: Parts, answers: AnswerPresses) -> None:
    storage, languages, clock, wake = parts.storage, parts.languages, parts.clock, parts.wake
    saw = parts.nicknames.saw
    presses = QuizPresses(storage, clock, parts.counts, answers.open_concept, saw)
    parts.router.add(*presses.routes())
    await bot.add_cog(QuizCog(storage, parts.library, languages, clock, wake))
    parts.router.add(*DeskPresses(storage, parts.library, clock, wake).routes())
    openers = {kind.value: proposal_opener(languages, kind) for kind in PromptKind}
    await bot.add_cog(DeskCog(storage, parts.asking.editions, languages, openers))
    parts.inbox.add(MissedSection(), AppealsSection(), SuggestionsSection())


async def _attach_reviews(bot: commands.Bot, parts: Parts) -> None:
    storage, clock, library = parts.storage, parts.clock, parts.library
    parts.router.add(*ReviewPresses(storage, library, clock, parts.wake).routes())
    await bot.add_cog(ReviewCog(storage, library, parts.languages, clock))


def _attach_rounds(bot: commands.Bot, parts: Parts) -> None:
    storage, rounds, clock, wake = parts.storage, parts.rounds, parts.clock, parts.wake
    joining = RoundCommands(storage, rounds, parts.library, parts.languages, clock, wake)
    joining.join(_group(bot, "quiz-admin"))
    parts.router.add(*RoundPresses(storage, rounds, clock, wake).routes())


async def _attach_notes(bot: commands.Bot, parts: Parts) -> None:
    storage, clock = parts.storage, parts.clock
    parts.router.add(*note_presses.routes(storage, clock, parts.recheck.look_in))
    parts.inbox.add(DraftedItemsSection())
    await bot.add_cog(NotesCog(bot, storage, parts.languages, clock))


async def _attach_sessions(bot: commands.Bot, parts: Parts) -> None:
    storage, sessions, clock, wake = parts.storage, parts.sessions, parts.clock, parts.wake
    parts.router.add(*SessionPresses(storage, sessions, clock, wake).routes())
    parts.router.add(*PlanPresses(storage, sessions, clock, wake).routes())
    parts.router.add(*StudyPresses(storage, parts.library, clock).routes())
    parts.inbox.add(StudySection(parts.library, clock))
    await bot.add_cog(SessionsCog(storage, sessions, parts.languages, clock, wake))
    await bot.add_cog(EventsCog(storage, clock, wake))


async def _attach_inbox(bot: commands.Bot, parts: Parts) -> None:
    parts.router.add(*InboxPresses(parts.storage, parts.inbox).routes())
    await bot.add_cog(InboxCog(parts.storage, parts.inbox, parts.languages))


async def _attach_privacy(bot: commands.Bot, parts: Parts) -> None:
    storage, register, languages = parts.storage, parts.register, parts.languages
    parts.router.add(*PrivacyPresses(storage, register, languages, parts.wake).routes())
    await bot.add_cog(PrivacyCog(storage, register, languages))
    _group(bot, "settings").add_command(retention_command(storage, register, languages))
    _group(bot, "settings").add_command(forget_command(storage, languages))


def _group(bot: commands.Bot, name: str) -> app_commands.Group:
    """Return a group of commands that other capabilities add theirs to."""
    group = bot.tree.get_command(name)
    if not isinstance(group, app_commands.Group):
        raise TypeError(f"/{name} must be a group: other capabilities add commands to it")
    return group
