"""How posting stands, for whoever runs the bot."""

import asyncio
from datetime import timedelta

from bot.posts.model import State
from bot.posts.standing import standing
from tests.posts.parts import Parts
from tests.posts.posts import claim


async def test_an_empty_ledger_has_every_state_and_no_lag(parts: Parts) -> None:
    async with parts.storage.reading() as work:
        found = await standing(work, parts.clock.now())

    assert found.by_state == {state.value: 0 for state in State}
    assert found.lag == timedelta(0)


async def test_posts_are_counted_and_the_most_overdue_tells_the_lag(parts: Parts) -> None:
    now = parts.clock.now()
    await parts.claim(
        claim(subject=1, due=now - timedelta(minutes=7)),
        claim(subject=2, due=now - timedelta(minutes=2)),
        claim(subject=3, due=now + timedelta(hours=1)),
    )

    async with parts.storage.reading() as work:
        found = await standing(work, now)

    assert found.by_state["claimed"] == 3
    assert found.lag == timedelta(minutes=7)


async def test_the_scheduler_says_when_it_last_looked(parts: Parts) -> None:
    before = parts.scheduler.looked_at
    parts.scheduler.start()
    try:
        async with asyncio.timeout(10):
            while not parts.scheduler.asleep:  # noqa: ASYNC110 - nothing to wait on
                await asyncio.sleep(0.005)
    finally:
        await parts.scheduler.stop()

    assert before is None
    assert parts.scheduler.looked_at == parts.clock.now()
