"""Who looks after which shard: its own process, and another one while that is gone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ids import ChannelId, GuildId
from bot.posts import store
from bot.posts.model import Post
from bot.posts.pace import PER_SECOND, Pace
from bot.posts.shards import RENEWED_EVERY, SILENCE, Shards
from bot.posts.share import Share
from bot.posts.store import leases
from bot.storage.work import Storage
from tests.posts.parts import Parts
from tests.posts.posts import NOON, Hands, claim

COUNT = 2
# On shard 0 and on shard 1 of two.
HERE, THERE = GuildId(2 << 22), GuildId(3 << 22)


def shards(storage: Storage, clock: Hands, *own: int) -> Shards:
    return Shards(storage, clock, Share.of(own, COUNT))


async def begun(parts: Parts, guild: GuildId, by: Shards) -> Post:
    """Leave a post of ``guild`` as it is while ``by`` sends it."""
    (post,) = await parts.claim(claim(guild=guild, channel=ChannelId(guild + 1)))
    post = post.begun(parts.clock.now(), anchor=100)
    async with parts.storage.work() as work:
        await store.record(work, [post])
        await leases.hold(work, [post.id], by.process)
        await work.commit()
    return post


async def found(parts: Parts, post: Post) -> Post:
    async with parts.storage.reading() as work:
        again = await store.post(work, post.claim.guild, post.id)
    assert again is not None
    return again


@pytest.mark.parametrize(("own", "count"), [((2,), 2), ((-1,), 2), ((), 0)])
def test_there_is_no_share_beyond_the_shards(own: tuple[int, ...], count: int) -> None:
    with pytest.raises(ValueError, match="shards are counted"):
        Share.of(own, count)


def test_every_server_is_in_exactly_one_share() -> None:
    shares = [Share.of([shard], 3) for shard in range(3)]
    guilds = [number << 22 for number in range(50)]
    assert all(sum(share.holds(guild) for share in shares) == 1 for guild in guilds)
    assert Share.of((), 3).is_all


async def test_each_of_four_processes_sends_a_quarter_as_fast() -> None:
    now, waits = 0.0, []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    pace = Pace(PER_SECOND * Share.of([1], 4).part, time=lambda: now, sleep=sleep)
    for _ in range(13):
        await pace.turn()
    assert waits[-1] == pytest.approx(1.0)


async def test_a_process_that_is_alone_writes_no_leases(parts: Parts) -> None:
    only = Shards(parts.storage, parts.clock)
    await only.renew()
    async with parts.storage.work() as work:
        assert await leases.renew(work, "somebody", only.share, NOON, NOON) == frozenset()
    assert only.next_renewal(NOON) is None


async def test_a_silent_process_is_taken_over_and_takes_its_own_back(parts: Parts) -> None:
    clock = parts.clock
    first, second = (shards(parts.storage, clock, shard) for shard in range(COUNT))
    await first.renew()
    await second.renew()
    assert [*first.share.shards, *second.share.shards] == [0, 1]

    clock.forward(SILENCE + timedelta(seconds=1))
    await first.renew()
    assert first.share.shards == {0, 1}

    again = shards(parts.storage, clock, 1)
    await again.renew()
    clock.forward(RENEWED_EVERY)
    await first.renew()
    assert [*first.share.shards, *again.share.shards] == [0, 1]


async def test_a_shard_whose_process_never_started_is_looked_after(parts: Parts) -> None:
    first = shards(parts.storage, parts.clock, 0)
    await first.renew()
    assert first.share.shards == {0}
    parts.clock.forward(SILENCE + timedelta(seconds=1))
    await first.renew()
    assert first.share.shards == {0, 1}


async def test_of_two_processes_with_the_same_shard_the_later_one_counts(parts: Parts) -> None:
    earlier, later = (shards(parts.storage, parts.clock, 0) for _ in range(2))
    await earlier.renew()
    await later.renew()
    parts.clock.forward(RENEWED_EVERY)
    await earlier.renew()
    await later.renew()
    assert earlier.share.shards == frozenset()
    assert later.share.shards == {0}
    assert earlier.next_renewal(parts.clock.now()) is None


async def test_who_ends_in_order_leaves_the_shards_at_once(parts: Parts) -> None:
    first, second = (shards(parts.storage, parts.clock, shard) for shard in range(COUNT))
    await first.renew()
    await second.renew()
    await second.give_back()
    parts.clock.forward(RENEWED_EVERY)
    await first.renew()
    assert first.share.shards == {0, 1}


async def test_a_start_leaves_alone_what_a_living_process_sends(parts: Parts) -> None:
    first, second = (shards(parts.storage, parts.clock, shard) for shard in range(COUNT))
    await first.renew()
    await second.renew()
    theirs = await begun(parts, HERE, first)
    again = shards(parts.storage, parts.clock, 1)
    await again.renew()
    assert (await found(parts, theirs)).next_try == theirs.next_try


async def test_what_a_dead_process_began_is_due_for_its_heir(parts: Parts) -> None:
    first, second = (shards(parts.storage, parts.clock, shard) for shard in range(COUNT))
    await first.renew()
    await second.renew()
    left = await begun(parts, THERE, second)
    parts.clock.forward(SILENCE + timedelta(seconds=1))
    await first.renew()
    assert (await found(parts, left)).next_try == parts.clock.now()


async def test_a_post_of_another_share_is_not_even_looked_at(parts: Parts) -> None:
    await parts.claim(*(claim(guild=guild, channel=ChannelId(guild)) for guild in (HERE, THERE)))
    async with parts.storage.reading() as work:
        ours = await store.waiting(work, NOON, 10, but=(), channels=(), share=Share.of([1], COUNT))
    assert [post.claim.guild for post in ours] == [THERE]


async def test_an_outdated_attempt_changes_nothing_but_that_it_was_sent(parts: Parts) -> None:
    first = shards(parts.storage, parts.clock, 0)
    early = await begun(parts, HERE, first)
    later = early.begun(NOON + timedelta(minutes=2), anchor=200)
    await parts.record(later)

    await parts.record(early.put_off(NOON, "no answer"))
    assert (await found(parts, early)).next_try == later.next_try

    await parts.record(replace(early, state=early.state).sent(message=123))  # type: ignore[arg-type]
    assert (await found(parts, early)).message == 123
