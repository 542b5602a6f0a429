"""Queries of sessions; what the clock asks is of every server."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update

from bot.ids import ChannelId, GuildId, MemberId
from bot.sessions.frozen import part_json, part_of, text_json, text_of
from bot.sessions.model import Ending, Phase, Session
from bot.sessions.store.tables import SessionRow
from bot.storage.base import table_of
from bot.storage.upsert import insert_new
from bot.storage.work import Work

_TABLE = table_of(SessionRow)
_MILLISECOND = timedelta(milliseconds=1)


async def add(work: Work, draft: Session) -> Session | None:
    """Store ``draft``; return it with its number, or None where one runs in its channel."""
    columns = _fixed(draft) | _changing(draft) | {"rounds": []}
    stored = await insert_new(work, _TABLE, [columns], "id")
    return replace(draft, number=stored[0].id) if stored else None


async def keep(work: Work, session: Session) -> None:
    """Store how ``session`` stands."""
    which = (_TABLE.c.guild_id == session.guild, _TABLE.c.id == session.number)
    await work.session.execute(update(_TABLE).where(*which).values(_changing(session)))


async def one(work: Work, guild: GuildId, number: int, *, locked: bool = False) -> Session | None:
    """Return the session ``number`` of ``guild``; ``locked``: nobody else moves it till the end."""
    found = select(SessionRow).where(SessionRow.guild_id == guild, SessionRow.id == number)
    found = found.execution_options(populate_existing=True)
    row = await work.session.scalar(found.with_for_update() if locked else found)
    return None if row is None else _session(row)


async def running_in(work: Work, guild: GuildId, place: ChannelId) -> Session | None:
    """Return the session that runs in a channel, or in its thread."""
    here = (SessionRow.channel_id == place) | (SessionRow.thread_id == place)
    row = await work.session.scalar(
        select(SessionRow)
        .where(SessionRow.guild_id == guild, here, SessionRow.phase != Phase.ENDED)
        .order_by(SessionRow.id.desc())
        .limit(1)
    )
    return None if row is None else _session(row)


async def with_round(work: Work, guild: GuildId, number: int) -> Session | None:
    """Return the session whose present part is the live round ``number``."""
    row = await work.session.scalar(
        select(SessionRow)
        .where(SessionRow.guild_id == guild, SessionRow.round_id == number)
        .execution_options(populate_existing=True)
        .with_for_update()
    )
    return None if row is None else _session(row)


async def earliest(work: Work) -> datetime | None:
    """Return when the next phase of any session is over."""
    return await work.session.scalar(select(func.min(SessionRow.until)))


async def due(work: Work, now: datetime, limit: int) -> list[Session]:
    """Return sessions of any server whose phase is over by ``now``."""
    found = (
        select(SessionRow)
        .where(SessionRow.until <= now)
        .order_by(SessionRow.until, SessionRow.id)
        .limit(limit)
        # Another process may be moving some of them at this moment.
        .with_for_update(skip_locked=True)
    )
    return [_session(row) for row in await work.session.scalars(found)]


async def latest(work: Work, guild: GuildId, limit: int) -> list[Session]:
    """Return the sessions of ``guild``, the last started first."""
    found = (
        select(SessionRow)
        .where(SessionRow.guild_id == guild)
        .order_by(SessionRow.id.desc())
        .limit(limit)
    )
    return [_session(row) for row in await work.session.scalars(found)]


async def note_round(work: Work, guild: GuildId, number: int, played: int) -> None:
    """Remember that the round ``played`` belonged to a session, for its minutes."""
    row = await work.session.scalar(
        select(SessionRow).where(SessionRow.guild_id == guild, SessionRow.id == number)
    )
    if row is not None:
        row.rounds = [*row.rounds, played]
        await work.session.flush()


async def rounds_of(work: Work, guild: GuildId, number: int) -> list[int]:
    """Return the rounds that were played in a session, in order."""
    found = await work.session.scalar(
        select(SessionRow.rounds).where(SessionRow.guild_id == guild, SessionRow.id == number)
    )
    return list(found or ())


def _fixed(session: Session) -> dict[str, Any]:
    return {
        "guild_id": session.guild,
        "channel_id": session.channel,
        "member_id": session.member,
        "topic": session.topic,
        "title": text_json(session.title),
        "goal": text_json(session.goal),
        "parts": [part_json(part) for part in session.parts],
        "started_at": session.started_at,
        "plan_id": session.plan,
    }


def _changing(session: Session) -> dict[str, Any]:
    return {
        "thread_id": session.thread,
        "discussions": [list(pair) for pair in session.discussions],
        "phase": session.phase.value,
        "at": session.at,
        "turn": session.turn,
        "until": session.until,
        "left_ms": None if session.left is None else session.left // _MILLISECOND,
        "turned_at": session.turned_at,
        "round_id": session.round,
        "remark": session.remark,
        "ending": session.ending.value if session.ending else None,
    }


def _session(row: SessionRow) -> Session:
    return Session(
        number=row.id,
        guild=GuildId(row.guild_id),
        channel=ChannelId(row.channel_id),
        member=MemberId(row.member_id),
        topic=row.topic,
        title=text_of(row.title),
        goal=text_of(row.goal),
        parts=tuple(part_of(part) for part in row.parts),
        phase=Phase(row.phase),
        started_at=row.started_at,
        turned_at=row.turned_at,
        until=row.until,
        at=row.at,
        turn=row.turn,
        thread=None if row.thread_id is None else ChannelId(row.thread_id),
        left=None if row.left_ms is None else row.left_ms * _MILLISECOND,
        round=row.round_id,
        discussions=tuple((step, number) for step, number in row.discussions),
        remark=row.remark,
        plan=row.plan_id,
        ending=Ending(row.ending) if row.ending else None,
    )
