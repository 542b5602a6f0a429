"""Taking answers, on both databases: the first counts, a closed item takes none."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.content.model import ItemKind, Text
from bot.discord_ui.refusals import OldButton
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts.wallclock import Weekly
from bot.quiz import answering, service
from bot.quiz.answering import Try
from bot.quiz.model import (
    Answered,
    AskedClosed,
    AskedGone,
    AskedItem,
    AskedState,
    Given,
    NotAnswered,
    Sureness,
)
from bot.quiz.schedule import Schedule
from bot.quiz.snapshot import Option, Snapshot
from bot.quiz.store import answers, asked, schedules
from bot.quiz.tally import tally
from bot.storage.batch import Batch
from bot.storage.work import Storage

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUILD, ELSEWHERE = GuildId(1), GuildId(2)
MINA, JUN = MemberId(10), MemberId(11)
EVERY_DAY = Weekly(frozenset(range(7)), time(21))
SNAPSHOT = Snapshot(
    item="kernel-job",
    topic="os",
    kind=ItemKind.SINGLE,
    stem=Text("커널은?"),
    explanation=Text("그래서요."),
    concept=5,
    concept_title=Text("커널"),
    source=Text("노트"),
    options=(Option(1, Text("나"), False, Text("아니에요.")), Option(0, Text("가"), True)),
)
RIGHT, WRONG = Given(frozenset({0})), Given(frozenset({1}))


async def ask(storage: Storage, guild: GuildId = GUILD) -> int:
    """Store a schedule with one open item; return the item's number."""
    async with storage.work() as work:
        schedule = await schedules.add(
            work, Schedule(0, guild, ChannelId(3), MINA, EVERY_DAY, "Asia/Seoul")
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
        [number] = await asked.add(work, [item])
        await work.commit()
    return number


async def close(storage: Storage) -> None:
    async with storage.work() as work:
        await asked.close_over(work, NOON + timedelta(days=1), 10)
        await work.commit()


def press(
    number: int, member: MemberId = MINA, given: Given = RIGHT, guild: GuildId = GUILD
) -> Try:
    return Try(guild, number, member, given, NOON)


async def take(storage: Storage, *tries: Try) -> Sequence[object]:
    async with storage.work() as work:
        outcomes = await answering.take(work, tries)
        await work.commit()
    return outcomes


async def test_the_first_answer_counts(storage: Storage) -> None:
    number = await ask(storage)

    [first] = await take(storage, press(number, given=WRONG))
    [again] = await take(storage, press(number, given=RIGHT))

    assert isinstance(first, Answered)
    assert isinstance(again, Answered)
    assert (first.is_new, again.is_new) == (True, False)
    assert again.answer.given == WRONG
    assert not again.verdict.is_right
    assert again.verdict.reasons == (Text("아니에요."),)


async def test_of_two_presses_in_one_batch_the_first_counts(storage: Storage) -> None:
    number = await ask(storage)

    outcomes = await take(
        storage, press(number, given=WRONG), press(number, given=RIGHT), press(number, JUN)
    )

    taken = [each for each in outcomes if isinstance(each, Answered)]
    assert [each.is_new for each in taken] == [True, False, True]
    assert [each.answer.given for each in taken] == [WRONG, WRONG, RIGHT]


async def test_a_closed_item_takes_no_answer_but_shows_the_one_it_has(storage: Storage) -> None:
    number = await ask(storage)
    await take(storage, press(number))
    await close(storage)

    mine, late = await take(storage, press(number, given=WRONG), press(number, JUN))

    assert isinstance(mine, Answered)
    assert mine.answer.given == RIGHT
    assert isinstance(late, AskedClosed)


async def test_no_press_reaches_into_another_server(storage: Storage) -> None:
    here, there = await ask(storage), await ask(storage, ELSEWHERE)

    outcomes = await take(storage, press(here), press(there), press(here, guild=ELSEWHERE))

    assert isinstance(outcomes[0], Answered)
    assert isinstance(outcomes[1], AskedGone)
    assert isinstance(outcomes[2], AskedGone)


async def test_a_forged_choice_and_an_unknown_item_are_refused_and_harm_nobody(
    storage: Storage,
) -> None:
    number = await ask(storage)

    outcomes = await take(
        storage,
        press(number, given=Given(frozenset({9}))),
        press(number + 1000),
        press(number, JUN),
    )

    assert [type(each) for each in outcomes] == [OldButton, AskedGone, Answered]


async def test_a_thousand_members_are_stored_once_each_though_all_press_twice(
    storage: Storage,
) -> None:
    import asyncio

    number = await ask(storage)
    batch: Batch[Try, Answered] = Batch(storage, answering.take)
    presses = [press(number, MemberId(100 + each)) for each in range(1000)] * 2

    taken = await asyncio.gather(*[batch.add(each) for each in presses])

    assert sum(each.is_new for each in taken) == 1000
    async with storage.reading() as work:
        assert await answers.count(work, GUILD, number) == 1000


async def test_an_answer_before_it_is_given_is_told_to_be_missing(storage: Storage) -> None:
    number = await ask(storage)

    async with storage.reading() as work:
        with pytest.raises(NotAnswered):
            await answering.mine(work, GUILD, number, MINA)
        with pytest.raises(AskedGone):
            await answering.mine(work, ELSEWHERE, number, MINA)
    await close(storage)
    async with storage.reading() as work:
        with pytest.raises(AskedClosed):
            await answering.mine(work, GUILD, number, MINA)


async def test_how_sure_one_was_is_kept_and_the_last_word_counts(storage: Storage) -> None:
    number = await ask(storage)
    await take(storage, press(number))

    for said in (Sureness.GUESS, Sureness.SURE):
        async with storage.work() as work:
            await answering.tell_sureness(work, GUILD, number, MINA, said)
            await work.commit()

    async with storage.reading() as work:
        answered = await answering.mine(work, GUILD, number, MINA)
        kept = await service.answers_of(work, GUILD, MINA, since=NOON)
    assert answered.answer.sureness is Sureness.SURE
    assert [each.sureness for each in kept] == [Sureness.SURE]


async def test_the_closing_counts_every_answer_and_closes_once(storage: Storage) -> None:
    number = await ask(storage)
    await take(storage, press(number), press(number, JUN, WRONG))

    async with storage.work() as work:
        [item] = await asked.close_over(work, NOON + timedelta(days=1), 10)
        counted = await answers.counted(work, [item.number])
        await asked.note_counts(work, {item: tally(item.snapshot, counted[item.number])})
        await work.commit()
    async with storage.work() as work:
        again = await asked.close_over(work, NOON + timedelta(days=2), 10)
        kept = await answering.item_of(work, GUILD, number)
        past = await asked.past(work, {GUILD})

    assert again == []
    assert (kept.answers, kept.right, kept.state) == (2, 1, AskedState.CLOSED)
    assert (past[GUILD]["kernel-job"].answers, past[GUILD]["kernel-job"].right) == (2, 1)


async def test_the_days_item_is_the_open_one_else_ones_own_answer(storage: Storage) -> None:
    number = await ask(storage)

    async with storage.reading() as work:
        waiting = await service.today(work, GUILD, [MINA], now=NOON)
        elsewhere = await service.today(work, ELSEWHERE, [MINA], now=NOON)
    await take(storage, press(number))
    async with storage.reading() as work:
        now = await service.today(work, GUILD, [MINA, JUN], now=NOON)
        later = await service.today(work, GUILD, [MINA], now=NOON + timedelta(days=8))

    item, mine = waiting[MINA], now[MINA]
    assert isinstance(item, AskedItem)
    assert item.number == number
    assert isinstance(mine, Answered)
    assert now[JUN] == item
    assert (elsewhere, later) == ({MINA: None}, {MINA: None})
