"""What can be done with a server's set-up: open, answer, begin; and the hello before it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.content.library import Library
from bot.guilds import service as guilds
from bot.guilds.service import ZoneFollower
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts import service as posts
from bot.posts.model import Claim
from bot.posts.wallclock import Weekly
from bot.quiz import timetable
from bot.quiz.schedule import Schedule, ScheduleGone
from bot.quiz.timetable import Wish
from bot.setup import store
from bot.setup.model import Draft, SetupChanged, SetupOver, Step
from bot.storage.work import Work

HELLO = "hello"
# A hello that comes later than this would surprise more than it helps.
HELLO_GRACE = timedelta(days=1)
EVERY_DAY = frozenset(range(7))


async def greet(work: Work, guild: GuildId, channel: ChannelId, now: datetime) -> bool:
    """Decide to say hello; return False if it was said before.

    The ledger remembers it for as long as anything of the server is kept: thirty days after the
    bot was removed.
    """
    hello = Claim(guild, HELLO, 0, "joined", channel, None, {}, now, HELLO_GRACE)
    return bool(await posts.claim(work, [hello]))


async def open_draft(work: Work, guild: GuildId) -> Draft:
    """Return the answers so far; after the end (or before the start) begin with what is set."""
    found = await store.draft_of(work, guild)
    if found is not None and found.step is not Step.DONE:
        return found
    settings = await guilds.settings(work, guild)
    schedule = await _schedule(work, guild, found.schedule if found else None)
    at = schedule.rule.time if schedule else None
    draft = Draft(
        guild=guild,
        revision=found.revision + 1 if found else 0,
        language=settings.language,
        zone=settings.zone,
        quiz_channel=schedule.channel if schedule else None,
        quiz_minutes=at.hour * 60 + at.minute if at else None,
        notice_channel=settings.notice_channel,
        moderator_role=settings.moderator_role,
        schedule=schedule.number if schedule else None,
    )
    await store.keep(work, draft)
    return draft


async def answer(work: Work, guild: GuildId, changed: Callable[[Draft], Draft]) -> Draft:
    """Change the answers.

    Raises:
        SetupOver: nothing is being set up.
    """
    draft = changed(await _open(work, guild))
    await store.keep(work, draft)
    return draft


@dataclass(frozen=True, slots=True)
class Beginning:
    """Who begins, having read which answers, with which notes and parts."""

    member: MemberId
    revision: int
    library: Library
    zone_followers: Sequence[ZoneFollower]


async def begin(work: Work, guild: GuildId, by: Beginning, *, now: datetime) -> Draft:
    """Make the answers the server's settings, and the daily quiz a schedule.

    Raises:
        SetupOver: it was begun already.
        SetupChanged: somebody changed an answer since it was read.
        TooManySchedules, NoItems: the quiz cannot be.
    """
    draft = await _open(work, guild)
    if (draft.revision, draft.step) != (by.revision, Step.REVIEW):
        raise SetupChanged
    await guilds.speak(work, guild, draft.language)
    settings = await guilds.live_in(work, guild, draft.zone)
    for follow in by.zone_followers:
        await follow(work, guild, settings.zone, now=now)
    await guilds.be_moderated_by(work, guild, draft.moderator_role)
    await guilds.be_told_in(work, guild, draft.notice_channel)
    done = replace(draft, step=Step.DONE, schedule=await _scheduled(work, draft, by, now))
    await store.keep(work, done)
    return done


async def _open(work: Work, guild: GuildId) -> Draft:
    found = await store.draft_of(work, guild)
    if found is None or found.step is Step.DONE:
        raise SetupOver
    return found


async def _scheduled(work: Work, draft: Draft, by: Beginning, now: datetime) -> int | None:
    """Make, change or take away the schedule that the set-up is about; return its number."""
    guild, present = draft.guild, await _schedule(work, draft.guild, draft.schedule)
    at, channel = draft.quiz_time, draft.quiz_channel
    if channel is None or at is None:
        if present is not None:
            await timetable.remove(work, guild, present.number)
        return None
    if present is None:
        wish = Wish(channel, Weekly(EVERY_DAY, at))
        return (await timetable.add(work, by.library, guild, by.member, wish, now=now)).number
    wish = replace(Wish.of(present), channel=channel, rule=replace(present.rule, time=at))
    edited = await timetable.edit(work, by.library, guild, present.number, wish, now=now)
    return edited.number


async def _schedule(work: Work, guild: GuildId, number: int | None) -> Schedule | None:
    if number is None:
        return None
    try:
        return await timetable.one(work, guild, number)
    except ScheduleGone:
        return None
