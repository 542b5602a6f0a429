"""Queries of drafts."""

from sqlalchemy import func, select, update

from bot.ids import GuildId, MemberId
from bot.notes.kept import sheet_from, sheet_json
from bot.notes.model import Draft, DraftState
from bot.notes.store.tables import DraftRow
from bot.storage.work import Work


async def add(work: Work, draft: Draft) -> int:
    """Store a new draft; return its number."""
    row = DraftRow(
        guild_id=draft.guild,
        member_id=draft.member,
        name=draft.name,
        digest=draft.digest,
        sheet=sheet_json(draft.sheet),
        state=draft.state.value,
        replaces=draft.replaces,
        note_id=draft.note,
        made_at=draft.made_at,
    )
    work.session.add(row)
    await work.session.flush()
    return row.id


async def keep(work: Work, draft: Draft) -> None:
    """Store ``draft`` as it is now."""
    await work.session.execute(
        update(DraftRow)
        .where(DraftRow.guild_id == draft.guild, DraftRow.id == draft.number)
        .values(sheet=sheet_json(draft.sheet), state=draft.state.value, note_id=draft.note)
    )


async def one(work: Work, guild: GuildId, number: int, *, locks: bool = False) -> Draft | None:
    """Return the draft ``number`` of ``guild``; ``locks`` keeps others from changing it."""
    wanted = select(DraftRow).where(DraftRow.guild_id == guild, DraftRow.id == number)
    if locks:
        wanted = wanted.with_for_update()
    row = await work.session.scalar(wanted.execution_options(populate_existing=True))
    return None if row is None else _draft(row)


async def open_with(work: Work, guild: GuildId, digest: str, replaces: int | None) -> Draft | None:
    """Return the open draft of the same file for the same purpose, if there is one."""
    row = await work.session.scalar(
        select(DraftRow)
        .where(
            DraftRow.guild_id == guild,
            DraftRow.digest == digest,
            DraftRow.replaces == replaces,
            DraftRow.state == DraftState.OPEN.value,
        )
        .limit(1)
    )
    return None if row is None else _draft(row)


async def open_ones(work: Work, guild: GuildId, limit: int) -> list[Draft]:
    """Return the open drafts of ``guild``, oldest first."""
    wanted = (
        select(DraftRow)
        .where(DraftRow.guild_id == guild, DraftRow.state == DraftState.OPEN.value)
        .order_by(DraftRow.id)
        .limit(limit)
    )
    return [_draft(row) for row in await work.session.scalars(wanted)]


async def count_open(work: Work, guild: GuildId) -> int:
    """Return how many drafts of ``guild`` are open."""
    wanted = select(func.count()).where(
        DraftRow.guild_id == guild, DraftRow.state == DraftState.OPEN.value
    )
    return await work.session.scalar(wanted) or 0


def _draft(row: DraftRow) -> Draft:
    return Draft(
        number=row.id,
        guild=GuildId(row.guild_id),
        member=MemberId(row.member_id),
        name=row.name,
        digest=row.digest,
        sheet=sheet_from(row.sheet),
        made_at=row.made_at,
        state=DraftState(row.state),
        replaces=row.replaces,
        note=row.note_id,
    )
