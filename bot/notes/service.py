"""What others use of a server's notes: its library, prompts, published notes."""

from collections.abc import Collection, Mapping, Sequence

from bot.content.library import Library
from bot.content.model import Prompt
from bot.ids import GuildId
from bot.notes.assembling import prompts_of, together
from bot.notes.model import Note, NoteState, OwnItem, Shelf
from bot.notes.refusals import NoteGone
from bot.notes.store import items, notes
from bot.storage.work import Work


async def revisions(work: Work, guilds: Collection[GuildId]) -> dict[GuildId, int]:
    """Return of each of ``guilds`` what changes whenever its ``shelf`` does; 0: it has nothing."""
    return await notes.revisions(work, guilds)


async def shelf(work: Work, guild: GuildId) -> Shelf:
    """Return what ``guild`` has besides the shared notes."""
    now = await notes.revision(work, guild)
    if not now:
        return Shelf(guild, 0)
    return (await _shelves(work, [guild], {guild: now}))[guild]


async def libraries_of(
    work: Work, library: Library, guilds: Collection[GuildId]
) -> Mapping[GuildId, Library]:
    """Return for each of ``guilds`` the shared ``library`` with the server's own notes and items.

    Two queries, however many servers; one without notes of its own gets ``library`` itself.
    """
    shelves = await _shelves(work, guilds, {})
    return {guild: together(library, shelves[guild]) for guild in guilds}


async def library_of(work: Work, library: Library, guild: GuildId | None) -> Library:
    """Return ``library`` with what ``guild`` has of its own (None: nothing)."""
    if guild is None or not await notes.revision(work, guild):
        return library
    return (await libraries_of(work, library, [guild]))[guild]


async def prompts(work: Work, guild: GuildId) -> tuple[Prompt, ...]:
    """Return what the server's own notes want to talk about, newest note first."""
    found = (await notes.published(work, [guild])).get(guild, ())
    return tuple(prompt for note in reversed(found) for prompt in prompts_of(note))


async def published(work: Work, guild: GuildId) -> Sequence[Note]:
    """Return the server's published notes, oldest first."""
    return (await notes.published(work, [guild])).get(guild, ())


async def one(work: Work, guild: GuildId, number: int) -> Note:
    """Return a published note.

    Raises:
        NoteGone: there is none of that number in this server, or it was withdrawn.
    """
    found = await notes.one(work, guild, number)
    if found is None or found.state is not NoteState.PUBLISHED:
        raise NoteGone
    return found


async def accepted_items(work: Work, note: Note) -> tuple[OwnItem, ...]:
    """Return the accepted items of a note, oldest first."""
    found = (await items.accepted(work, [note.guild])).get(note.guild, ())
    return tuple(each for each in found if each.note == note.number)


async def _shelves(
    work: Work, guilds: Collection[GuildId], revisions: Mapping[GuildId, int]
) -> Mapping[GuildId, Shelf]:
    own = await notes.published(work, guilds)
    asked = await items.accepted(work, own.keys()) if own else {}
    return {
        guild: Shelf(guild, revisions.get(guild, 0), own.get(guild, ()), asked.get(guild, ()))
        for guild in guilds
    }
