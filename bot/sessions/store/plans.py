"""Queries of plans; what the clock asks is of every server."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from bot.ids import ChannelId, GuildId, MemberId
from bot.sessions.frozen import text_json, text_of
from bot.sessions.plan import Plan, PlanState
from bot.sessions.store.tables import PlanRow
from bot.storage.base import table_of
from bot.storage.work import Work

_TABLE = table_of(PlanRow)


async def add(work: Work, plan: Plan) -> Plan:
    """Store a new ``plan``; return it with its number."""
    row = PlanRow(**_columns(plan))
    work.session.add(row)
    await work.session.flush()
    return replace(plan, number=row.id)


async def keep(work: Work, plan: Plan) -> None:
    """Store how ``plan`` stands."""
    which = (_TABLE.c.guild_id == plan.guild, _TABLE.c.id == plan.number)
    await work.session.execute(update(_TABLE).where(*which).values(_columns(plan)))


async def one(work: Work, guild: GuildId, number: int) -> Plan | None:
    """Return the plan ``number`` of ``guild``; nobody else changes it till the work ends."""
    row = await work.session.scalar(
        select(PlanRow)
        .where(PlanRow.guild_id == guild, PlanRow.id == number)
        .execution_options(populate_existing=True)
        .with_for_update()
    )
    return None if row is None else _plan(row)


async def of_event(work: Work, guild: GuildId, event: int) -> Plan | None:
    """Return the open plan of ``guild`` that Discord's ``event`` belongs to."""
    row = await work.session.scalar(
        select(PlanRow)
        .where(
            PlanRow.guild_id == guild,
            PlanRow.event_id == event,
            PlanRow.state == PlanState.OPEN.value,
        )
        .with_for_update()
    )
    return None if row is None else _plan(row)


async def open_of(work: Work, guild: GuildId) -> list[Plan]:
    """Return what is planned in ``guild``, the next first."""
    found = (
        select(PlanRow)
        .where(PlanRow.guild_id == guild, PlanRow.state == PlanState.OPEN.value)
        .order_by(PlanRow.starts_at, PlanRow.id)
    )
    return [_plan(row) for row in await work.session.scalars(found)]


async def earliest(work: Work) -> datetime | None:
    """Return when something is to be done for any plan."""
    return await work.session.scalar(select(func.min(PlanRow.next_at)))


async def due(work: Work, now: datetime, limit: int) -> list[Plan]:
    """Return plans of any server for which something is to be done by ``now``."""
    found = (
        select(PlanRow)
        .where(PlanRow.next_at <= now)
        .order_by(PlanRow.next_at, PlanRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [_plan(row) for row in await work.session.scalars(found)]


def _columns(plan: Plan) -> dict[str, Any]:
    return {
        "guild_id": plan.guild,
        "channel_id": plan.channel,
        "member_id": plan.member,
        "topic": plan.topic,
        "title": text_json(plan.title),
        "minutes": plan.minutes,
        "weekly": plan.weekly,
        "zone": plan.zone,
        "wall": plan.wall.isoformat(timespec="minutes"),
        "starts_at": plan.starts_at,
        "occurrence": plan.occurrence,
        "version": plan.version,
        "reminded": plan.reminded,
        "started": plan.started,
        "event_id": plan.event,
        "state": plan.state.value,
        "next_at": plan.next_at,
    }


def _plan(row: PlanRow) -> Plan:
    return Plan(
        number=row.id,
        guild=GuildId(row.guild_id),
        channel=ChannelId(row.channel_id),
        member=MemberId(row.member_id),
        topic=row.topic,
        title=text_of(row.title),
        minutes=row.minutes,
        weekly=row.weekly,
        zone=row.zone,
        wall=datetime.fromisoformat(row.wall),
        starts_at=row.starts_at,
        occurrence=row.occurrence,
        version=row.version,
        reminded=row.reminded,
        started=row.started,
        event=row.event_id,
        state=PlanState(row.state),
        next_at=row.next_at,
    )
