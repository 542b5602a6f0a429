"""Queries of drafted items."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, or_, select, update

from bot.ids import GuildId, MemberId
from bot.notes.kept import drafted_from, drafted_json
from bot.notes.model import Drafted, ItemState, NoteState, OwnItem
from bot.notes.store.tables import ItemRow, NoteRow
from bot.storage.work import Work

_NO_SYNC = {"synchronize_session": False}


async def add(
    work: Work, guild: GuildId, note: int, drafted: Sequence[Drafted], *, now: datetime
) -> None:
    """Store drafted items, none of them decided."""
    work.session.add_all(
        ItemRow(
            guild_id=guild,
            note_id=note,
            concept=each.item.concept,
            drafted=drafted_json(each),
            state=ItemState.OPEN.value,
            is_aside=False,
            made_at=now,
        )
        for each in drafted
    )
    await work.session.flush()


async def one(work: Work, guild: GuildId, number: int, *, locks: bool = False) -> OwnItem | None:
    """Return the drafted item ``number`` of ``guild``."""
    wanted = select(ItemRow).where(ItemRow.guild_id == guild, ItemRow.id == number)
    if locks:
        wanted = wanted.with_for_update()
    row = await work.session.scalar(wanted.execution_options(populate_existing=True))
    return None if row is None else _item(row)


async def of_note(work: Work, guild: GuildId, note: int) -> list[OwnItem]:
    """Return every drafted item of a note, whatever became of it."""
    wanted = (
        select(ItemRow)
        .where(ItemRow.guild_id == guild, ItemRow.note_id == note)
        .order_by(ItemRow.id)
        .execution_options(populate_existing=True)
    )
    return [_item(row) for row in await work.session.scalars(wanted)]


async def accepted(work: Work, guilds: Collection[GuildId]) -> dict[GuildId, tuple[OwnItem, ...]]:
    """Return the accepted items of each of ``guilds`` that has some, oldest first."""
    wanted = (
        select(ItemRow)
        .where(ItemRow.guild_id.in_(guilds), ItemRow.state == ItemState.ACCEPTED.value)
        .order_by(ItemRow.id)
        .execution_options(populate_existing=True)
    )
    found: dict[GuildId, tuple[OwnItem, ...]] = {}
    for row in await work.session.scalars(wanted):
        guild = GuildId(row.guild_id)
        found[guild] = (*found.get(guild, ()), _item(row))
    return found


async def waiting(work: Work, guild: GuildId) -> tuple[int, datetime | None]:
    """Return how many items of published notes wait for a moderator, and since when the first."""
    row = (
        await work.session.execute(
            select(func.count(), func.min(ItemRow.made_at))
            .join(NoteRow, NoteRow.id == ItemRow.note_id)
            .where(*_waits(guild))
        )
    ).one()
    return row[0], row[1]


async def numbers_waiting(work: Work, guild: GuildId) -> list[int]:
    """Return the numbers of the items that wait, oldest first."""
    wanted = (
        select(ItemRow.id)
        .join(NoteRow, NoteRow.id == ItemRow.note_id)
        .where(*_waits(guild))
        .order_by(ItemRow.id)
    )
    return list(await work.session.scalars(wanted))


async def keep(work: Work, item: OwnItem) -> None:
    """Store ``item`` as it is now."""
    await work.session.execute(
        update(ItemRow)
        .where(ItemRow.guild_id == item.guild, ItemRow.id == item.number)
        .values(
            drafted=drafted_json(item.drafted),
            state=item.state.value,
            is_aside=item.is_aside,
            decided_by=item.decided_by,
            decided_at=item.decided_at,
        )
    )


async def forget(work: Work, guild: GuildId, numbers: Collection[int]) -> None:
    """Delete items that nobody decided on."""
    await work.session.execute(
        delete(ItemRow).where(
            ItemRow.guild_id == guild,
            ItemRow.id.in_(numbers),
            ItemRow.state == ItemState.OPEN.value,
        ),
        execution_options=_NO_SYNC,
    )


def _waits(guild: GuildId) -> tuple[ColumnElement[bool], ...]:
    return (
        ItemRow.guild_id == guild,
        NoteRow.state == NoteState.PUBLISHED.value,
        or_(ItemRow.state == ItemState.OPEN.value, ItemRow.is_aside.is_(True)),
    )


def _item(row: ItemRow) -> OwnItem:
    return OwnItem(
        number=row.id,
        guild=GuildId(row.guild_id),
        note=row.note_id,
        drafted=drafted_from(row.drafted),
        made_at=row.made_at,
        state=ItemState(row.state),
        is_aside=row.is_aside,
        decided_by=None if row.decided_by is None else MemberId(row.decided_by),
        decided_at=row.decided_at,
    )
