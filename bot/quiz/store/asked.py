"""Queries of asked items: what is open, what closes, how items went in a group."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, insert, select, tuple_, update

from bot.ids import ChannelId, GuildId
from bot.quiz.model import AskedItem, AskedState
from bot.quiz.picking import Past
from bot.quiz.snapshot import Snapshot
from bot.quiz.store.tables import AskedRow
from bot.quiz.tally import Tally
from bot.storage.base import table_of
from bot.storage.work import Work

_TABLE = table_of(AskedRow)
_NO_SYNC = {"synchronize_session": False}


async def add(work: Work, asked: Sequence[AskedItem]) -> list[int]:
    """Store ``asked``, of each schedule one day, of each round new parts; return their numbers."""
    if not asked:
        return []
    owner = (_TABLE.c.schedule_id, _TABLE.c.round_id, _TABLE.c.part)
    statement = insert(_TABLE).returning(*owner, _TABLE.c.id)
    rows = await work.session.execute(statement, [_columns(each) for each in asked])
    # To have the rows in order, SQLite would be asked for one at a time.
    numbers = {(of, within, part): number for of, within, part, number in rows}
    return [numbers[each.schedule or None, each.round or None, each.part] for each in asked]


async def one(work: Work, guild: GuildId, number: int) -> AskedItem | None:
    """Return the asked item ``number`` of ``guild``."""
    row = await work.session.scalar(
        select(AskedRow).where(AskedRow.guild_id == guild, AskedRow.id == number)
    )
    return None if row is None else _asked(row)


async def some(work: Work, guild: GuildId, numbers: Collection[int]) -> dict[int, AskedItem]:
    """Return the asked items ``numbers`` of ``guild``."""
    found = select(AskedRow).where(AskedRow.guild_id == guild, AskedRow.id.in_(numbers))
    return {row.id: _asked(row) for row in await work.session.scalars(found)}


async def held(
    work: Work, wanted: Collection[tuple[GuildId, int]]
) -> dict[tuple[GuildId, int], AskedItem]:
    """Return the items ``wanted`` by server and number, held so that none closes meanwhile."""
    found = (
        select(AskedRow)
        .where(
            AskedRow.guild_id.in_({guild for guild, _ in wanted}),
            AskedRow.id.in_({number for _, number in wanted}),
        )
        .with_for_update(read=True)
    )
    # By number alone, a press would reach into another server that pressed in the same batch.
    items = [_asked(row) for row in await work.session.scalars(found)]
    return {(item.guild, item.number): item for item in items}


async def latest(work: Work, guild: GuildId, limit: int) -> list[AskedItem]:
    """Return what schedules asked last in ``guild``, newest first; a round's items are over."""
    found = (
        select(AskedRow)
        .where(AskedRow.guild_id == guild, AskedRow.schedule_id.is_not(None))
        .order_by(AskedRow.due.desc(), AskedRow.id.desc())
        .limit(limit)
    )
    return [_asked(row) for row in await work.session.scalars(found)]


async def of_schedule(
    work: Work, guild: GuildId, schedule: int, state: AskedState
) -> list[AskedItem]:
    """Return the items of one schedule that are in ``state``, oldest first."""
    found = (
        select(AskedRow)
        .where(
            AskedRow.guild_id == guild,
            AskedRow.schedule_id == schedule,
            AskedRow.state == state,
        )
        .order_by(AskedRow.due, AskedRow.id)
    )
    return [_asked(row) for row in await work.session.scalars(found)]


async def closed_since(
    work: Work, schedules: Collection[int], since: datetime
) -> dict[int, list[AskedItem]]:
    """Return what closed since then, by schedule, oldest first; of every server with those."""
    found = (
        select(AskedRow)
        .where(
            AskedRow.schedule_id.in_(schedules),
            AskedRow.state == AskedState.CLOSED,
            AskedRow.closed_at >= since,
        )
        .order_by(AskedRow.due, AskedRow.id)
    )
    by_schedule: dict[int, list[AskedItem]] = {}
    for item in map(_asked, await work.session.scalars(found)):
        by_schedule.setdefault(item.schedule, []).append(item)
    return by_schedule


async def earliest_closing(work: Work) -> datetime | None:
    """Return when the next open item of any schedule closes; a round has a clock of its own."""
    return await work.session.scalar(
        select(func.min(AskedRow.closes_at)).where(
            AskedRow.state == AskedState.OPEN, AskedRow.schedule_id.is_not(None)
        )
    )


async def close_of(work: Work, schedules: Collection[int], now: datetime) -> list[AskedItem]:
    """Close every open item of ``schedules``: the next one is about to be posted.

    A press that was committed before this statement counts; later ones find the item closed.
    """
    return await _close(work, AskedRow.schedule_id.in_(schedules), now)


async def close_over(work: Work, now: datetime, limit: int) -> list[AskedItem]:
    """Close up to ``limit`` open items of any schedule whose time is over."""
    over = (
        select(AskedRow.id)
        .where(
            AskedRow.state == AskedState.OPEN,
            AskedRow.schedule_id.is_not(None),
            AskedRow.closes_at <= now,
        )
        .order_by(AskedRow.closes_at)
        .limit(limit)
    )
    return await _close(work, AskedRow.id.in_(over), now)


