"""Drafts, notes and drafted items on both databases: changed once, seen by one server alone."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.content.library import Library
from bot.content.model import ItemKind, Text
from bot.content.reader import check, read
from bot.ids import GuildId, MemberId
from bot.notes import approving, changing, exporting, publishing, service, uploading
from bot.notes.inbox import DraftedItemsSection
from bot.notes.model import MAX_NOTES, MAX_OPEN_DRAFTS, Draft, ItemState
from bot.notes.publishing import Prepared, Published
from bot.notes.reading import digest_of, sheet_of
from bot.notes.refusals import (
    NoteAlreadyThere,
    NoteDraftClosed,
    NoteDraftGone,
    NoteGone,
    NothingChanged,
    OwnItemGone,
    OwnItemUnfit,
    ShelfFull,
    TooManyDrafts,
)
from bot.notes.uploading import Upload
from bot.quiz.desk.suggestions import libraries_of
from bot.quiz.picking import askable
from bot.storage.work import Storage
from tests.notes.sample_notes import sample
from tests.quiz.notes import SINGLE, notes_in

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HERE, ELSEWHERE = GuildId(1), GuildId(2)
CHIEF = MemberId(7)


@pytest.fixture
def shared(tmp_path: Path) -> Library:
    """The shared notes: one concept with one item."""
    return read(notes_in(tmp_path / "content", SINGLE))


async def begun(
    storage: Storage,
    content: bytes | None = None,
    *,
    guild: GuildId = HERE,
    replaces: int | None = None,
) -> Draft:
    """Upload a note."""
    content = sample("tcp-udp.md") if content is None else content
    upload = Upload(guild, CHIEF, "tcp-udp.md", digest_of(content), replaces)
    sheet = sheet_of("tcp-udp.md", content)
    async with storage.work() as work:
        draft = await uploading.begin(work, upload, sheet, now=NOON)
        await work.commit()
    return draft


async def published(storage: Storage, draft: Draft) -> Published:
    """Publish a draft."""
    prepared = Prepared.of(draft.sheet)
    async with storage.work() as work:
        done = await publishing.publish(work, draft.guild, draft.number, CHIEF, prepared, now=NOON)
        await work.commit()
    return done


async def library(storage: Storage, shared: Library, guild: GuildId = HERE) -> Library:
    """Return what a server's quiz is asked from."""
    async with storage.reading() as work:
        return (await libraries_of(work, shared, [guild]))[guild]


async def accepted(storage: Storage, count: int) -> Sequence[int]:
    """Accept the first items that wait; return their numbers."""
    numbers = []
    for _ in range(count):
        async with storage.work() as work:
            waiting = await approving.case(work, HERE)
            assert waiting.item is not None
            await approving.accept(work, HERE, waiting.item.number, CHIEF, now=NOON)
            numbers.append(waiting.item.number)
            await work.commit()
    return numbers


async def test_a_draft_is_the_same_when_it_is_read_back(storage: Storage) -> None:
    draft = await begun(storage)

    async with storage.reading() as work:
        assert await uploading.open_draft(work, HERE, draft.number) == draft
        assert await service.revisions(work, [HERE]) == {HERE: 0}
        with pytest.raises(NoteDraftGone):
            await uploading.open_draft(work, ELSEWHERE, draft.number)


async def test_a_published_note_is_its_servers_alone(storage: Storage, shared: Library) -> None:
    done = await published(storage, await begun(storage))

    here = await library(storage, shared)
    elsewhere = await library(storage, shared, ELSEWHERE)

    assert len(here.concepts) == len(shared.concepts) + len(done.note.sheet.entries)
    assert elsewhere is shared
    assert {each.title.ko for each in here.prompts} >= {
        each.prompt.title.ko for each in done.note.sheet.talks
    }
    assert len({each.number for each in here.concepts}) == len(here.concepts)
    async with storage.reading() as work:
        assert len(await service.prompts(work, HERE)) == 2
        assert await service.prompts(work, ELSEWHERE) == ()
        with pytest.raises(NoteGone):
            await service.one(work, ELSEWHERE, done.note.number)


async def test_the_same_note_in_two_servers_is_two_notes(storage: Storage) -> None:
    first = await published(storage, await begun(storage))
    second = await published(storage, await begun(storage, guild=ELSEWHERE))

    assert first.note.number != second.note.number


async def test_a_press_twice_publishes_once(storage: Storage) -> None:
    draft = await begun(storage)

    first, second = await asyncio.gather(published(storage, draft), published(storage, draft))

    assert sorted((first.is_new, second.is_new)) == [False, True]
    async with storage.reading() as work:
        assert len(await service.published(work, HERE)) == 1
        with pytest.raises(NoteDraftClosed):
            await uploading.open_draft(work, HERE, draft.number)


async def test_no_change_of_two_moderators_is_lost(storage: Storage) -> None:
    draft = await begun(storage)

    async def drop(key: int) -> None:
        async with storage.work() as work:
            await uploading.change(
                work, HERE, draft.number, lambda sheet: changing.dropped(sheet, key)
            )
            await work.commit()

    await asyncio.gather(*(drop(key) for key in range(5)))

    async with storage.reading() as work:
        left = (await uploading.open_draft(work, HERE, draft.number)).sheet
    assert [each.key for each in left.entries] == list(range(5, len(draft.sheet.entries)))


async def test_the_same_file_goes_on_with_its_draft_and_is_known_once_published(
    storage: Storage,
) -> None:
    first, second = await begun(storage), await begun(storage)
    done = await published(storage, first)

    assert first.number == second.number
    with pytest.raises(NoteAlreadyThere):
        await begun(storage)
    with pytest.raises(NothingChanged):
        await begun(storage, replaces=done.note.number)


