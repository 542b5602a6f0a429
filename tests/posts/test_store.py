"""The ledger's table, on both databases."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import event

from bot.ids import ChannelId, GuildId, MessageId
from bot.posts import service, store
from bot.posts.model import Claim, Post, State
from bot.storage.work import Storage
from tests.posts.parts import Parts
from tests.posts.posts import CHANNEL, GUILD, NOON, claim

ELSEWHERE = GuildId(11)


async def kept(storage: Storage, *claims: Claim) -> list[Post]:
    async with storage.work() as work:
        posts = await store.claim(work, claims)
        await work.commit()
    return posts


async def waiting(storage: Storage, limit: int = 100, **but: object) -> list[Post]:
    async with storage.reading() as work:
        options = {"but": (), "channels": ()} | but
        return await store.waiting(work, NOON, limit, **options)  # type: ignore[arg-type]


async def test_a_claim_comes_back_as_it_was(storage: Storage) -> None:
    asked = claim(snapshot={"text": "안녕 👋", "choices": [2, 0, 1]}, silent=False, part=3)

    (post,) = await kept(storage, asked)

    assert (post.claim, post.state, post.next_try) == (asked, State.CLAIMED, NOON)


async def test_the_same_occurrence_is_claimed_once(storage: Storage) -> None:
    first = await kept(storage, claim())
    again = await kept(storage, claim(snapshot={"text": "다른 글"}), claim(occurrence="second"))

    assert [post.claim.occurrence for post in (*first, *again)] == ["first", "second"]


async def test_claims_of_two_processes_at_the_same_time_give_one_post(storage: Storage) -> None:
    found = await asyncio.gather(*(kept(storage, claim()) for _ in range(8)))

    assert sum(len(posts) for posts in found) == 1


async def test_a_claim_that_is_rolled_back_never_was(storage: Storage) -> None:
    async with storage.work() as work:
        await store.claim(work, [claim()])

    assert await waiting(storage) == []


async def test_servers_take_turns(storage: Storage) -> None:
    early = [claim(occurrence=str(n), due=NOON - timedelta(minutes=9)) for n in range(3)]
    await kept(storage, *early, claim(guild=ELSEWHERE), claim(guild=GuildId(12)))

    guilds = [post.claim.guild for post in await waiting(storage)]

    assert guilds == [10, 11, 12, 10, 10]


async def test_what_is_not_due_or_not_free_waits(storage: Storage) -> None:
    later = claim(occurrence="later", due=NOON + timedelta(seconds=1))
    other = claim(occurrence="other", channel=ChannelId(21))
    first, _, _ = await kept(storage, claim(), later, other)

    assert [p.claim.occurrence for p in await waiting(storage)] == ["first", "other"]
    assert [p.claim.occurrence for p in await waiting(storage, but=[first.id])] == ["other"]
    assert [p.claim.occurrence for p in await waiting(storage, channels=[CHANNEL])] == ["other"]


async def test_a_server_reaches_only_its_own_posts(storage: Storage) -> None:
    (post,) = await kept(storage, claim())
    async with storage.work() as work:
        adopted = await service.adopt(work, ELSEWHERE, post.id, MessageId(5))
        withdrawn = await service.withdraw(work, ELSEWHERE, "test", 1)
        seen = await service.post(work, ELSEWHERE, post.id)
        await service.show_anew(work, ELSEWHERE, post.id)
        await work.commit()

    assert (adopted, withdrawn, seen) == (False, 0, None)
    assert await waiting(storage) == [post]


async def test_a_press_adopts_its_message_once(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    await parts.crashed(post)
    async with parts.storage.work() as work:
        news = [await service.adopt(work, GUILD, post.id, MessageId(n)) for n in (5, 6)]
        await work.commit()

    assert news == [True, False]
    assert (await parts.one()).message == 5


async def test_what_was_adopted_meanwhile_is_not_recorded_again(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    begun = post.begun(NOON, 1)
    await parts.record(begun)
    async with parts.storage.work() as work:
        await service.adopt(work, GUILD, post.id, MessageId(5))
        await work.commit()
    await parts.record(begun.put_off(NOON, "no answer"))

    assert (await parts.one()).state is State.SENT


async def test_only_what_is_not_on_its_way_is_withdrawn(parts: Parts) -> None:
    first, _ = await parts.claim(claim(), claim(occurrence="second"))
    await parts.record(first.begun(NOON, 1))
    async with parts.storage.work() as work:
        assert await service.withdraw(work, GUILD, "test", 1) == 1
        await work.commit()

    assert [post.state for post in await parts.posts()] == [State.SENDING, State.WITHDRAWN]


async def test_a_wish_to_be_shown_anew_outlives_an_earlier_one(parts: Parts) -> None:
    (post,) = await parts.claim(claim())
    await parts.record(replace(post.begun(NOON, 1)).sent(MessageId(5)))
    async with parts.storage.work() as work:
        await service.show_anew(work, GUILD, post.id)
        (first,) = await store.to_redraw(work, 10, but=())
        await service.show_anew(work, GUILD, post.id)
        await store.redrawn(work, post.id, first.redraw)
        (second,) = await store.to_redraw(work, 10, but=())
        await store.redrawn(work, post.id, second.redraw)

        assert await store.to_redraw(work, 10, but=()) == []
    assert (first.redraw, second.redraw) == (1, 2)


async def test_the_number_of_queries_does_not_grow_with_the_batch(parts: Parts) -> None:
    counts = []
    for size in (2, 400):
        claims = [claim(subject=size, occurrence=str(n)) for n in range(size)]
        statements: list[str] = []

        def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            statements.append(statement)  # noqa: B023 - read within this turn

        engine = parts.storage.engine.sync_engine
        event.listen(engine, "before_cursor_execute", note)
        posts = await parts.claim(*claims)
        async with parts.storage.work() as work:
            still = await store.still_open(work, posts)
            await store.record(work, [post.begun(NOON, 1) for post in posts])
            await work.commit()
        event.remove(engine, "before_cursor_execute", note)
        assert len(still) == size
        counts.append(len([each for each in statements if not each.startswith("BEGIN")]))

    assert counts == [3, 3]