async def close_in(work: Work, rounds: Collection[int], now: datetime) -> list[AskedItem]:
    """Close the open item of each of ``rounds``, of whichever server."""
    return await _close(work, AskedRow.round_id.in_(rounds), now)


async def open_in(work: Work, rounds: Collection[int]) -> list[AskedItem]:
    """Return the open item of each of ``rounds``, of whichever server."""
    found = select(AskedRow).where(AskedRow.round_id.in_(rounds), AskedRow.state == AskedState.OPEN)
    return [_asked(row) for row in await work.session.scalars(found)]


async def numbers_in(work: Work, parts: Mapping[int, int]) -> list[tuple[GuildId, int]]:
    """Return (server, number) of one item of each round: ``parts`` says which, by round."""
    key = tuple_(AskedRow.round_id, AskedRow.part)
    found = select(AskedRow.guild_id, AskedRow.id).where(key.in_(list(parts.items())))
    return [(GuildId(guild), number) for guild, number in await work.session.execute(found)]


async def of_round(work: Work, guild: GuildId, number: int) -> list[AskedItem]:
    """Return what was asked in a round of ``guild``, in order."""
    found = (
        select(AskedRow)
        .where(AskedRow.guild_id == guild, AskedRow.round_id == number)
        .order_by(AskedRow.part)
    )
    return [_asked(row) for row in await work.session.scalars(found)]


async def _close(work: Work, which: ColumnElement[bool], now: datetime) -> list[AskedItem]:
    closing = (
        update(AskedRow)
        .where(which, AskedRow.state == AskedState.OPEN)
        .values(state=AskedState.CLOSED.value, closed_at=now)
        .returning(AskedRow)
    )
    rows = await work.session.scalars(closing, execution_options=_NO_SYNC)
    return [_asked(row) for row in rows]


async def note_counts(work: Work, counts: Mapping[AskedItem, Tally]) -> None:
    """Store how the items that have closed went."""
    if not counts:
        return
    statement = (
        update(_TABLE)
        .where(_TABLE.c.guild_id == bindparam("of_guild"), _TABLE.c.id == bindparam("of_number"))
        .values(answers=bindparam("n"), right_answers=bindparam("k"))
    )
    await work.session.execute(
        statement,
        [
            {"of_guild": asked.guild, "of_number": asked.number, "n": each.answers, "k": each.right}
            for asked, each in counts.items()
        ],
    )


async def end(work: Work, wanted: Sequence[tuple[GuildId, int]], state: AskedState) -> None:
    """Note that open items were never asked: ``missed`` or ``withdrawn``."""
    await work.session.execute(
        update(AskedRow)
        .where(
            AskedRow.guild_id.in_({guild for guild, _ in wanted}),
            AskedRow.id.in_({number for _, number in wanted}),
            AskedRow.state == AskedState.OPEN,
        )
        .values(state=state.value),
        execution_options=_NO_SYNC,
    )


async def past(work: Work, guilds: Collection[GuildId]) -> dict[GuildId, dict[str, Past]]:
    """Return how each item went in each of ``guilds``, by the content's ids."""
    found = await work.session.execute(
        select(
            AskedRow.guild_id,
            AskedRow.item,
            func.max(AskedRow.due),
            func.sum(AskedRow.answers),
            func.sum(AskedRow.right),
        )
        .where(
            AskedRow.guild_id.in_(guilds),
            AskedRow.state.in_((AskedState.OPEN.value, AskedState.CLOSED.value)),
        )
        .group_by(AskedRow.guild_id, AskedRow.item)
    )
    by_guild: dict[GuildId, dict[str, Past]] = {guild: {} for guild in guilds}
    for guild, item, asked_at, answers, right in found:
        by_guild[GuildId(guild)][item] = Past(asked_at, int(answers or 0), int(right or 0))
    return by_guild


def _columns(asked: AskedItem) -> dict[str, Any]:
    return {
        "guild_id": asked.guild,
        "schedule_id": asked.schedule or None,
        "round_id": asked.round or None,
        "day": asked.day,
        "part": asked.part,
        "channel_id": asked.channel,
        "item": asked.snapshot.item,
        "snapshot": asked.snapshot.as_json(),
        "hides_verdict": asked.hides_verdict,
        "state": asked.state.value,
        "due": asked.due,
        "closes_at": asked.closes_at,
    }


def _asked(row: AskedRow) -> AskedItem:
    return AskedItem(
        number=row.id,
        guild=GuildId(row.guild_id),
        schedule=row.schedule_id or 0,
        day=row.day,
        part=row.part,
        channel=ChannelId(row.channel_id),
        snapshot=Snapshot.from_json(row.snapshot),
        state=AskedState(row.state),
        hides_verdict=row.hides_verdict,
        due=row.due,
        closes_at=row.closes_at,
        closed_at=row.closed_at,
        answers=row.answers,
        right=row.right,
        round=row.round_id or 0,
    )
