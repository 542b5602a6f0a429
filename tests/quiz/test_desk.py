"""Appeals and suggestions, on both databases: decided once, for everybody, in one server."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.content.library import Library
from bot.content.model import ItemKind, Text
from bot.content.reader import check, read
from bot.ids import ChannelId, GuildId, MemberId
from bot.inbox.model import Waiting
from bot.posts.wallclock import Weekly
from bot.quiz import answering, service
from bot.quiz.answering import Try
from bot.quiz.desk import appeals, inbox, suggestions
from bot.quiz.desk.forms import draft_in
from bot.quiz.desk.model import (
    MAX_WAITING,
    CaseGone,
    CaseKind,
    CaseState,
    Draft,
    DraftKind,
    EmptyAppeal,
    NothingToAppeal,
    NothingToExport,
    TooManyWaiting,
    UnfitDraft,
    UnknownConcept,
)
from bot.quiz.model import Answered, AskedItem, AskedState, Given
from bot.quiz.schedule import Schedule
from bot.quiz.snapshot import Snapshot
from bot.quiz.store import asked, schedules
from bot.quiz.tally import tally
from bot.storage.work import Storage
from tests.quiz.notes import SINGLE, notes_in

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUILD, ELSEWHERE = GuildId(1), GuildId(2)
MINA, JUN, SEO, CHIEF, SECOND = (MemberId(each) for each in range(10, 15))
SNAPSHOT = Snapshot(
    item="kernel-name",
    topic="os",
    kind=ItemKind.SHORT,
    stem=Text("OS의 가운데를 무엇이라고 하나요?"),
    explanation=Text("커널이에요."),
    concept=5,
    concept_title=Text("커널"),
    source=Text("노트"),
    key=Text("커널"),
    contrast=("쉘",),
)
SHORT = Draft(
    DraftKind.SHORT,
    "kernel",
    stem="OS의 알맹이는?",
    explanation="커널이라고 해요.",
    key="커널",
    accept=("kernel",),
    contrast=("쉘",),
)


async def ask(storage: Storage, guild: GuildId = GUILD, **changes: object) -> int:
    """Store a schedule with one open short-answer item; return the item's number."""
    async with storage.work() as work:
        rule = Weekly(frozenset(range(7)), time(21))
        schedule = await schedules.add(
            work, Schedule(0, guild, ChannelId(3), MINA, rule, "Asia/Seoul")
        )
        item = AskedItem(
            number=0,
            guild=guild,
            schedule=schedule.number,
            day=date(2026, 3, 2),
            part=0,
            channel=ChannelId(3),
            snapshot=SNAPSHOT,
            state=AskedState.OPEN,
            hides_verdict=False,
            due=NOON,
            closes_at=NOON + timedelta(hours=24),
        )
        [number] = await asked.add(work, [replace(item, **changes)])  # type: ignore[arg-type]
        await work.commit()
    return number


async def give(
    storage: Storage, number: int, member: MemberId, text: str, guild: GuildId = GUILD
) -> Answered:
    """Answer; return what the member is told."""
    async with storage.work() as work:
        [told] = await answering.take(work, [Try(guild, number, member, Given(text=text), NOON)])
        await work.commit()
    assert isinstance(told, Answered)
    return told


async def appeal(storage: Storage, number: int, member: MemberId, guild: GuildId = GUILD) -> int:
    """Appeal; return the appeal's number."""
    async with storage.work() as work:
        sent = await appeals.send(work, guild, number, member, "책에도 그래요", now=NOON)
        await work.commit()
    return sent.number


async def accept(storage: Storage, number: int, by: MemberId = CHIEF) -> appeals.Judged:
    """Accept an appeal."""
    async with storage.work() as work:
        judged = await appeals.accept(work, GUILD, number, by, now=NOON)
        await work.commit()
    return judged


