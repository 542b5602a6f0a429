"""The scheduler: claims what is due, sleeps in between, and settles what a crash left."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.ids import ChannelId, MessageId
from bot.posts import scheduler as module
from bot.posts import service
from bot.posts.model import State
from bot.storage.work import StorageBusy
from tests.posts.parts import Parts
from tests.posts.posts import CHANNEL, GUILD, NOON, claim

HOUR = timedelta(hours=1)


@asynccontextmanager
async def running(parts: Parts) -> AsyncIterator[None]:
    parts.scheduler.start()
    try:
        yield
    finally:
        await parts.scheduler.stop()


async def until(found: Callable[[], bool]) -> None:
    """Wait until ``found`` is so."""
    async with asyncio.timeout(10):
        while not found():  # noqa: ASYNC110 - nothing to wait on
            await asyncio.sleep(0.005)


async def until_asleep(parts: Parts) -> None:
    """Wait until there is nothing to do."""
    await until(lambda: parts.scheduler.asleep)


async def test_what_is_due_is_claimed_and_sent(parts: Parts) -> None:
    parts.plan.planned = [claim(), claim(occurrence="later", due=NOON + HOUR)]
    async with running(parts):
        await until_asleep(parts)

    assert parts.channels.words() == ["안녕"]
    assert len(parts.plan.planned) == 1


async def test_a_wake_makes_it_look_at_once(parts: Parts) -> None:
    async with running(parts):
        await until_asleep(parts)
        await parts.claim(claim())
        parts.scheduler.wake()
        await until_asleep(parts)

    assert parts.channels.words() == ["안녕"]


async def test_wakes_in_any_number_do_no_harm(parts: Parts) -> None:
    async with running(parts):
        for number in range(20):
            await parts.claim(claim(occurrence=str(number)))
            for _ in range(number % 3 + 1):
                parts.scheduler.wake()
            await asyncio.sleep(0)
        await until(lambda: len(parts.channels.words()) == 20)

    assert {post.state for post in await parts.posts()} == {State.SENT}


async def test_a_request_that_hangs_holds_up_no_other_channel(parts: Parts) -> None:
    hung, other = claim(occurrence="hung"), ChannelId(21)
    parts.channels.hangs_in = CHANNEL
    await parts.claim(hung, *(claim(occurrence=str(number), channel=other) for number in range(3)))
    async with running(parts):
        await until(lambda: len(parts.channels.words(other)) == 3)
        parts.channels.release.set()

    assert parts.channels.words() == ["안녕"]


async def test_a_reconnect_looks_at_everything_anew(parts: Parts) -> None:
    async with running(parts):
        await until_asleep(parts)
        await parts.claim(claim())
        parts.scheduler.start()
        await until_asleep(parts)

    assert parts.channels.words() == ["안녕"]


async def test_what_a_crash_left_on_its_way_is_settled_at_the_start(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    await parts.crashed_after_acting(post)
    async with running(parts):
        await until_asleep(parts)

    assert parts.channels.words() == ["안녕"]
    assert (await parts.one()).state is State.SENT


async def test_a_clock_that_is_set_forward_is_noticed(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CLOCK_POLL", timedelta(milliseconds=5))
    parts.plan.planned = [claim(due=NOON + HOUR)]
    async with running(parts):
        await until_asleep(parts)
        parts.clock.forward(HOUR)
        await until(lambda: bool(parts.channels.words()))

    assert parts.channels.words() == ["안녕"]


async def test_a_busy_database_and_a_broken_source_do_not_end_it(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[Exception] = [StorageBusy(), RuntimeError("a source is broken")]
    sound = parts.plan.earliest

    async def earliest(work: object) -> object:
        if faults:
            raise faults.pop(0)
        return await sound(work)  # type: ignore[arg-type]

    monkeypatch.setattr(parts.plan, "earliest", earliest)
    parts.plan.planned = [claim()]
    async with running(parts):
        for _ in range(2):
            await until_asleep(parts)
            parts.scheduler.wake()
        await until_asleep(parts)

    assert parts.channels.words() == ["안녕"]


async def test_a_source_that_never_finishes_leaves_time_for_others(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def always(_work: object) -> object:
        return NOON

    monkeypatch.setattr(parts.plan, "earliest", always)
    async with running(parts):
        await until_asleep(parts)

        assert parts.scheduler.asleep


async def test_a_sent_post_is_shown_anew_and_the_wish_is_kept_until_then(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    await parts.record(post.begun(NOON, 1).sent(MessageId(5)))
    async with parts.storage.work() as work:
        await service.show_anew(work, GUILD, post.id)
        await work.commit()
    async with running(parts):
        while (await parts.one()).redraw is not None:  # noqa: ASYNC110 - nothing to wait on
            await asyncio.sleep(0.005)

    assert parts.channels.edits == [(5, "새 모습")]


async def test_it_can_be_stopped_before_it_was_started_and_stays_so(parts: Parts) -> None:
    await parts.claim(claim())
    await parts.scheduler.stop()
    parts.scheduler.start()

    assert parts.channels.words(CHANNEL) == []
