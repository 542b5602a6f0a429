"""Queries of reminders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, select, update

from bot.ids import GuildId, MemberId
from bot.posts.wallclock import Occurrence
from bot.quiz.journal import Who
from bot.review.reminder import Reminder
from bot.review.store.tables import ReminderRow
from bot.storage.base import table_of
from bot.storage.work import Work

_TABLE = table_of(ReminderRow)


async def of_member(work: Work, guild: GuildId, member: MemberId) -> Reminder | None:
    """Return what ``member`` wishes in ``guild``, locked."""
    return await _one(
        work,
        select(ReminderRow).where(ReminderRow.guild_id == guild, ReminderRow.member_id == member),
    )


async def own(work: Work, number: int, member: MemberId) -> Reminder | None:
    """Return the reminder ``number`` if it is ``member``'s, locked.

    For direct messages, which are of no server: whose it is takes the server's place.
    """
    return await _one(
        work,
        select(ReminderRow).where(ReminderRow.id == number, ReminderRow.member_id == member),
    )


async def of_guild(work: Work, guild: GuildId) -> list[Reminder]:
    """Return the reminders of ``guild`` that are on."""
    found = select(ReminderRow).where(
        ReminderRow.guild_id == guild, ReminderRow.next_at.is_not(None)
    )
    return [_reminder(row) for row in await work.session.scalars(found)]


async def add(work: Work, reminder: Reminder) -> Reminder:
    """Store a new reminder; return it with its number."""
    row = ReminderRow(guild_id=reminder.guild, member_id=reminder.member, **_columns(reminder))
    work.session.add(row)
    await work.session.flush()
    return replace(reminder, number=row.id)


async def keep(work: Work, reminders: Sequence[Reminder]) -> None:
    """Store each of ``reminders`` in place of what was stored under its number."""
    if not reminders:
        return
    names = list(_columns(reminders[0]))
    statement = (
        update(_TABLE)
        .where(_TABLE.c.guild_id == bindparam("of_guild"), _TABLE.c.id == bindparam("of_number"))
        .values({name: bindparam(f"new_{name}") for name in names})
    )
    rows = [
        {
            "of_guild": each.guild,
            "of_number": each.number,
            **{f"new_{name}": value for name, value in _columns(each).items()},
        }
        for each in reminders
    ]
    await work.session.execute(statement, rows)
    # Rows that were read before hold what they held then.
    work.session.expire_all()


async def due(work: Work, now: datetime, limit: int) -> list[Reminder]:
    """Return reminders of any server whose time has come, longest due first."""
    found = (
        select(ReminderRow)
        .where(ReminderRow.next_at <= now)
        .order_by(ReminderRow.next_at, ReminderRow.id)
        .limit(limit)
        # Another process may be deciding some of them at this moment.
        .with_for_update(skip_locked=True)
    )
    return [_reminder(row) for row in await work.session.scalars(found)]


async def closed(work: Work) -> frozenset[Who]:
    """Return who, in any server, is still to be told that their direct messages are closed."""
    found = select(ReminderRow.guild_id, ReminderRow.member_id).where(ReminderRow.was_closed)
    rows = await work.session.execute(found)
    return frozenset((GuildId(guild), MemberId(member)) for guild, member in rows)


async def earliest(work: Work) -> datetime | None:
    """Return when the next reminder of anybody comes."""
    return await work.session.scalar(select(func.min(ReminderRow.next_at)))


async def _one(work: Work, found: Select[ReminderRow]) -> Reminder | None:
    row = await work.session.scalar(found.with_for_update())
    return None if row is None else _reminder(row)


def _columns(reminder: Reminder) -> dict[str, Any]:
    coming = reminder.coming
    return {
        "hour": reminder.hour,
        "zone": reminder.zone,
        "next_day": coming.day if coming else None,
        "next_at": coming.at if coming else None,
        "claimed_day": reminder.claimed_day,
        "was_closed": reminder.was_closed,
    }


def _reminder(row: ReminderRow) -> Reminder:
    coming = Occurrence(row.next_day, row.next_at) if row.next_day and row.next_at else None
    return Reminder(
        number=row.id,
        guild=GuildId(row.guild_id),
        member=MemberId(row.member_id),
        hour=row.hour,
        zone=row.zone,
        coming=coming,
        claimed_day=row.claimed_day,
        was_closed=row.was_closed,
    )