async def is_right(storage: Storage, number: int, member: MemberId) -> bool:
    """Return whether the stored answer counts as right."""
    async with storage.reading() as work:
        return (await answering.mine(work, GUILD, number, member)).answer.is_right


async def test_an_accepted_answer_is_right_for_all_who_gave_it_and_from_then_on(
    storage: Storage,
) -> None:
    number = await ask(storage)
    for member, text in ((MINA, "중심부"), (JUN, " 중심부! "), (SEO, "창문")):
        assert not (await give(storage, number, member, text)).verdict.is_right

    judged = await accept(storage, await appeal(storage, number, MINA))

    assert (judged.is_new, judged.members) == (True, 2)
    assert await is_right(storage, number, MINA)
    assert await is_right(storage, number, JUN)
    assert not await is_right(storage, number, SEO)
    assert (await give(storage, number, CHIEF, "중심부입니다")).answer.is_right
    again = await ask(storage)
    assert (await give(storage, again, SEO, "중심부")).answer.is_right


async def test_an_accepted_contrast_is_no_contrast_in_that_server_only(storage: Storage) -> None:
    here, there = await ask(storage), await ask(storage, ELSEWHERE)
    await give(storage, here, MINA, "쉘")

    await accept(storage, await appeal(storage, here, MINA))

    assert (await give(storage, here, JUN, "쉘")).answer.is_right
    assert not (await give(storage, there, JUN, "쉘", ELSEWHERE)).answer.is_right


async def test_the_words_that_a_moderator_chose_are_taken_and_the_appellant_is_right_too(
    storage: Storage,
) -> None:
    number = await ask(storage)
    await give(storage, number, MINA, "운영체제의 중심부 아닌가")
    await give(storage, number, JUN, "정답은 중심부")
    sent = await appeal(storage, number, MINA)
    async with storage.work() as work:
        await appeals.rename(work, GUILD, sent, "중심부")
        await work.commit()

    await accept(storage, sent)

    assert await is_right(storage, number, MINA)
    assert await is_right(storage, number, JUN)


async def test_what_became_right_is_told_once_with_the_next_private_reply(
    storage: Storage,
) -> None:
    number, later = await ask(storage), await ask(storage)
    for member in (MINA, JUN):
        await give(storage, number, member, "중심부")
    await accept(storage, await appeal(storage, number, MINA))

    first = await give(storage, later, JUN, "커널")
    second = await give(storage, later, JUN, "커널")
    async with storage.work() as work:
        shown = await service.news_of(work, GUILD, MINA)
        await work.commit()

    assert [item.number for item in first.news] == [number]
    assert second.news == ()
    assert [item.number for item in shown] == [number]


async def test_news_of_a_hidden_verdict_waits_for_the_closing(storage: Storage) -> None:
    shown, hidden = await ask(storage), await ask(storage, hides_verdict=True)
    await give(storage, shown, MINA, "중심부")
    await give(storage, hidden, JUN, "중심부")
    await accept(storage, await appeal(storage, shown, MINA))

    async with storage.work() as work:
        early = await service.news_of(work, GUILD, JUN)
        await asked.close_over(work, NOON + timedelta(days=1), 10)
        late = await service.news_of(work, GUILD, JUN)
        await work.commit()

    assert (len(early), len(late)) == (0, 1)


async def test_a_closed_item_is_counted_anew(storage: Storage) -> None:
    number = await ask(storage)
    await give(storage, number, MINA, "중심부")
    await give(storage, number, JUN, "창문")
    async with storage.work() as work:
        [closed] = await asked.close_over(work, NOON + timedelta(days=1), 10)
        await asked.note_counts(work, {closed: tally(closed.snapshot, [])})
        await work.commit()

    await accept(storage, await appeal(storage, number, MINA))

    async with storage.reading() as work:
        item = await asked.one(work, GUILD, number)
    assert item is not None
    assert (item.answers, item.right) == (2, 1)


