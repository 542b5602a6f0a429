"""An accepted appeal makes answers right, once, for all who gave them."""

import asyncio
from datetime import timedelta

import pytest

from bot.content.library import Library
from bot.ids import MemberId
from bot.quiz import service
from bot.quiz.desk import appeals, inbox, suggestions
from bot.quiz.desk.model import (
    CaseGone,
    CaseKind,
    CaseState,
    EmptyAppeal,
    NothingToAppeal,
)
from bot.quiz.store import asked
from bot.quiz.tally import tally
from bot.storage.work import Storage
from tests.quiz.desk import (
    CHIEF,
    ELSEWHERE,
    GUILD,
    JUN,
    MINA,
    NOON,
    SECOND,
    SEO,
    SHORT,
    accept,
    appeal,
    ask,
    give,
    is_right,
)


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
