"""What moderators do with items drafted from notes: look at one, change it, decide."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from pydantic import ValidationError

from bot.content.model import Concept, Item
from bot.content.shapes.quiz import OneItemShape
from bot.ids import GuildId, MemberId
from bot.notes.exporting import item_fields
from bot.notes.model import ItemState, Note, NoteState, OwnItem
from bot.notes.refusals import OwnItemGone, OwnItemUnfit
from bot.notes.store import items, notes
from bot.storage.work import Work

OLDEST = 0


@dataclass(frozen=True, slots=True)
class Case:
    """One drafted item before a moderator: the ``place``-th (from 1) of ``total`` that wait.

    ``item`` is None where nothing waits.
    """

    item: OwnItem | None
    note: Note | None = None
    concept: Concept | None = None
    place: int = 0
    total: int = 0
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """An item as it is now; ``is_new``: by this press, not by one before."""

    item: OwnItem
    is_new: bool


class Deciding(Protocol):
    """Accepts or declines an item."""

    async def __call__(
        self, work: Work, guild: GuildId, number: int, by: MemberId, /, *, now: datetime
    ) -> Decided:
        """Decide on the item ``number``."""
        ...


async def waiting(work: Work, guild: GuildId) -> tuple[int, datetime | None]:
    """Return how many drafted items wait, and since when the first."""
    return await items.waiting(work, guild)


async def case(work: Work, guild: GuildId, number: int = OLDEST) -> Case:
    """Return the item ``number`` as it waits; the one that waits longest where it does not."""
    numbers = await items.numbers_waiting(work, guild)
    if not numbers:
        return Case(None)
    at = numbers.index(number) if number in numbers else 0
    item = await one(work, guild, numbers[at])
    note = await notes.one(work, guild, item.note)
    return Case(
        item,
        note,
        concept_of(note, item),
        at + 1,
        len(numbers),
        numbers[at - 1] if at else None,
        numbers[at + 1] if at + 1 < len(numbers) else None,
    )


async def one(work: Work, guild: GuildId, number: int) -> OwnItem:
    """Return a drafted item, decided or not.

    Raises:
        OwnItemGone: there is none of that number in this server.
    """
    found = await items.one(work, guild, number)
    if found is None:
        raise OwnItemGone
    return found


async def accept(
    work: Work, guild: GuildId, number: int, by: MemberId, *, now: datetime
) -> Decided:
    """Let ``guild`` be asked the item, as long as its concept says what it says now.

    Raises:
        OwnItemGone: there is no such item in this server, or its note or concept is gone.
    """
    item = await _locked(work, guild, number)
    if not _is_waiting(item):
        return Decided(item, is_new=False)
    note = await notes.one(work, guild, item.note)
    concept = concept_of(note, item)
    if note is None or note.state is not NoteState.PUBLISHED or concept is None:
        raise OwnItemGone
    stamped = replace(item.drafted, item=replace(item.drafted.item, stamp=concept.stamp))
    accepted = replace(item, drafted=stamped, is_aside=False)
    return await _decide(work, accepted, ItemState.ACCEPTED, by, now)


async def decline(
    work: Work, guild: GuildId, number: int, by: MemberId, *, now: datetime
) -> Decided:
    """Leave the item out.

    Raises:
        OwnItemGone: there is no such item in this server.
    """
    item = await _locked(work, guild, number)
    if not _is_waiting(item):
        return Decided(item, is_new=False)
    return await _decide(work, replace(item, is_aside=False), ItemState.DECLINED, by, now)


async def rewrite(work: Work, guild: GuildId, number: int, written: Item) -> Decided:
    """Change an item that waits.

    Raises:
        OwnItemGone: there is no such item in this server.
        OwnItemUnfit: what was written makes no item.
    """
    item = await _locked(work, guild, number)
    if not _is_waiting(item):
        return Decided(item, is_new=False)
    require_fit(written)
    changed = replace(item, drafted=replace(item.drafted, item=written))
    await items.keep(work, changed)
    return Decided(changed, is_new=True)


def require_fit(item: Item) -> None:
    """Let pass an item that the content's checker takes.

    Raises:
        OwnItemUnfit: it would not.
    """
    try:
        OneItemShape.model_validate(item_fields(item, "item-0"))
    except ValidationError as wrong:
        raise OwnItemUnfit from wrong


def concept_of(note: Note | None, item: OwnItem) -> Concept | None:
    """Return the concept that the item is about, as the note has it now."""
    wanted = item.drafted.item.concept
    entries = note.sheet.entries if note else ()
    return next((each.concept for each in entries if each.concept.id == wanted), None)


def _is_waiting(item: OwnItem) -> bool:
    return item.state is ItemState.OPEN or item.is_aside


async def _locked(work: Work, guild: GuildId, number: int) -> OwnItem:
    found = await items.one(work, guild, number, locks=True)
    if found is None:
        raise OwnItemGone
    return found


async def _decide(
    work: Work, item: OwnItem, state: ItemState, by: MemberId, now: datetime
) -> Decided:
    decided = replace(item, state=state, decided_by=by, decided_at=now)
    await items.keep(work, decided)
    await notes.note_change(work, item.guild)
    return Decided(decided, is_new=True)
