"""The table of moderators' acts, and its queries."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.guilds.audit.model import Act, Via
from bot.ids import GuildId, MemberId
from bot.storage.base import Base, UtcDateTime, table_of
from bot.storage.upsert import insert_new
from bot.storage.work import Work


class ActRow(Base):
    """One thing that a moderator did."""

    __tablename__ = "moderation_act"
    __table_args__ = (Index(None, "guild_id", "interaction_id"),)

    interaction_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    member_id: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    via: Mapped[str] = mapped_column(String(8))
    name: Mapped[str] = mapped_column(String(100))
    details: Mapped[list[list[str]]] = mapped_column(JSON)


async def keep(work: Work, act: Act) -> None:
    """Store ``act``; one that is there already stays as it is."""
    row: dict[str, Any] = {
        "interaction_id": act.number,
        "guild_id": act.guild,
        "member_id": act.member,
        "at": act.at,
        "via": act.via.value,
        "name": act.name,
        "details": [list(detail) for detail in act.details],
    }
    await insert_new(work, table_of(ActRow), [row], "interaction_id")


async def count(work: Work, guild: GuildId) -> int:
    """Return how many acts of ``guild`` are kept."""
    counted = select(func.count()).select_from(ActRow).where(ActRow.guild_id == guild)
    return await work.session.scalar(counted) or 0


async def newest(work: Work, guild: GuildId, *, skip: int, limit: int) -> list[Act]:
    """Return ``limit`` acts of ``guild`` after the newest ``skip``, newest first."""
    # Discord's numbers grow with time.
    found = select(ActRow).where(ActRow.guild_id == guild).order_by(ActRow.interaction_id.desc())
    return [_act(row) for row in await work.session.scalars(found.offset(skip).limit(limit))]


def _act(row: ActRow) -> Act:
    return Act(
        number=row.interaction_id,
        guild=GuildId(row.guild_id),
        member=MemberId(row.member_id),
        at=row.at,
        via=Via(row.via),
        name=row.name,
        details=tuple((name, value) for name, value in row.details),
    )
