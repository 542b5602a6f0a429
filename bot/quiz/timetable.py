"""What moderators do with schedules: add, edit, pause, resume, remove, look at the log."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from bot.content.library import Library
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId, MemberId, RoleId
from bot.posts import service as posts
from bot.posts.wallclock import Weekly
from bot.quiz.kinds import KIND
from bot.quiz.model import AskedItem, AskedState
from bot.quiz.picking import askable
from bot.quiz.schedule import (
    MAX_SCHEDULES,
    NoItems,
    Schedule,
    ScheduleGone,
    ScheduleState,
    TooManySchedules,
    UnknownTopic,
)
from bot.quiz.store import asked, schedules
from bot.storage.work import Work

LOGGED = 30


@dataclass(frozen=True, slots=True)
class Wish:
    """What a moderator wants a schedule to be."""

    channel: ChannelId
    rule: Weekly
    topic: str | None = None
    skips: frozenset[date] = frozenset()
    items: int = 1
    ping: RoleId | None = None
    hides_verdict: bool = False
    digest: bool = False

    @classmethod
    def of(cls, schedule: Schedule) -> Self:
        """Return what ``schedule`` is."""
        return cls(
            channel=schedule.channel,
            rule=schedule.rule,
            topic=schedule.topic,
            skips=schedule.skips,
            items=schedule.items,
            ping=schedule.ping,
            hides_verdict=schedule.hides_verdict,
            digest=schedule.digest,
        )


async def add(
    work: Work, library: Library, guild: GuildId, member: MemberId, wish: Wish, *, now: datetime
) -> Schedule:
    """Make a schedule; it runs at once. ``library`` is the server's (``service.library_of``).

    Raises:
        TooManySchedules: the server has enough.
        UnknownTopic, NoItems: there is nothing to ask.
    """
    if len(await schedules.of_guild(work, guild)) >= MAX_SCHEDULES:
        raise TooManySchedules
    settings = await guilds.settings(work, guild)
    blank = Schedule(0, guild, wish.channel, member, wish.rule, settings.zone)
    return await schedules.add(work, _as_wished(blank, wish, library).planned(now))


async def edit(
    work: Work, library: Library, guild: GuildId, number: int, wish: Wish, *, now: datetime
) -> Schedule:
    """Change a schedule from its next day on that was not decided yet; ``library`` as in ``add``.

    Raises:
        ScheduleGone: there is no such schedule in this server.
        UnknownTopic, NoItems: there would be nothing to ask.
    """
    changed = _as_wished(await one(work, guild, number), wish, library)
    if changed.state is ScheduleState.RUNNING:
        changed = changed.planned(now)
    await schedules.keep(work, [changed])
    return changed


async def pause(work: Work, guild: GuildId, number: int) -> Schedule:
    """Stop a schedule until it is resumed; what is open stays open till its time.

    Raises:
        ScheduleGone: there is no such schedule in this server.
    """
    return await _keep(work, (await one(work, guild, number)).paused())


async def resume(work: Work, guild: GuildId, number: int, *, now: datetime) -> Schedule:
    """Let a schedule go on; the days in between are not made up for.

    Raises:
        ScheduleGone: there is no such schedule in this server.
    """
    return await _keep(work, (await one(work, guild, number)).resumed(now))


async def remove(work: Work, guild: GuildId, number: int) -> Schedule:
    """Take a schedule away; what was asked and answered stays.

    Raises:
        ScheduleGone: there is no such schedule in this server.
    """
    removed = await _keep(work, (await one(work, guild, number)).removed())
    for item in await asked.of_schedule(work, guild, number, AskedState.OPEN):
        if await posts.withdraw(work, guild, KIND, item.number):
            await asked.end(work, [(guild, item.number)], AskedState.WITHDRAWN)
    return removed


async def one(work: Work, guild: GuildId, number: int) -> Schedule:
    """Return the schedule ``number``.

    Raises:
        ScheduleGone: there is no such schedule in this server.
    """
    found = await schedules.one(work, guild, number)
    if found is None:
        raise ScheduleGone
    return found


async def every(work: Work, guild: GuildId) -> list[Schedule]:
    """Return the schedules of ``guild``, oldest first."""
    return await schedules.of_guild(work, guild)


async def log(work: Work, guild: GuildId) -> list[AskedItem]:
    """Return what was asked, missed or taken back last, newest first."""
    return await asked.latest(work, guild, LOGGED)


async def follow_zone(work: Work, guild: GuildId, zone: str, *, now: datetime) -> None:
    """Plan every schedule of ``guild`` by the clock of ``zone``."""
    moved: Collection[Schedule] = [
        replace(each, zone=zone).planned(now)
        if each.state is ScheduleState.RUNNING
        else replace(each, zone=zone)
        for each in await schedules.of_guild(work, guild)
    ]
    await schedules.keep(work, list(moved))


def _as_wished(schedule: Schedule, wish: Wish, library: Library) -> Schedule:
    wished = replace(
        schedule,
        channel=wish.channel,
        rule=wish.rule,
        topic=wish.topic,
        skips=wish.skips,
        items=wish.items,
        ping=wish.ping,
        hides_verdict=wish.hides_verdict,
        digest=wish.digest,
    )
    topic = wished.topic_in(library)
    if topic is None and wish.topic is not None:
        raise UnknownTopic(wish.topic)
    if topic is None or not askable(topic, library):
        raise NoItems
    return wished


async def _keep(work: Work, schedule: Schedule) -> Schedule:
    await schedules.keep(work, [schedule])
    return schedule
