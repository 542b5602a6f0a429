"""Suggested items: paged, accepted, withdrawn, exported, refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.content.library import Library
from bot.content.model import Text
from bot.content.reader import check, read
from bot.inbox.model import Waiting
from bot.quiz.desk import inbox, suggestions
from bot.quiz.desk.forms import draft_in
from bot.quiz.desk.model import (
    MAX_WAITING,
    CaseGone,
    CaseKind,
    CaseState,
    Draft,
    DraftKind,
    NothingToExport,
    TooManyWaiting,
    UnfitDraft,
    UnknownConcept,
)
from bot.storage.work import Storage
from tests.quiz.desk import (
    CHIEF,
    ELSEWHERE,
    GUILD,
    JUN,
    MINA,
    NOON,
    SECOND,
    SHORT,
    SNAPSHOT,
    appeal,
    ask,
    give,
    library_in,
    take,
)
from tests.quiz.notes import notes_in


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


async def test_a_section_pages_from_the_oldest_to_the_newest(
    storage: Storage, library: Library
) -> None:
    number = await ask(storage)
    await give(storage, number, MINA, "중심부")
    await give(storage, number, JUN, "가운데")
    async with storage.work() as work:
        suggested = await suggestions.send(work, GUILD, JUN, SHORT, now=NOON)
        await work.commit()
    old, sent = await appeal(storage, number, MINA), await appeal(storage, number, JUN)

    async with storage.reading() as work:
        first = await inbox.page(work, library, GUILD, CaseKind.APPEAL)
        second = await inbox.page(work, library, GUILD, CaseKind.APPEAL, sent)
        other = await inbox.page(work, library, GUILD, CaseKind.SUGGESTION)
        waiting = await inbox.AppealsSection().waiting(work, GUILD)

    assert first.case is not None
    assert (first.case.number, first.place, first.total) == (old, 1, 2)
    assert second.case is not None
    assert (second.case.number, second.place, second.stem) == (sent, 2, SNAPSHOT.stem)
    assert other.case is not None
    assert (other.case.number, other.total, other.concept) == (
        suggested.number,
        1,
        Text("커널", "Kernel"),
    )
    assert waiting == Waiting(2, NOON)


async def test_an_accepted_item_is_asked_in_its_server_alone(
    storage: Storage, library: Library
) -> None:
    number = await take(storage, library, SHORT)

    async with storage.reading() as work:
        found = await suggestions.libraries_of(work, library, [GUILD, ELSEWHERE])

    own = found[GUILD].item(f"suggested-{number}")
    assert own is not None
    assert (own.topic, own.concept, own.key) == ("os", "kernel", Text("커널"))
    assert not found[GUILD].is_set_aside(own)
    assert found[ELSEWHERE] is library


async def test_an_accepted_item_is_set_aside_when_its_concept_changes(
    storage: Storage, library: Library
) -> None:
    number = await take(storage, library, SHORT)
    [concept] = library.concepts
    changed = replace(library, concepts=(replace(concept, short=Text("다른 말이에요.")),))

    async with storage.reading() as work:
        found = await suggestions.libraries_of(work, changed, [GUILD])

    own = found[GUILD].item(f"suggested-{number}")
    assert own is not None
    assert found[GUILD].is_set_aside(own)


async def test_what_a_member_wrote_is_asked_without_its_power(
    storage: Storage, library: Library
) -> None:
    rude = replace(SHORT, stem="@everyone **봐요** [여기](http://x)", key="C_lang")
    number = await take(storage, library, rude)

    async with storage.reading() as work:
        own = (await suggestions.libraries_of(work, library, [GUILD]))[GUILD].item(
            f"suggested-{number}"
        )

    assert own is not None
    assert "@everyone" not in own.stem.ko
    assert "**봐요**" not in own.stem.ko
    assert own.accept[0] == "C_lang"


async def test_the_export_passes_the_content_checker(
    storage: Storage, library: Library, tmp_path: Path
) -> None:
    odd = "- 이상한: \"글\" # '정말' {a} [b] & *c %d\n---\n\x07끝\u2028요"
    fields = {"stem": odd, "key": "yes", "accept": "no, 1, ~, : ", "explanation": odd}
    drafts = [
        SHORT,
        draft_in(fields, DraftKind.SHORT, "kernel"),
        draft_in({**fields, "reason": "null"}, DraftKind.FALSE, "kernel"),
    ]
    for draft in drafts:
        await take(storage, library, draft)

    async with storage.reading() as work:
        files = await suggestions.exported(work, library, GUILD)

    assert files.keys() == {"os"}
    folder = notes_in(tmp_path / "exported", files["os"])
    assert check(folder) == ()
    assert [item.kind for item in read(folder).items] == ["short", "short", "true_false"]


async def test_there_is_nothing_to_export_before_something_is_accepted(
    storage: Storage, library: Library
) -> None:
    async with storage.work() as work:
        await suggestions.send(work, GUILD, MINA, SHORT, now=NOON)
        with pytest.raises(NothingToExport):
            await suggestions.exported(work, library, GUILD)


@pytest.mark.parametrize(
    "draft",
    [
        replace(SHORT, contrast=("커 널",)),
        replace(SHORT, accept=("가" * 61,)),
        replace(SHORT, stem=""),
        replace(SHORT, kind=DraftKind.TRUE),
    ],
    ids=["right and wrong", "too long", "empty", "no reason"],
)
async def test_what_makes_no_item_is_refused(storage: Storage, draft: Draft) -> None:
    async with storage.work() as work:
        with pytest.raises(UnfitDraft):
            await suggestions.send(work, GUILD, MINA, draft, now=NOON)


async def test_one_member_cannot_fill_the_inbox(storage: Storage) -> None:
    async with storage.work() as work:
        for _ in range(MAX_WAITING):
            await suggestions.send(work, GUILD, MINA, SHORT, now=NOON)
        with pytest.raises(TooManyWaiting):
            await suggestions.send(work, GUILD, MINA, SHORT, now=NOON)

        assert (await suggestions.send(work, GUILD, JUN, SHORT, now=NOON)).number > 0


async def test_a_decided_suggestion_is_not_changed_any_more(
    storage: Storage, library: Library
) -> None:
    number = await take(storage, library, SHORT)
    async with storage.work() as work:
        rewritten = await suggestions.rewrite(
            work, GUILD, number, replace(SHORT, stem="다른 문제?")
        )
        declined = await suggestions.decline(work, GUILD, number, SECOND, now=NOON)

    assert (rewritten.is_new, rewritten.case.draft) == (False, SHORT)
    assert (declined.is_new, declined.case.state) == (False, CaseState.ACCEPTED)


def test_a_concept_is_found_by_any_of_its_names(library: Library) -> None:
    for typed in ("kernel", "커널", " KERNEL "):
        assert suggestions.concept_named(library, typed) == "kernel"
    with pytest.raises(UnknownConcept):
        suggestions.concept_named(library, "쿠버네티스")


async def test_a_withdrawn_item_is_asked_again_under_its_own_id_once_it_is_restored(
    storage: Storage, library: Library
) -> None:
    number = await take(storage, library, SHORT)
    async with storage.work() as work:
        before = (await suggestions.libraries_of(work, library, [GUILD]))[GUILD].items
        gone = await suggestions.withdraw(work, GUILD, number, SECOND, now=NOON)
        without = (await suggestions.libraries_of(work, library, [GUILD]))[GUILD].items
        back = await suggestions.restore(work, GUILD, number, CHIEF, now=NOON)
        after = (await suggestions.libraries_of(work, library, [GUILD]))[GUILD].items

    assert gone.is_new
    assert back.is_new
    assert without == library.items
    assert after == before
    assert len(before) == len(library.items) + 1


async def test_what_was_never_accepted_is_neither_withdrawn_nor_restored(
    storage: Storage, library: Library
) -> None:
    async with storage.work() as work:
        sent = await suggestions.send(work, GUILD, MINA, SHORT, now=NOON)
        open_still = await suggestions.withdraw(work, GUILD, sent.number, CHIEF, now=NOON)
        await suggestions.decline(work, GUILD, sent.number, CHIEF, now=NOON)
        declined = await suggestions.restore(work, GUILD, sent.number, CHIEF, now=NOON)

        assert not open_still.is_new
        assert not declined.is_new
        assert declined.case.state is CaseState.DECLINED
        assert (await suggestions.libraries_of(work, library, [GUILD]))[GUILD] == library


async def test_an_item_of_another_server_can_be_neither_withdrawn_nor_restored(
    storage: Storage, library: Library
) -> None:
    number = await take(storage, library, SHORT)
    async with storage.work() as work:
        for change in (suggestions.withdraw, suggestions.restore):
            with pytest.raises(CaseGone):
                await change(work, ELSEWHERE, number, CHIEF, now=NOON)
