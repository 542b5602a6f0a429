"""Queries of who was at a session, and of what they said to understand."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, select

from bot.ids import GuildId, MemberId
from bot.sessions.model import Understood
from bot.sessions.store.tables import AttendanceRow, SessionRow, UnderstandingRow
from bot.storage.base import table_of
from bot.storage.upsert import insert_new, upsert
from bot.storage.work import Work

_ATTENDANCE = table_of(AttendanceRow)
_UNDERSTANDING = table_of(UnderstandingRow)


async def join(work: Work, guild: GuildId, session: int, member: MemberId, now: datetime) -> bool:
    """Note that ``member`` is at the session; return False where that was known."""
    row = {"session_id": session, "member_id": member, "guild_id": guild, "joined_at": now}
    return bool(await insert_new(work, _ATTENDANCE, [row], "member_id"))


async def present(work: Work, guild: GuildId, session: int) -> int:
    """Return how many are at the session."""
    found = select(func.count()).where(*_of(AttendanceRow, guild, session))
    return await work.session.scalar(found) or 0


async def attended(work: Work, guild: GuildId, session: int) -> frozenset[MemberId]:
    """Return who is at the session."""
    found = select(AttendanceRow.member_id).where(*_of(AttendanceRow, guild, session))
    return frozenset(MemberId(member) for member in await work.session.scalars(found))


async def say(
    work: Work, guild: GuildId, session: int, concept: str, member: MemberId, *, is_clear: bool
) -> None:
    """Keep what ``member`` says of ``concept``; their latest word counts."""
    row = {
        "session_id": session,
        "concept": concept,
        "member_id": member,
        "guild_id": guild,
        "is_clear": is_clear,
    }
    keys = ("session_id", "concept", "member_id")
    await upsert(work, _UNDERSTANDING, [row], keys=keys)


async def understood(work: Work, guild: GuildId, session: int) -> Mapping[str, Understood]:
    """Return for each concept of the session how it was answered."""
    found = await work.session.execute(
        select(UnderstandingRow.concept, *_COUNTS)
        .where(*_of(UnderstandingRow, guild, session))
        .group_by(UnderstandingRow.concept)
    )
    return {concept: Understood(int(clear), int(not_yet)) for concept, clear, not_yet in found}


async def unclear(
    work: Work, guild: GuildId, since: datetime
) -> Mapping[str, tuple[int, int, datetime]]:
    """Return for each concept how many members find it unclear, of how many; and since when.

    Of each member what they said last counts.
    """
    found = await work.session.execute(
        select(
            UnderstandingRow.concept,
            UnderstandingRow.member_id,
            UnderstandingRow.is_clear,
            SessionRow.started_at,
        )
        .join(SessionRow, SessionRow.id == UnderstandingRow.session_id)
        .where(
            SessionRow.guild_id == guild,
            UnderstandingRow.guild_id == guild,
            SessionRow.phase == "ended",
            SessionRow.started_at >= since,
        )
        .order_by(SessionRow.id)
    )
    latest: dict[str, dict[int, tuple[bool, datetime]]] = {}
    for concept, member, is_clear, at in found:
        latest.setdefault(concept, {})[member] = (is_clear, at)
    told = {}
    for concept, words in latest.items():
        waiting = [at for is_clear, at in words.values() if not is_clear]
        if waiting:
            told[concept] = (len(waiting), len(words), min(waiting))
    return told


def _of(
    row: type[AttendanceRow | UnderstandingRow], guild: GuildId, session: int
) -> tuple[ColumnElement[bool], ...]:
    return (row.guild_id == guild, row.session_id == session)


_COUNTS = (
    func.sum(case((UnderstandingRow.is_clear, 1), else_=0)),
    func.sum(case((UnderstandingRow.is_clear, 0), else_=1)),
)
