"""What is due, on both databases: decided once, in a constant number of queries, closed in time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.content.library import Library
from bot.content.model import TopicId
from bot.content.reader import read
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts import service as posts
from bot.posts.model import Claim
from bot.posts.wallclock import Weekly
from bot.quiz.answering import Try, take
from bot.quiz.daily import DailyQuiz
from bot.quiz.digest import WeeklyDigest
from bot.quiz.model import AskedState, Given
from bot.quiz.schedule import Schedule, ScheduleState
from bot.quiz.store import asked, schedules
from bot.storage.work import Storage
from tests.quiz.notes import MULTIPLE, SINGLE, notes_in

# Thursday, 09:00 in Seoul; the quiz comes at 09:30.
THURSDAY = datetime(2026, 1, 1, tzinfo=UTC)
DUE = THURSDAY + timedelta(minutes=30)
DAY = timedelta(days=1)
RULE = Weekly(frozenset(range(7)), time(9, 30))


class Hands:
    """A clock that stands."""

    def now(self) -> datetime:
        return DUE


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return read(notes_in(tmp_path_factory.mktemp("content"), SINGLE, MULTIPLE))


@pytest.fixture
def daily(library: Library) -> DailyQuiz:
    return DailyQuiz(lambda: library, Hands())


async def plan(storage: Storage, servers: int, *, digest: bool = False) -> None:
    async with storage.work() as work:
        for guild in range(1, servers + 1):
            blank = Schedule(
                number=0,
                guild=GuildId(guild),
                channel=ChannelId(guild * 10),
                member=MemberId(2),
                rule=RULE,
                zone="Asia/Seoul",
                digest=digest,
            )
            await schedules.add(work, blank.planned(THURSDAY))
        await work.commit()


async def pass_at(
    storage: Storage, source: DailyQuiz | WeeklyDigest, now: datetime
) -> Sequence[Claim]:
    async with storage.work() as work:
        claims = await source.due(work, now, 500)
        await posts.claim(work, claims)
        await work.commit()
    return claims


async def answer(storage: Storage, number: int, *, right: bool) -> None:
    """Answer the item as one member who is right, or as another who is not."""
    async with storage.work() as work:
        item = await asked.one(work, GuildId(1), number)
        assert item is not None
        snapshot = item.snapshot
        wrong = next(option.index for option in snapshot.options if not option.is_key)
        given = Given(snapshot.keys if right else frozenset({wrong}))
        await take(work, [Try(GuildId(1), number, MemberId(77 + right), given, DUE)])
        await work.commit()


async def test_a_day_is_decided_once_whoever_asks_again(storage: Storage, daily: DailyQuiz) -> None:
    await plan(storage, 2)

    first = await pass_at(storage, daily, DUE)
    again = await pass_at(storage, daily, DUE)

    assert [claim.guild for claim in first] == [1, 2]
    assert {claim.occurrence for claim in first} == {"2026-01-01"}
    assert again == ()
    async with storage.reading() as work:
        assert await daily.earliest(work) == DUE + DAY


async def test_the_number_of_queries_does_not_grow_with_the_servers(
    storage: Storage, daily: DailyQuiz
) -> None:
    counts = []
    statements: list[str] = []
    event.listen(
        storage.engine.sync_engine,
        "before_cursor_execute",
        lambda *call: statements.append(call[2]),
    )
    for servers in (3, 60):
        await plan(storage, servers)
        statements.clear()
        async with storage.work() as work:
            await daily.due(work, DUE, 500)
            await work.commit()
        counts.append(len(statements))

    assert counts[0] == counts[1]


async def test_the_group_sees_each_item_before_one_comes_back(
    storage: Storage, daily: DailyQuiz
) -> None:
    await plan(storage, 1)

    items = []
    for day in range(2):
        [claim] = await pass_at(storage, daily, DUE + day * DAY)
        items.append(claim.snapshot["item"]["item"])

    assert sorted(items) == ["kernel-job", "kernel-parts"]


async def test_what_went_worst_comes_back_first(storage: Storage, daily: DailyQuiz) -> None:
    await plan(storage, 1)
    for day in range(2):
        [claim] = await pass_at(storage, daily, DUE + day * DAY)
        await answer(storage, claim.subject, right=day == 0)

    for day in range(2, 4):
        [claim] = await pass_at(storage, daily, DUE + day * DAY)

    async with storage.reading() as work:
        past = (await asked.past(work, {GuildId(1)}))[GuildId(1)]
    assert {item.answers for item in past.values()} == {1}
    assert sorted(item.right for item in past.values()) == [0, 1]


async def test_closing_tells_the_next_post_and_asks_the_old_one_to_be_drawn(
    storage: Storage, daily: DailyQuiz
) -> None:
    await plan(storage, 1)
    [claim] = await pass_at(storage, daily, DUE)
    await answer(storage, claim.subject, right=True)
    await answer(storage, claim.subject, right=False)

    [following] = await pass_at(storage, daily, DUE + DAY)

    assert following.snapshot["before"] == {"answers": 2, "right": 1, "url": None}
    async with storage.reading() as work:
        [post] = await posts.posts_of(work, GuildId(1), "quiz", claim.subject)
    assert post.redraw == 1


async def test_after_an_outage_each_day_is_decided_and_the_late_ones_close_nothing(
    storage: Storage, daily: DailyQuiz
) -> None:
    await plan(storage, 1)
    back = DUE + 2 * DAY + timedelta(hours=1)

    days = []
    while claims := await pass_at(storage, daily, back):
        days += [(claim.occurrence, back > claim.send_by) for claim in claims]

    assert days == [("2026-01-01", True), ("2026-01-02", True), ("2026-01-03", False)]


async def test_a_schedule_without_items_pauses_and_its_maker_is_told_once(
    storage: Storage, tmp_path: Path
) -> None:
    empty = read(notes_in(tmp_path / "content", "[]\n"))
    daily = DailyQuiz(lambda: empty, Hands())
    await plan(storage, 1)

    assert await pass_at(storage, daily, DUE) == []

    async with storage.reading() as work:
        [schedule] = await schedules.of_guild(work, GuildId(1))
        notices = await posts.posts_of(work, GuildId(1), "notice", schedule.number)
    assert schedule.state is ScheduleState.PAUSED
    assert [post.claim.snapshot["words"] for post in notices] == ["notice-quiz-no-items"]


async def test_the_look_back_tells_a_weeks_items_and_passes_over_an_empty_week(
    storage: Storage, daily: DailyQuiz
) -> None:
    await plan(storage, 2, digest=True)
    for claim in await pass_at(storage, daily, DUE):
        if claim.guild == 1:
            await answer(storage, claim.subject, right=True)
    await pass_at(storage, daily, DUE + DAY)
    sunday = datetime(2026, 1, 4, 10, tzinfo=UTC)

    claims = await pass_at(storage, WeeklyDigest(), sunday)
    again = await pass_at(storage, WeeklyDigest(), sunday)

    assert [(claim.guild, len(claim.snapshot["items"])) for claim in claims] == [(1, 1)]
    assert claims[0].silent
    assert again == ()


async def test_an_item_that_is_closed_stays_closed(storage: Storage, daily: DailyQuiz) -> None:
    await plan(storage, 1)
    [claim] = await pass_at(storage, daily, DUE)
    await pass_at(storage, daily, DUE + DAY)

    async with storage.work() as work:
        await asked.end(work, [(GuildId(1), claim.subject)], AskedState.MISSED)
        item = await asked.one(work, GuildId(1), claim.subject)

    assert item is not None
    assert item.state is AskedState.CLOSED


async def test_a_note_without_items_does_not_stop_the_quiz_from_the_newest_note(
    storage: Storage, library: Library
) -> None:
    [topic] = library.topics
    brought = replace(topic, id=TopicId("brought-yesterday"), order=topic.order + 1)
    await plan(storage, 1)

    [claim] = await pass_at(
        storage,
        DailyQuiz(lambda: replace(library, topics=(*library.topics, brought)), Hands()),
        DUE,
    )

    assert claim.snapshot["item"]["item"] in {item.id for item in library.items}


MINUTE = timedelta(minutes=1)
CLOCKS = {
    "set back an hour": (0, -60, -59, -1, 0, 1),
    "an hour fast, then set right": (-40, 20, -30, 0, 30),
    "set back past midnight": (0, -600, -1, 0, 1),
}


@pytest.mark.parametrize("minutes", CLOCKS.values(), ids=CLOCKS)
async def test_whatever_the_machines_clock_does_a_day_is_asked_once(
    storage: Storage, daily: DailyQuiz, minutes: Sequence[int]
) -> None:
    await plan(storage, 1)

    claims = [
        claim
        for minute in minutes
        for claim in await pass_at(storage, daily, DUE + minute * MINUTE)
    ]
    claims += await pass_at(storage, daily, DUE + DAY)

    assert [claim.occurrence for claim in claims] == ["2026-01-01", "2026-01-02"]


async def test_after_a_day_asleep_the_slept_day_is_missed_and_the_present_one_asked(
    storage: Storage, daily: DailyQuiz
) -> None:
    await plan(storage, 1)
    await pass_at(storage, daily, DUE)
    awake = DUE + timedelta(hours=50)

    claims = [
        claim
        for hours in range(3)
        for claim in await pass_at(storage, daily, awake + timedelta(hours=hours))
    ]

    slept, present = claims
    assert (slept.occurrence, present.occurrence) == ("2026-01-02", "2026-01-03")
    # The ledger sends nothing after its grace: it is told as missed.
    assert slept.due + slept.grace < awake < present.due + present.grace
