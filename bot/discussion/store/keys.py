"""Keys of anonymous discussions, their end, and what remains when they are gone."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table, bindparam, delete, func, insert, select, update

from bot.discussion.model import Discussion
from bot.discussion.store.tables import (
    DISCUSSIONS,
    KEYS,
    MARKS,
    QUESTIONS,
    REASONS,
    VOTES,
    DiscussionRow,
    KeyRow,
    within,
)
from bot.ids import GuildId
from bot.storage.work import Work

_NO_SYNC = {"synchronize_session": False}


async def add(work: Work, guild: GuildId, number: int, key: bytes) -> None:
    """Keep the key of the discussion ``number``."""
    await work.session.execute(insert(KeyRow).values(discussion_id=number, guild_id=guild, key=key))


async def keys_of(work: Work, discussions: Collection[Discussion]) -> dict[int, bytes]:
    """Return the keys that there are of ``discussions``, by number."""
    found = select(KeyRow.discussion_id, KeyRow.key).where(*within(KEYS, discussions))
    return {number: bytes(key) for number, key in await work.session.execute(found)}


async def destroy(work: Work, discussions: Collection[Discussion], now: datetime) -> None:
    """Delete the keys of ``discussions``, and note that their bytes are still to be wiped."""
    if not discussions:
        return
    theirs = within(KEYS, discussions)
    # Overwritten before they are deleted: a row of the same length is changed in its place.
    await work.session.execute(
        update(KeyRow).where(*theirs).values(key=bytes(32)),
        execution_options=_NO_SYNC,
    )
    await work.session.execute(delete(KeyRow).where(*theirs), execution_options=_NO_SYNC)
    await work.session.execute(
        update(DiscussionRow)
        .where(
            DiscussionRow.guild_id.in_({each.guild for each in discussions}),
            DiscussionRow.id.in_({each.id for each in discussions}),
        )
        .values(scrub_at=now),
        execution_options=_NO_SYNC,
    )


async def shuffle(work: Work, discussions: Collection[Discussion]) -> None:
    """Store what was put into ``discussions`` anew, in the order of random names.

    Where rows lie in a file, and the transaction that PostgreSQL notes with each, would otherwise
    tell in which order people voted.
    """
    for table in (VOTES, REASONS, MARKS, QUESTIONS):
        await _store_anew(work, table, discussions)


async def _store_anew(work: Work, table: Table, discussions: Collection[Discussion]) -> None:
    mine = within(table, discussions)
    order = list(table.primary_key)
    rows: list[dict[str, Any]] = [
        dict(row)
        for row in (
            await work.session.execute(select(table).where(*mine).order_by(*order))
        ).mappings()
    ]
    if not rows:
        return
    await work.session.execute(delete(table).where(*mine))
    await work.session.execute(insert(table), rows)


async def keep_reports(
    work: Work, closed: Collection[Discussion], reports: Mapping[int, dict[str, Any]]
) -> None:
    """Store the ``reports`` of ``closed`` discussions, by number."""
    if not reports:
        return
    statement = (
        update(DISCUSSIONS)
        .where(
            DISCUSSIONS.c.guild_id == bindparam("of_guild"),
            DISCUSSIONS.c.id == bindparam("of_number"),
        )
        .values(report=bindparam("new_report"))
    )
    rows = [
        {"of_guild": each.guild, "of_number": each.id, "new_report": reports[each.id]}
        for each in closed
    ]
    await work.session.execute(statement, rows)


async def report(work: Work, guild: GuildId, number: int) -> dict[str, Any] | None:
    """Return the stored report of the discussion ``number``; None: it has none (yet)."""
    found = select(DiscussionRow.report).where(
        DiscussionRow.guild_id == guild, DiscussionRow.id == number
    )
    return await work.session.scalar(found)


async def to_scrub(work: Work) -> datetime | None:
    """Return when bytes of deleted keys are to be wiped next; None: there are none."""
    return await work.session.scalar(select(func.min(DiscussionRow.scrub_at)))


async def scrub_later(work: Work, at: datetime) -> None:
    """Have what is to be wiped wiped ``at`` that moment."""
    await work.session.execute(
        update(DiscussionRow).where(DiscussionRow.scrub_at.is_not(None)).values(scrub_at=at),
        execution_options=_NO_SYNC,
    )


async def scrubbed(work: Work, until: datetime) -> None:
    """Note that the bytes of every key that was deleted ``until`` then are wiped."""
    await work.session.execute(
        update(DiscussionRow).where(DiscussionRow.scrub_at <= until).values(scrub_at=None),
        execution_options=_NO_SYNC,
    )
