"""Queries of published notes, and of how often a server's changed."""

from collections.abc import Collection

from sqlalchemy import select, update

from bot.ids import GuildId, MemberId
from bot.notes.kept import sheet_from, sheet_json
from bot.notes.model import Note, NoteState
from bot.notes.store.tables import NoteRow, ShelfRow
from bot.storage.work import Work


async def add(work: Work, note: Note) -> int:
    """Store a new note; return its number."""
    row = NoteRow(
        guild_id=note.guild,
        member_id=note.member,
        name=note.name,
        digest=note.digest,
        sheet=sheet_json(note.sheet),
        used=sorted(note.used),
        state=note.state.value,
        published_at=note.published_at,
    )
    work.session.add(row)
    await work.session.flush()
    return row.id


async def keep(work: Work, note: Note) -> None:
    """Store ``note`` as it is now."""
    await work.session.execute(
        update(NoteRow)
        .where(NoteRow.guild_id == note.guild, NoteRow.id == note.number)
        .values(
            member_id=note.member,
            name=note.name,
            digest=note.digest,
            sheet=sheet_json(note.sheet),
            used=sorted(note.used),
            state=note.state.value,
            published_at=note.published_at,
        )
    )


async def one(work: Work, guild: GuildId, number: int, *, locks: bool = False) -> Note | None:
    """Return the note ``number`` of ``guild``, withdrawn or not."""
    wanted = select(NoteRow).where(NoteRow.guild_id == guild, NoteRow.id == number)
    if locks:  # SQLite has one writer anyway, and no word for this
        wanted = wanted.with_for_update()
    row = await work.session.scalar(wanted.execution_options(populate_existing=True))
    return None if row is None else _note(row)


async def published(work: Work, guilds: Collection[GuildId]) -> dict[GuildId, tuple[Note, ...]]:
    """Return the published notes of each of ``guilds`` that has some, oldest first."""
    wanted = (
        select(NoteRow)
        .where(NoteRow.guild_id.in_(guilds), NoteRow.state == NoteState.PUBLISHED.value)
        .order_by(NoteRow.id)
        .execution_options(populate_existing=True)
    )
    found: dict[GuildId, tuple[Note, ...]] = {}
    for row in await work.session.scalars(wanted):
        guild = GuildId(row.guild_id)
        found[guild] = (*found.get(guild, ()), _note(row))
    return found


async def revision(work: Work, guild: GuildId) -> int:
    """Return how often what ``guild`` has was changed; 0: it never had anything."""
    wanted = select(ShelfRow.revision).where(ShelfRow.guild_id == guild)
    return await work.session.scalar(wanted) or 0


async def revisions(work: Work, guilds: Collection[GuildId]) -> dict[GuildId, int]:
    """Return of each of ``guilds`` what ``revision`` does."""
    wanted = select(ShelfRow.guild_id, ShelfRow.revision).where(ShelfRow.guild_id.in_(guilds))
    found = {row.guild_id: row.revision for row in await work.session.execute(wanted)}
    return {guild: found.get(guild, 0) for guild in guilds}


async def note_change(work: Work, guild: GuildId) -> None:
    """Count a change of what ``guild`` has."""
    counted = await work.session.execute(
        update(ShelfRow)
        .where(ShelfRow.guild_id == guild)
        .values(revision=ShelfRow.revision + 1)
        .returning(ShelfRow.revision),
        execution_options={"synchronize_session": False},
    )
    if counted.scalar() is None:
        work.session.add(ShelfRow(guild_id=guild, revision=1))
        await work.session.flush()


def _note(row: NoteRow) -> Note:
    return Note(
        number=row.id,
        guild=GuildId(row.guild_id),
        member=MemberId(row.member_id),
        name=row.name,
        digest=row.digest,
        sheet=sheet_from(row.sheet),
        published_at=row.published_at,
        state=NoteState(row.state),
        used=frozenset(row.used),
    )