async def test_an_acceptance_settles_the_same_appeal_of_others(storage: Storage) -> None:
    number = await ask(storage)
    sent = []
    for member in (MINA, JUN):
        await give(storage, number, member, "중심부")
        sent.append(await appeal(storage, number, member))

    await accept(storage, sent[0])

    async with storage.reading() as work:
        other = await appeals.one(work, GUILD, sent[1])
    assert (other.state, other.decision and other.decision.by) == (CaseState.ACCEPTED, CHIEF)


async def test_of_two_moderators_at_once_the_second_is_told_who_decided(storage: Storage) -> None:
    number = await ask(storage)
    await give(storage, number, MINA, "중심부")
    sent = await appeal(storage, number, MINA)

    async def decline(by: MemberId) -> appeals.Judged:
        async with storage.work() as work:
            judged = await appeals.decline(work, GUILD, sent, by, now=NOON)
            await work.commit()
        return judged

    judged = await asyncio.gather(accept(storage, sent, CHIEF), decline(SECOND))

    [first] = [each for each in judged if each.is_new]
    [second] = [each for each in judged if not each.is_new]
    assert first.case.decision is not None
    assert second.case.decision == first.case.decision
    assert second.case.state is first.case.state


async def test_an_answer_at_the_same_instant_as_the_acceptance_is_right(storage: Storage) -> None:
    number = await ask(storage)
    await give(storage, number, MINA, "중심부")
    sent = await appeal(storage, number, MINA)

    await asyncio.gather(
        accept(storage, sent),
        *(give(storage, number, MemberId(100 + each), "중심부") for each in range(10)),
    )

    for each in range(10):
        assert await is_right(storage, number, MemberId(100 + each))


async def test_the_first_sentence_counts_and_an_empty_one_is_refused(storage: Storage) -> None:
    number = await ask(storage)
    await give(storage, number, MINA, "중심부")
    async with storage.work() as work:
        with pytest.raises(EmptyAppeal):
            await appeals.send(work, GUILD, number, MINA, " \n ", now=NOON)

    first = await appeal(storage, number, MINA)
    second = await appeal(storage, number, MINA)

    assert first == second


async def test_a_right_answer_and_a_hidden_verdict_leave_nothing_to_appeal(
    storage: Storage,
) -> None:
    number, hidden = await ask(storage), await ask(storage, hides_verdict=True)
    await give(storage, number, MINA, "커널")
    await give(storage, hidden, MINA, "중심부")

    for each in (number, hidden):
        async with storage.work() as work:
            with pytest.raises(NothingToAppeal):
                await appeals.send(work, GUILD, each, MINA, "맞아요", now=NOON)


async def test_a_case_of_another_server_is_not_there(storage: Storage) -> None:
    number = await ask(storage)
    await give(storage, number, MINA, "중심부")
    sent = await appeal(storage, number, MINA)
    async with storage.work() as work:
        suggested = await suggestions.send(work, GUILD, MINA, SHORT, now=NOON)
        await work.commit()

    async with storage.work() as work:
        with pytest.raises(CaseGone):
            await appeals.accept(work, ELSEWHERE, sent, CHIEF, now=NOON)
        with pytest.raises(CaseGone):
            await suggestions.decline(work, ELSEWHERE, suggested.number, CHIEF, now=NOON)
        page = await inbox.page(work, Library(), ELSEWHERE, CaseKind.APPEAL)
    assert page.case is None


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Small notes with one concept and one item."""
    return read(notes_in(tmp_path / "notes", SINGLE))


async def take(storage: Storage, library: Library, draft: Draft) -> int:
    """Suggest an item, and accept it; return its number."""
    async with storage.work() as work:
        sent = await suggestions.send(work, GUILD, MINA, draft, now=NOON)
        await suggestions.accept(work, library, GUILD, sent.number, CHIEF, now=NOON)
        await work.commit()
    return sent.number


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
