"""What is kept of reviews, on both databases; each server by itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

import pytest
from sqlalchemy import event

from bot.content.library import Library
from bot.content.reader import read
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts.wallclock import Weekly
from bot.quiz import service as quiz
from bot.quiz.journal import QuizDay, Score
from bot.quiz.model import Answer, AskedItem, AskedState, Given, Sureness
from bot.quiz.schedule import Schedule
from bot.quiz.snapshot import Snapshot
from bot.quiz.store import answers, asked, schedules
from bot.review import reminding, service, standing
from bot.review.board import Span
from bot.review.model import Mode, RunOver, Turn, TurnGone
from bot.review.reminder import ReminderGone
from bot.review.reminders import Reminders
from bot.review.store import cards, reminders
from bot.storage.work import Storage, Work
from tests.support.group import CONTENT

GUILD, OTHER = GuildId(10), GuildId(20)
MINA, JUN = MemberId(1), MemberId(2)
NOW = datetime(2026, 1, 8, 3, tzinfo=UTC)
DAY = timedelta(days=1)
TODAY = date(2026, 1, 8)


@cache
def library() -> Library:
    return read(CONTENT)


def item_id(number: int) -> str:
    return library().items[number].id


async def ask(
    work: Work,
    number: int,
    *,
    guild: GuildId = GUILD,
    day: date = TODAY,
    state: AskedState = AskedState.CLOSED,
    hides: bool = False,
) -> int:
    """Ask the item ``number`` of the notes on ``day``."""
    blank = Schedule(
        0, guild, ChannelId(3), MemberId(9), Weekly(frozenset({0}), time(9)), "Asia/Seoul"
    )
    kept = await schedules.add(work, blank)
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    item = AskedItem(
        number=0,
        guild=guild,
        schedule=kept.number,
        day=day,
        part=0,
        channel=ChannelId(3),
        snapshot=Snapshot.of(library().items[number], library(), 0),
        state=AskedState.OPEN,
        hides_verdict=hides,
        due=at,
        closes_at=at + DAY,
    )
    (asked_number,) = await asked.add(work, [item])
    if state is AskedState.CLOSED:
        await asked.close_of(work, [kept.number], at + DAY)
    return asked_number


async def answer(
    work: Work,
    number: int,
    item: int,
    *,
    right: bool,
    member: MemberId = MINA,
    guild: GuildId = GUILD,
    at: datetime = NOW - DAY,
) -> None:
    """Give an answer to the asked item ``number``, which asks the item ``item`` of the notes."""
    given = Given(frozenset({0}))
    await answers.add(work, [Answer(number, guild, member, item_id(item), given, right, at)])


async def due_items(work: Work, now: datetime = NOW, member: MemberId = MINA) -> int:
    return await service.due_count(work, library(), GUILD, member, now=now)


async def test_a_missed_item_is_due_the_next_day_for_its_member_in_its_server(
    storage: Storage,
) -> None:
    async with storage.work() as work:
        number = await ask(work, 0, day=TODAY - DAY)
        await answer(work, number, 0, right=False)

        assert await due_items(work) == 1
        assert await due_items(work, member=JUN) == 0
        assert await service.due_count(work, library(), OTHER, MINA, now=NOW) == 0
        assert await due_items(work, NOW - DAY) == 0


async def test_a_word_about_sureness_that_comes_later_is_taken_in(storage: Storage) -> None:
    async with storage.work() as work:
        number = await ask(work, 0, day=TODAY - DAY)
        await answer(work, number, 0, right=True)
        assert await due_items(work) == 0

        await answers.keep_sureness(work, GUILD, number, MINA, Sureness.GUESS)

        assert await due_items(work) == 1


async def test_a_hidden_verdict_is_taken_in_after_closing(storage: Storage) -> None:
    async with storage.work() as work:
        number = await ask(work, 0, day=TODAY - DAY, state=AskedState.OPEN, hides=True)
        await answer(work, number, 0, right=False)
        assert await due_items(work) == 0

        await asked.close_over(work, NOW, 10)

        assert await due_items(work) == 1


async def test_what_is_open_and_unanswered_is_not_due(storage: Storage) -> None:
    async with storage.work() as work:
        before = await ask(work, 0, day=TODAY - DAY)
        await answer(work, before, 0, right=False)

        await ask(work, 0, state=AskedState.OPEN)

        assert await due_items(work) == 0


async def test_a_round_goes_from_item_to_item_to_its_end(storage: Storage) -> None:
    async with storage.work() as work:
        for item in (0, 1):
            number = await ask(work, item, day=TODAY - DAY)
            await answer(work, number, item, right=False)
        first = await service.begin_review(work, library(), GUILD, MINA, now=NOW)
        assert (first.run.mode, first.run.length) == (Mode.REVIEW, 2)
        await take_right(work, first)
        second = await service.go_on(work, library(), GUILD, MINA, first.number, now=NOW)
        again = await service.go_on(work, library(), GUILD, MINA, first.number, now=NOW)
        assert isinstance(second, Turn)
        assert again == second
        assert second.snapshot.item != first.snapshot.item
        await take_right(work, second)

        over = await service.go_on(work, library(), GUILD, MINA, second.number, now=NOW)

        assert over == RunOver(first.run, 2, 2, 0)
        await work.commit()


async def take_right(work: Work, turn: Turn) -> None:
    key = turn.snapshot.key
    given = Given(turn.snapshot.keys) if key is None else Given(text=key.ko)
    answered = await service.answer(work, GUILD, MINA, turn.number, given, now=NOW)
    assert answered.verdict.is_right


async def test_a_turn_belongs_to_its_member_in_its_server(storage: Storage) -> None:
    async with storage.work() as work:
        turn = await service.begin_practice(work, library(), GUILD, MINA, now=NOW)

        for guild, member in ((OTHER, MINA), (GUILD, JUN)):
            with pytest.raises(TurnGone):
                await service.turn_of(work, guild, member, turn.number)


async def test_practice_takes_up_the_item_that_waits(storage: Storage) -> None:
    async with storage.work() as work:
        turn = await service.begin_practice(work, library(), GUILD, MINA, now=NOW)

        assert await service.begin_practice(work, library(), GUILD, MINA, now=NOW) == turn


async def test_how_sure_one_was_of_a_turn_grades_it_anew(storage: Storage) -> None:
    async with storage.work() as work:
        turn = await service.begin_practice(work, library(), GUILD, MINA, now=NOW)
        await take_right(work, turn)
        known = await cards.one(work, GUILD, MINA, turn.snapshot.item)
        await service.tell_sureness(work, GUILD, MINA, turn.number, Sureness.GUESS)

        guessed = await cards.one(work, GUILD, MINA, turn.snapshot.item)

        assert known is not None
        assert guessed is not None
        assert guessed.memory.due == TODAY + DAY < known.memory.due


async def test_the_journal_tells_what_about_and_whether_it_may_be_told(storage: Storage) -> None:
    async with storage.work() as work:
        number = await ask(work, 0, state=AskedState.OPEN, hides=True)
        await answer(work, number, 0, right=True)

        (entry,) = (await quiz.entries_of(work, [(GUILD, MINA)]))[GUILD, MINA]

        snapshot = Snapshot.of(library().items[0], library(), 0)
        assert (entry.item, entry.topic, entry.concept, entry.concept_title) == (
            snapshot.item,
            snapshot.topic,
            snapshot.concept,
            snapshot.concept_title,
        )
        assert (entry.asked, entry.day, entry.is_right, entry.is_told) == (
            number,
            TODAY,
            True,
            False,
        )
        assert await quiz.entries_of(work, [(OTHER, MINA)]) == {(OTHER, MINA): []}


async def test_quiz_days_are_the_servers_own_without_what_was_missed(storage: Storage) -> None:
    async with storage.work() as work:
        await ask(work, 0, day=TODAY - 2 * DAY)
        missed = await ask(work, 1, day=TODAY - DAY, state=AskedState.OPEN)
        await asked.end(work, [(GUILD, missed)], AskedState.MISSED)
        await ask(work, 2, state=AskedState.OPEN)
        await ask(work, 2, guild=OTHER, day=TODAY - 3 * DAY)

        assert await quiz.quiz_days(work, GUILD) == [
            QuizDay(TODAY - 2 * DAY, is_open=False),
            QuizDay(TODAY, is_open=True),
        ]


async def test_the_leaderboard_counts_told_answers_of_the_span(storage: Storage) -> None:
    async with storage.work() as work:
        for day, right in ((TODAY, True), (TODAY - DAY, False), (TODAY - 7 * DAY, True)):
            number = await ask(work, 0, day=day)
            await answer(work, number, 0, right=right)
            await answer(work, number, 0, right=True, member=JUN)
        hidden = await ask(work, 1, state=AskedState.OPEN, hides=True)
        await answer(work, hidden, 1, right=True)
        await standing.be_seen(work, GUILD, MINA, seen=True, now=NOW)
        await standing.be_seen(work, GUILD, MINA, seen=True, now=NOW)

        week = await standing.leaderboard(work, GUILD, JUN, Span.WEEK, now=NOW)
        month = await standing.leaderboard(work, GUILD, MINA, Span.MONTH, now=NOW)
        await standing.be_seen(work, GUILD, MINA, seen=False, now=NOW)
        left = await standing.leaderboard(work, GUILD, MINA, Span.WEEK, now=NOW)

        assert [(each.member, each.score) for each in week.ranked] == [(MINA, Score(2, 1))]
        assert [each.score for each in month.ranked] == [Score(3, 2)]
        assert (week.is_mine, month.is_mine) == (False, True)
        assert left.ranked == ()


async def test_a_reminder_is_its_members_alone(storage: Storage) -> None:
    async with storage.work() as work:
        made = await reminding.remind(work, GUILD, MINA, 20, now=NOW)
        with pytest.raises(ReminderGone):
            await reminding.stop_own(work, made.number, JUN)
        with pytest.raises(ReminderGone):
            await reminding.stop(work, OTHER, MINA)

        await reminding.stop_own(work, made.number, MINA)

        kept = await reminding.reminder(work, GUILD, MINA)
        assert kept == replace(made, coming=None)
        assert await reminders.earliest(work) is None


async def test_only_due_reminders_are_found_the_longest_due_first(storage: Storage) -> None:
    async with storage.work() as work:
        late = await reminding.remind(work, GUILD, MINA, 21, now=NOW)
        soon = await reminding.remind(work, OTHER, JUN, 20, now=NOW)

        assert soon.coming is not None
        assert await reminders.earliest(work) == soon.coming.at
        assert await reminders.due(work, NOW, 10) == []
        found = await reminders.due(work, NOW + timedelta(hours=12), 10)
        assert [each.number for each in found] == [soon.number, late.number]


async def test_a_batch_of_reminders_costs_the_same_number_of_queries_whatever_its_size(
    storage: Storage,
) -> None:
    counts = []
    for members in (1, 20):
        async with storage.work() as work:
            number = await ask(work, members, day=TODAY - DAY)
            for member in map(MemberId, range(members)):
                await answer(work, number, members, right=False, member=member)
                await reminding.remind(work, GUILD, member, 20, now=NOW)
            with counted_queries(storage) as queries:
                claims = await Reminders(library).due(work, NOW + timedelta(hours=9), 500)
        assert len(claims) == members
        assert claims[0].snapshot == {"due": 1, "asked": 0, "language": None}
        counts.append(len(queries))

    assert counts[0] == counts[1]


@contextmanager
def counted_queries(storage: Storage) -> Iterator[list[str]]:
    """Gather the statements that are sent meanwhile."""
    sent: list[str] = []

    def note(*arguments: Any) -> None:
        sent.append(arguments[2])

    event.listen(storage.engine.sync_engine, "before_cursor_execute", note)
    yield sent
    event.remove(storage.engine.sync_engine, "before_cursor_execute", note)
