"""What moderators do with a whole note: publish a draft, replace a note by it, take one down."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from bot.content.model import Concept
from bot.ids import GuildId, MemberId
from bot.notes.drafting.items import drafted_from_sheet
from bot.notes.model import (
    MAX_NOTES,
    MAX_SERVER_CONCEPTS,
    Draft,
    Drafted,
    DraftState,
    ItemState,
    Note,
    NoteState,
    Sheet,
)
from bot.notes.refusals import (
    NoteDraftClosed,
    NoteDraftGone,
    NoteGone,
    ShelfFull,
)
from bot.notes.service import one as published_note
from bot.notes.store import drafts, items, notes
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Published:
    """A note as it went out; ``items``: how many drafted items wait for approval now."""

    note: Note
    items: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """The items drafted from a sheet, made before anything is locked."""

    sheet: Sheet
    drafted: tuple[Drafted, ...]

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        """Draft items from ``sheet``: takes the processor for a moment on a long note."""
        return cls(sheet, tuple(drafted_from_sheet(sheet)))


async def publish(
    work: Work, guild: GuildId, number: int, by: MemberId, prepared: Prepared, *, now: datetime
) -> Published:
    """Let the draft's concepts answer in ``guild``; their ``prepared`` items wait for approval.

    A draft that was published already stays as it is, and is told again.

    Raises:
        NoteDraftGone, NoteDraftClosed: it is not open.
        NoteGone: the note that it replaces was withdrawn since.
        ShelfFull: the server has enough.
    """
    draft = await drafts.one(work, guild, number, locks=True)
    if draft is None:
        raise NoteDraftGone
    if draft.state is DraftState.PUBLISHED and draft.note is not None:
        return Published(await published_note(work, guild, draft.note), 0, is_new=False)
    if draft.state is not DraftState.OPEN:
        raise NoteDraftClosed
    await _require_place(work, draft)
    if draft.replaces is None:
        note = Note(
            number=0,
            guild=guild,
            member=by,
            name=draft.name,
            digest=draft.digest,
            sheet=draft.sheet,
            published_at=now,
            used=frozenset(each.concept.id for each in draft.sheet.entries),
        )
        note = replace(note, number=await notes.add(work, note))
    else:
        note = await _replaced(work, draft, by, now)
    if prepared.sheet != note.sheet:  # somebody changed the draft in between
        prepared = Prepared.of(note.sheet)
    made = await _keep_items(work, note, prepared, now)
    await drafts.keep(work, replace(draft, state=DraftState.PUBLISHED, note=note.number))
    await notes.note_change(work, guild)
    return Published(note, made, is_new=True)


async def withdraw(work: Work, guild: GuildId, number: int) -> Note:
    """Take a note down: it answers nothing from now on, and its items are not asked.

    Raises:
        NoteGone: it is not published in this server.
    """
    note = await notes.one(work, guild, number, locks=True)
    if note is None or note.state is not NoteState.PUBLISHED:
        raise NoteGone
    note = replace(note, state=NoteState.WITHDRAWN)
    await notes.keep(work, note)
    await notes.note_change(work, guild)
    return note


async def _require_place(work: Work, draft: Draft) -> None:
    own = (await notes.published(work, [draft.guild])).get(draft.guild, ())
    others = [each for each in own if each.number != draft.replaces]
    concepts = sum(len(each.sheet.entries) for each in others) + len(draft.sheet.entries)
    if len(others) >= MAX_NOTES or concepts > MAX_SERVER_CONCEPTS:
        raise ShelfFull


async def _replaced(work: Work, draft: Draft, by: MemberId, now: datetime) -> Note:
    if draft.replaces is None:
        raise NoteGone
    before = await notes.one(work, draft.guild, draft.replaces, locks=True)
    if before is None or before.state is not NoteState.PUBLISHED:
        raise NoteGone
    ids = {each.concept.id for each in draft.sheet.entries}
    note = replace(
        before,
        member=by,
        name=draft.name,
        digest=draft.digest,
        sheet=draft.sheet,
        published_at=now,
        used=before.used | ids,
    )
    await notes.keep(work, note)
    await _set_aside(work, note)
    return note


async def _set_aside(work: Work, note: Note) -> None:
    """Set accepted items aside whose concept changed, and forget undecided ones."""
    stamps = _stamps(note)
    old: list[int] = []
    for item in await items.of_note(work, note.guild, note.number):
        is_same = stamps.get(item.drafted.item.concept) == item.drafted.item.stamp
        if item.state is ItemState.OPEN and not is_same:
            old.append(item.number)
        elif item.state is ItemState.ACCEPTED:
            # Of a concept that is gone there is nothing to decide: it is not asked anyway.
            is_aside = not is_same and item.drafted.item.concept in stamps
            if is_aside != item.is_aside:
                await items.keep(work, replace(item, is_aside=is_aside))
    await items.forget(work, note.guild, old)


async def _keep_items(work: Work, note: Note, prepared: Prepared, now: datetime) -> int:
    """Keep the drafted items about what has none of its present text yet; return how many."""
    known = await items.of_note(work, note.guild, note.number)
    stamps = {(each.drafted.item.concept, each.drafted.item.stamp) for each in known}
    said = {_question(each.drafted) for each in known}
    fresh = [
        each
        for each in prepared.drafted
        if (each.item.concept, each.item.stamp) not in stamps and _question(each) not in said
    ]
    await items.add(work, note.guild, note.number, fresh, now=now)
    return len(fresh)


def _question(drafted: Drafted) -> tuple[str, str]:
    return drafted.item.concept, drafted.item.stem.ko


def _stamps(note: Note) -> dict[str, str]:
    concepts: list[Concept] = [each.concept for each in note.sheet.entries]
    return {concept.id: concept.stamp for concept in concepts}