async def test_open_drafts_and_notes_have_an_end(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = [
        await begun(storage, f"## 개념 {at}\n글 {at}이다.\n".encode())
        for at in range(MAX_OPEN_DRAFTS)
    ]
    with pytest.raises(TooManyDrafts):
        await begun(storage)
    monkeypatch.setattr(publishing, "MAX_NOTES", 1)
    await published(storage, drafts[0])

    with pytest.raises(ShelfFull):
        await published(storage, drafts[1])

    assert MAX_NOTES > 1


async def test_only_approved_items_are_asked(storage: Storage, shared: Library) -> None:
    done = await published(storage, await begun(storage))
    before = await library(storage, shared)
    [number, *_] = await accepted(storage, 2)

    after = await library(storage, shared)

    topic = after.topics[-1]
    assert done.items >= 5
    assert askable(topic, before) == ()
    assert next(item.id for item in askable(topic, after)) == f"note-item.{number}"
    assert after.concept(askable(topic, after)[0].concept) is not None


async def test_an_item_is_decided_once(storage: Storage) -> None:
    await published(storage, await begun(storage))
    [number] = await accepted(storage, 1)

    async with storage.work() as work:
        again = await approving.decline(work, HERE, number, CHIEF, now=NOON)
        await work.commit()
    async with storage.reading() as work:
        with pytest.raises(OwnItemGone):
            await approving.one(work, ELSEWHERE, number)

    assert not again.is_new
    assert again.item.state is ItemState.ACCEPTED


async def test_an_edited_item_must_be_fit(storage: Storage) -> None:
    await published(storage, await begun(storage))
    async with storage.work() as work:
        own = (await approving.case(work, HERE)).item
        assert own is not None
        item = replace(own.drafted.item, stem=Text("새로 쓴 문제"))
        await approving.rewrite(work, HERE, own.number, item)
        with pytest.raises(OwnItemUnfit):
            await approving.rewrite(work, HERE, own.number, replace(item, stem=Text("")))
        await work.commit()

    async with storage.reading() as work:
        kept = await approving.one(work, HERE, own.number)
    assert kept.drafted.item.stem.ko == "새로 쓴 문제"
    assert kept.drafted.sentence == own.drafted.sentence


async def test_a_replaced_note_sets_only_changed_items_aside(
    storage: Storage, shared: Library
) -> None:
    first = await published(storage, await begun(storage))
    total = first.items
    await accepted(storage, total)
    text = sample("tcp-udp.md").decode().replace("빠짐없이 주고받게", "하나도 빠짐없이 주고받게")
    second = await published(
        storage, await begun(storage, text.encode(), replaces=first.note.number)
    )

    found = await library(storage, shared)

    own = [item for item in found.items if item.topic == found.topics[-1].id]
    aside = [item for item in own if found.is_set_aside(item)]
    assert second.note.number == first.note.number
    assert len(own) == total
    assert 0 < len(aside) <= 3
    assert {item.concept for item in aside} == {f"{first.note.number}.tcp"}
    async with storage.reading() as work:
        waiting = await DraftedItemsSection().waiting(work, HERE)
    assert waiting.count >= len(aside)


async def test_an_item_that_was_set_aside_is_asked_again_once_approved(
    storage: Storage, shared: Library
) -> None:
    first = await published(storage, await begun(storage))
    await accepted(storage, first.items)
    text = sample("tcp-udp.md").decode().replace("빠짐없이 주고받게", "하나도 빠짐없이 주고받게")
    await published(storage, await begun(storage, text.encode(), replaces=first.note.number))
    async with storage.reading() as work:
        count = (await DraftedItemsSection().waiting(work, HERE)).count
    await accepted(storage, count)

    found = await library(storage, shared)

    assert not [item for item in found.items if found.is_set_aside(item)]


async def test_a_withdrawn_note_leaves_nothing_but_its_past(
    storage: Storage, shared: Library
) -> None:
    done = await published(storage, await begun(storage))
    await accepted(storage, 2)
    async with storage.work() as work:
        await publishing.withdraw(work, HERE, done.note.number)
        await work.commit()

    async with storage.reading() as work:
        assert (await DraftedItemsSection().waiting(work, HERE)).count == 0
        with pytest.raises(NoteGone):
            await service.one(work, HERE, done.note.number)
    assert await library(storage, shared) is shared


async def test_a_note_may_be_withdrawn_while_its_replacement_is_a_draft(storage: Storage) -> None:
    done = await published(storage, await begun(storage))
    draft = await begun(
        storage, "## 새 글\n아주 다른 글이다.\n".encode(), replaces=done.note.number
    )
    async with storage.work() as work:
        await publishing.withdraw(work, HERE, done.note.number)
        await work.commit()

    with pytest.raises(NoteGone):
        await published(storage, draft)


@pytest.mark.parametrize("name", ["tcp-udp.md", "cell.md", "oop-messy.md", "interest.md"])
async def test_every_exported_note_passes_the_content_checker(
    storage: Storage, tmp_path: Path, name: str
) -> None:
    done = await published(storage, await begun(storage, sample(name)))
    await accepted(storage, done.items)
    async with storage.reading() as work:
        items = await service.accepted_items(work, done.note)
    folder = tmp_path / "exported" / exporting.folder_of(done.note)
    for path, text in exporting.files_of(done.note, items).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")

    assert check(folder.parent) == ()
    again = read(folder.parent)
    assert len(again.concepts) == len(done.note.sheet.entries)
    assert len(again.items) == done.items
    assert {item.kind for item in again.items} <= set(ItemKind)
    assert not [item for item in again.items if again.is_set_aside(item)]
