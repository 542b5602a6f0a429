"""Queries of schedules."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update

from bot.ids import ChannelId, GuildId, MemberId, RoleId
from bot.posts.wallclock import Occurrence, Weekly, rule_of
from bot.quiz.schedule import Paused, Schedule, ScheduleState
from bot.quiz.store.tables import ScheduleRow
from bot.storage.base import table_of
from bot.storage.work import Work

_TABLE = table_of(ScheduleRow)


async def add(work: Work, schedule: Schedule) -> Schedule:
    """Store a new ``schedule``; return it with its number."""
    row = ScheduleRow(**_columns(schedule))
    work.session.add(row)
    await work.session.flush()
    return replace(schedule, number=row.id)


async def keep(work: Work, schedules: Sequence[Schedule]) -> None:
    """Store each of ``schedules`` in place of what was stored under its number."""
    if not schedules:
        return
    names = [name for name in _columns(schedules[0]) if name != "guild_id"]
    statement = (
        update(_TABLE)
        .where(_TABLE.c.guild_id == bindparam("of_guild_id"), _TABLE.c.id == bindparam("of_number"))
        .values({name: bindparam(f"new_{name}") for name in names})
    )
    changes = []
    for schedule in schedules:
        columns = _columns(schedule)
        row = {f"new_{name}": columns[name] for name in names}
        changes.append({"of_guild_id": schedule.guild, "of_number": schedule.number, **row})
    await work.session.execute(statement, changes)


async def one(work: Work, guild: GuildId, number: int) -> Schedule | None:
    """Return the schedule ``number`` of ``guild``, locked, unless it was removed."""
    row = await work.session.scalar(
        select(ScheduleRow)
        .where(
            ScheduleRow.guild_id == guild,
            ScheduleRow.id == number,
            ScheduleRow.state != ScheduleState.REMOVED,
        )
        .with_for_update()
    )
    return None if row is None else _schedule(row)


async def of_guild(work: Work, guild: GuildId) -> list[Schedule]:
    """Return the schedules of ``guild`` that were not removed, oldest first."""
    found = (
        select(ScheduleRow)
        .where(ScheduleRow.guild_id == guild, ScheduleRow.state != ScheduleState.REMOVED)
        .order_by(ScheduleRow.id)
    )
    return [_schedule(row) for row in await work.session.scalars(found)]


async def due(work: Work, now: datetime, limit: int) -> list[Schedule]:
    """Return schedules of any server whose next day is to be decided, longest due first."""
    return await _all_due(work, ScheduleRow.next_at, now, limit)


async def digest_due(work: Work, now: datetime, limit: int) -> list[Schedule]:
    """Return schedules of any server whose look back is due, longest due first."""
    return await _all_due(work, ScheduleRow.digest_at, now, limit)


async def earliest(work: Work) -> datetime | None:
    """Return when the next day of any schedule is to be decided."""
    return await work.session.scalar(select(func.min(ScheduleRow.next_at)))


async def earliest_digest(work: Work) -> datetime | None:
    """Return when the next look back of any schedule comes."""
    return await work.session.scalar(select(func.min(ScheduleRow.digest_at)))


async def _all_due(work: Work, moment: Any, now: datetime, limit: int) -> list[Schedule]:
    found = (
        select(ScheduleRow)
        .where(moment <= now)
        .order_by(moment, ScheduleRow.id)
        .limit(limit)
        # Another process may be deciding some of them at this moment.
        .with_for_update(skip_locked=True)
    )
    return [_schedule(row) for row in await work.session.scalars(found)]


def _columns(schedule: Schedule) -> dict[str, Any]:
    coming = schedule.coming
    return {
        "guild_id": schedule.guild,
        "channel_id": schedule.channel,
        "member_id": schedule.member,
        "rule": str(schedule.rule),
        "zone": schedule.zone,
        "topic": schedule.topic,
        "skips": sorted(day.isoformat() for day in schedule.skips),
        "items": schedule.items,
        "ping_role_id": schedule.ping,
        "hides_verdict": schedule.hides_verdict,
        "digest": schedule.digest,
        "state": schedule.state.value,
        "paused_for": schedule.paused_for.value if schedule.paused_for else None,
        "next_day": coming.day if coming else None,
        "next_at": coming.at if coming else None,
        "claimed_day": schedule.claimed_day,
        "digest_at": schedule.digest_at,
    }


def _schedule(row: ScheduleRow) -> Schedule:
    rule = rule_of(row.rule)
    if not isinstance(rule, Weekly):
        raise TypeError(f"schedule {row.id} has a rule of another kind: {row.rule}")
    coming = None
    if row.next_day is not None and row.next_at is not None:
        coming = Occurrence(row.next_day, row.next_at)
    return Schedule(
        number=row.id,
        guild=GuildId(row.guild_id),
        channel=ChannelId(row.channel_id),
        member=MemberId(row.member_id),
        rule=rule,
        zone=row.zone,
        topic=row.topic,
        skips=frozenset(date.fromisoformat(day) for day in row.skips),
        items=row.items,
        ping=None if row.ping_role_id is None else RoleId(row.ping_role_id),
        hides_verdict=row.hides_verdict,
        digest=row.digest,
        state=ScheduleState(row.state),
        paused_for=Paused(row.paused_for) if row.paused_for else None,
        coming=coming,
        claimed_day=row.claimed_day,
        digest_at=row.digest_at,
    )
