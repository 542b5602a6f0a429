"""Queries of settled cases of what to study next."""

from datetime import datetime

from sqlalchemy import select

from bot.ids import GuildId, MemberId
from bot.sessions.store.tables import StudiedRow
from bot.sessions.study import Studied
from bot.storage.base import table_of
from bot.storage.upsert import upsert
from bot.storage.work import Work

_TABLE = table_of(StudiedRow)


async def of_guild(work: Work, guild: GuildId) -> list[Studied]:
    """Return what was settled in ``guild``."""
    rows = await work.session.scalars(select(StudiedRow).where(StudiedRow.guild_id == guild))
    return [Studied(row.number, row.evidence, row.concept) for row in rows]


async def keep(
    work: Work,
    guild: GuildId,
    number: int,
    evidence: int,
    concept: str | None,
    by: MemberId,
    now: datetime,
) -> None:
    """Keep that a case was settled; settled again, the newer word counts."""
    row = {
        "guild_id": guild,
        "number": number,
        "evidence": evidence,
        "concept": concept,
        "settled_by": by,
        "settled_at": now,
    }
    await upsert(work, _TABLE, [row], keys=("guild_id", "number"))
