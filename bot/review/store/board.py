"""Queries of who chose to be seen on a server's leaderboard."""

from datetime import datetime

from sqlalchemy import delete, select

from bot.ids import GuildId, MemberId
from bot.review.store.tables import BoardRow
from bot.storage.base import table_of
from bot.storage.upsert import upsert
from bot.storage.work import Work

_TABLE = table_of(BoardRow)


async def members(work: Work, guild: GuildId) -> frozenset[MemberId]:
    """Return who chose to be seen in ``guild``."""
    found = select(BoardRow.member_id).where(BoardRow.guild_id == guild)
    return frozenset(MemberId(member) for member in await work.session.scalars(found))


async def join(work: Work, guild: GuildId, member: MemberId, now: datetime) -> None:
    """Let ``member`` be seen."""
    row = {"guild_id": guild, "member_id": member, "joined_at": now}
    await upsert(work, _TABLE, [row], keys=("guild_id", "member_id"))


async def leave(work: Work, guild: GuildId, member: MemberId) -> None:
    """Let ``member`` be seen no longer."""
    await work.session.execute(
        delete(BoardRow).where(BoardRow.guild_id == guild, BoardRow.member_id == member)
    )
