"""What moderators do with a note before it is published: bring one, change its draft, drop it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.ids import GuildId, MemberId
from bot.notes.model import (
    MAX_NAME,
    MAX_OPEN_DRAFTS,
    Difference,
    Draft,
    DraftState,
    Sheet,
)
from bot.notes.refusals import (
    NoteAlreadyThere,
    NoteDraftClosed,
    NoteDraftGone,
    NothingChanged,
    TooManyDrafts,
)
from bot.notes.service import one as published_note
from bot.notes.store import drafts, notes
from bot.notes.versions import continued, difference
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a moderator brings; ``replaces``: the note that it is a new version of."""

    guild: GuildId
    member: MemberId
    name: str
    digest: str
    replaces: int | None = None


async def require_room(work: Work, upload: Upload) -> Draft | None:
    """Let an upload pass before its file is read; return the open draft of the very same file.

    Raises:
        NoteAlreadyThere: the file is published already.
        NothingChanged: it is the file that the note was made of.
        NoteGone: the note to replace is not there.
        TooManyDrafts: enough are open.
    """
    if upload.replaces is not None:
        if (await published_note(work, upload.guild, upload.replaces)).digest == upload.digest:
            raise NothingChanged
    else:
        own = (await notes.published(work, [upload.guild])).get(upload.guild, ())
        same = next((each for each in own if each.digest == upload.digest), None)
        if same is not None:
            raise NoteAlreadyThere(same.sheet.title)
    known = await drafts.open_with(work, upload.guild, upload.digest, upload.replaces)
    if known is None and await drafts.count_open(work, upload.guild) >= MAX_OPEN_DRAFTS:
        raise TooManyDrafts
    return known


async def begin(work: Work, upload: Upload, sheet: Sheet, *, now: datetime) -> Draft:
    """Keep what the importer understood; the same file again goes on with the same draft.

    Raises:
        NoteAlreadyThere, NothingChanged, NoteGone, TooManyDrafts: as ``require_room``.
    """
    known = await require_room(work, upload)
    if known is not None:
        return known
    if upload.replaces is not None:
        before = await published_note(work, upload.guild, upload.replaces)
        sheet = continued(sheet, before.sheet, before.used)
    draft = Draft(
        number=0,
        guild=upload.guild,
        member=upload.member,
        name=upload.name[:MAX_NAME],
        digest=upload.digest,
        sheet=sheet,
        made_at=now,
        replaces=upload.replaces,
    )
    return replace(draft, number=await drafts.add(work, draft))


async def draft_of(work: Work, guild: GuildId, number: int) -> Draft:
    """Return a draft, open or not.

    Raises:
        NoteDraftGone: there is no such draft in this server.
    """
    found = await drafts.one(work, guild, number)
    if found is None:
        raise NoteDraftGone
    return found


async def open_draft(work: Work, guild: GuildId, number: int) -> Draft:
    """Return a draft that can still be changed.

    Raises:
        NoteDraftGone: there is no such draft in this server.
        NoteDraftClosed: it was published or dropped.
    """
    found = await draft_of(work, guild, number)
    if found.state is not DraftState.OPEN:
        raise NoteDraftClosed
    return found


async def open_drafts(work: Work, guild: GuildId) -> Sequence[Draft]:
    """Return the server's open drafts, oldest first."""
    return await drafts.open_ones(work, guild, MAX_OPEN_DRAFTS)


async def difference_of(work: Work, draft: Draft) -> Difference | None:
    """Return how a draft differs from the note that it is to replace, if it is to replace one."""
    if draft.replaces is None:
        return None
    before = await notes.one(work, draft.guild, draft.replaces)
    return None if before is None else difference(draft.sheet, before.sheet)


async def change(
    work: Work, guild: GuildId, number: int, changed: Callable[[Sheet], Sheet]
) -> Draft:
    """Change an open draft.

    Raises:
        NoteDraftGone, NoteDraftClosed: it cannot be changed.
    """
    draft = await _open(work, guild, number)
    draft = replace(draft, sheet=changed(draft.sheet))
    await drafts.keep(work, draft)
    return draft


async def drop(work: Work, guild: GuildId, number: int) -> Draft:
    """Throw an open draft away.

    Raises:
        NoteDraftGone, NoteDraftClosed: it is not open.
    """
    draft = replace(await _open(work, guild, number), state=DraftState.DROPPED)
    await drafts.keep(work, draft)
    return draft


async def _open(work: Work, guild: GuildId, number: int) -> Draft:
    found = await drafts.one(work, guild, number, locks=True)
    if found is None:
        raise NoteDraftGone
    if found.state is not DraftState.OPEN:
        raise NoteDraftClosed
    return found
