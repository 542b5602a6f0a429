"""Queries about the people in the ledger."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, select, update

from bot.ids import GuildId, MemberId
from bot.posts.model import State
from bot.posts.store.table import TABLE
from bot.storage.work import Work

_TOLD = ("kind", "snapshot", "due", "state")


async def written_to(
    work: Work, member: MemberId, guild: GuildId | None
) -> list[Mapping[str, Any]]:
    """Return what was or will be written to ``member`` in private."""
    shown = select(*(TABLE.c[name] for name in _TOLD))
    found = await work.session.execute(
        shown.where(*_of(member, guild), TABLE.c.channel_id.is_(None)).order_by(TABLE.c.id)
    )
    return [dict(row._mapping) for row in found]


async def forget_member(work: Work, member: MemberId, guild: GuildId | None) -> int:
    """Withdraw what waits to be written to ``member``, and take the name off the rest."""
    mine = _of(member, guild)
    await work.session.execute(
        update(TABLE)
        .where(*mine, TABLE.c.channel_id.is_(None), TABLE.c.state == State.CLAIMED.value)
        .values(state=State.WITHDRAWN.value, next_try=None)
    )
    # What is on its way keeps its addressee until it has arrived: it would be lost otherwise.
    named = await work.session.execute(
        update(TABLE)
        .where(*mine, TABLE.c.state != State.SENDING.value)
        .values(member_id=None)
        .returning(TABLE.c.id)
    )
    return len(named.all())


def _of(member: MemberId, guild: GuildId | None) -> list[ColumnElement[bool]]:
    mine: list[ColumnElement[bool]] = [TABLE.c.member_id == member]
    if guild is not None:
        mine.append(TABLE.c.guild_id == guild)
    return mine
