"""Rounds in the store, on both databases: claimed once, in a constant number of queries."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

from bot.content.library import Library
from bot.content.reader import read
from bot.ids import ChannelId, GuildId, MemberId, MessageId
from bot.posts import service as posts
from bot.posts.model import Claim
from bot.quiz.answering import Try, take
from bot.quiz.kinds import ROUND_KIND, ROUND_TABLE_KIND
from bot.quiz.model import Answered, AskedClosed, AskedState, Given
from bot.quiz.rounds import service, store
from bot.quiz.rounds.claims import START_KIND
from bot.quiz.rounds.model import Ending, Phase, Round, RoundRunning
from bot.quiz.rounds.phases import BREATH, LEAD
from bot.quiz.rounds.service import Rounds
from bot.quiz.rounds.values import Wish
from bot.quiz.store import asked
from bot.storage.upgrade import downgrade, upgrade
from bot.storage.work import Storage
from tests.quiz.notes import MULTIPLE, SINGLE, notes_in

NOON = datetime(2026, 1, 3, 3, tzinfo=UTC)
SPAN = timedelta(seconds=30)
RIGHT, WRONG = Given(frozenset({0})), Given(frozenset({1}))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return read(notes_in(tmp_path_factory.mktemp("content"), SINGLE, MULTIPLE))


@pytest.fixture
def rounds(library: Library) -> Rounds:
    return Rounds(lambda: library)


def wish(guild: int = 1, **other: Any) -> Wish:
    return Wish(GuildId(guild), ChannelId(guild * 10), MemberId(2), seconds=30, **other)


async def started(storage: Storage, rounds: Rounds, guild: int = 1) -> Round:
    async with storage.work() as work:
        found = await rounds.start(work, wish(guild), now=NOON)
        await work.commit()
    return found


async def pass_at(storage: Storage, rounds: Rounds, now: datetime) -> Sequence[Claim]:
    """Let the clock do its part, and have everything that it posts arrive."""
    async with storage.work() as work:
        claims = await rounds.pass_due(work, now, 500)
        for post in await posts.claim(work, claims):
            await posts.adopt(work, post.claim.guild, post.id, MessageId(1000 + post.id))
        await work.commit()
    return claims


async def give(storage: Storage, number: int, member: int, given: Given) -> object:
    async with storage.work() as work:
        [outcome] = await take(work, [Try(GuildId(1), number, MemberId(member), given, NOON)])
        await work.commit()
    return outcome


async def test_a_round_goes_from_its_start_to_its_table(storage: Storage, rounds: Rounds) -> None:
    begun = await started(storage, rounds)
    nothing = await pass_at(storage, rounds, NOON + LEAD - timedelta(seconds=1))
    [first] = await pass_at(storage, rounds, NOON + LEAD)
    taken = await give(storage, first.subject, 7, RIGHT)
    doubled = await give(storage, first.subject, 7, WRONG)
    closed = await pass_at(storage, rounds, NOON + LEAD + SPAN)
    late = await give(storage, first.subject, 8, RIGHT)
    [second] = await pass_at(storage, rounds, NOON + LEAD + SPAN + BREATH)
    [table] = await pass_at(storage, rounds, NOON + LEAD + 2 * SPAN + BREATH)

    assert nothing == []
    assert first.kind == second.kind == ROUND_KIND
    assert isinstance(taken, Answered)
    assert taken.is_new
    assert isinstance(doubled, Answered)
    assert not doubled.is_new
    assert not doubled.asked.tells_verdict
    assert closed == []
    assert isinstance(late, AskedClosed)
    assert table.kind == ROUND_TABLE_KIND
    assert [row[:2] for row in table.snapshot["rows"]] == [[1, 7]]
    async with storage.reading() as work:
        items = await asked.of_round(work, GuildId(1), begun.number)
        state = await service.state_of(work, GuildId(1), begun.number)
        daily = await asked.latest(work, GuildId(1), 10)
        elsewhere = await asked.of_round(work, GuildId(2), begun.number)
    assert [item.state for item in items] == [AskedState.CLOSED, AskedState.CLOSED]
    assert [item.answers for item in items] == [1, 0]
    assert state.round.ending is Ending.DONE
    assert [row.score.member for row in state.rows] == [7]
    assert daily == elsewhere == []


async def test_one_round_runs_in_a_channel_and_the_next_after_it(
    storage: Storage, rounds: Rounds
) -> None:
    begun = await started(storage, rounds)

    async with storage.work() as work:
        with pytest.raises(RoundRunning):
            await rounds.start(work, wish(), now=NOON)
        doubled = await store.add(work, begun)
        await rounds.stop(work, GuildId(1), begun.number, now=NOON)
        following = await rounds.start(work, wish(), now=NOON + SPAN)
        await work.commit()

    assert doubled is None
    assert following.number != begun.number


async def test_a_post_that_does_not_stand_is_waited_for(storage: Storage, rounds: Rounds) -> None:
    begun = await started(storage, rounds)
    async with storage.work() as work:
        claims = await rounds.pass_due(work, NOON + LEAD, 500)
        [post] = await posts.claim(work, claims)
        await work.commit()
    await pass_at(storage, rounds, NOON + LEAD + SPAN)
    async with storage.work() as work:
        waiting = await store.one(work, GuildId(1), begun.number)
        await posts.adopt(work, GuildId(1), post.id, MessageId(5))
        await work.commit()
    stands = NOON + LEAD + SPAN + timedelta(seconds=40)
    await pass_at(storage, rounds, stands)

    async with storage.reading() as work:
        asking = await store.one(work, GuildId(1), begun.number)
    assert waiting is not None
    assert waiting.phase is Phase.UNSENT
    assert asking is not None
    assert asking.until == stands + SPAN


async def test_a_round_that_discord_refuses_ends_and_marks_nothing_as_asked(
    storage: Storage, rounds: Rounds
) -> None:
    begun = await started(storage, rounds)
    async with storage.work() as work:
        claims = await rounds.pass_due(work, NOON + LEAD, 500)
        await posts.claim(work, claims)
        first = await rounds.give_up(work, GuildId(1), begun.number, now=NOON + LEAD)
        again = await rounds.give_up(work, GuildId(1), begun.number, now=NOON + LEAD)
        [item] = await asked.of_round(work, GuildId(1), begun.number)
        past = await asked.past(work, [GuildId(1)])
        await work.commit()

    assert first
    assert not again
    assert item.state is AskedState.MISSED
    assert past == {1: {}}


async def statements_of(storage: Storage, library: Library, guilds: range) -> list[int]:
    """Play a round in each of ``guilds``; return how many statements each step took."""
    rounds = Rounds(lambda: library)
    for guild in guilds:
        await started(storage, rounds, guild)
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    counts = []
    for step in (LEAD, LEAD + SPAN, LEAD + SPAN + BREATH, LEAD + 2 * SPAN + BREATH):
        sent.clear()
        event.listen(storage.engine.sync_engine, "before_cursor_execute", note)
        async with storage.work() as work:
            claims = await rounds.pass_due(work, NOON + step, 500)
            event.remove(storage.engine.sync_engine, "before_cursor_execute", note)
            for post in await posts.claim(work, claims):
                await posts.adopt(work, post.claim.guild, post.id, MessageId(post.id))
            await work.commit()
        # A zone is a server's own, and looked up by its server.
        counts.append(len([each for each in sent if "quiz_" in each or "post" in each]))
    return counts


async def test_the_number_of_statements_does_not_grow_with_the_rounds(
    storage: Storage, library: Library
) -> None:
    one = await statements_of(storage, library, range(1, 2))
    many = await statements_of(storage, library, range(2, 12))

    assert many == one
    async with storage.reading() as work:
        assert await store.earliest(work) is None


async def test_a_posts_link_leads_to_the_item_that_is_asked(
    storage: Storage, rounds: Rounds
) -> None:
    begun = await started(storage, rounds)
    async with storage.reading() as work:
        nowhere = await service.link_to(work, begun)
    async with storage.work() as work:
        [start] = await posts.posts_of(work, GuildId(1), START_KIND, begun.number)
        await posts.adopt(work, GuildId(1), start.id, MessageId(77))
        await work.commit()
    async with storage.reading() as work:
        opening = await service.link_to(work, begun)
    [item] = await pass_at(storage, rounds, NOON + LEAD)
    async with storage.reading() as work:
        message = await posts.messages_of(work, ROUND_KIND, [(GuildId(1), item.subject)])
        asking = await service.link_to(work, begun)

    assert nowhere == "<#10>"
    assert opening == "https://discord.com/channels/1/10/77"
    assert asking == f"https://discord.com/channels/1/10/{message[item.subject]}"


BEFORE = """
INSERT INTO quiz_schedule (id, guild_id, channel_id, member_id, rule, zone, skips, items,
hides_verdict, digest, state)
VALUES (1, 1, 10, 2, 'weekly', 'UTC', '[]', 1, false, false, 'running');
INSERT INTO quiz_asked (id, guild_id, schedule_id, day, part, channel_id, item, snapshot,
hides_verdict, state, due, closes_at)
VALUES (5, 1, 1, '2026-01-03', 0, 10, 'kernel-job', '{}', false, 'open',
'2026-01-03 03:00:00', '2026-01-04 03:00:00');
INSERT INTO quiz_answer (id, guild_id, asked_id, member_id, item, given, is_right, answered_at)
VALUES (9, 1, 5, 7, 'kernel-job', '0', true, '2026-01-03 03:01:00');
INSERT INTO quiz_appeal (id, guild_id, asked_id, member_id, item, given, alias, sentence, sent_at,
state)
VALUES (4, 1, 5, 7, 'kernel-job', '0', '0', 's', '2026-01-03 03:02:00', 'open');
INSERT INTO quiz_remarked (guild_id, member_id, asked_id) VALUES (1, 7, 5)
"""


async def test_the_step_to_rounds_and_back_loses_no_answer(database_url: str) -> None:
    tables = ("quiz_asked", "quiz_answer", "quiz_appeal", "quiz_remarked")
    kept: list[list[int]] = []
    async with Storage(database_url) as storage:
        await upgrade(storage.engine, "0005")
        async with storage.engine.begin() as connection:
            for statement in BEFORE.split(";"):
                await connection.exec_driver_sql(statement)
        for move, revision in ((upgrade, "0006"), (downgrade, "0005"), (upgrade, "0006")):
            await move(storage.engine, revision)
            async with storage.engine.connect() as connection:
                kept.append(
                    [
                        await connection.scalar(text(f"SELECT count(*) FROM {name}")) or 0
                        for name in tables
                    ]
                )

    assert kept == [[1, 1, 1, 1]] * 3
