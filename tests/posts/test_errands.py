"""Errands: done once their post is sent, again where nobody knows, and given up where told no."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.ids import ChannelId
from bot.posts.errands import service, store
from bot.posts.errands.model import MOST_ATTEMPTS, OPEN_THREAD, PIN, Errand, ErrandState, Wish
from bot.posts.errands.runner import Done, Errands, Outcome, after
from bot.posts.model import Post, State
from bot.posts.outcomes import NotNow, Refused, Unknown, Why
from bot.posts.pace import Pace
from bot.posts.sources import Sources
from bot.storage.work import Storage, Work
from tests.posts.parts import Parts, at_once
from tests.posts.posts import CHANNEL, GUILD, MEMBER, NOON, Plan, claim

SUBJECT = 1


@dataclass
class Owning(Plan):
    """A source that remembers how its errands ended."""

    ended: list[tuple[str, int | None]] = field(default_factory=list)
    faults: int = 0

    async def errand_done(self, _work: Work, errand: Errand, _now: datetime) -> None:
        if self.faults:
            self.faults -= 1
            raise RuntimeError("a fault of ours")
        self.ended.append((errand.wish.chore, errand.result))

    async def errand_refused(
        self, _work: Work, _errand: Errand, refused: Refused, _now: datetime
    ) -> None:
        self.ended.append((refused.why.value, None))

    __hash__ = object.__hash__


@dataclass
class Discord:
    """Says what it is told to say, and remembers what it was asked."""

    says: list[Outcome] = field(default_factory=list)
    asked: list[tuple[str, int | None, int | None]] = field(default_factory=list)
    at_work: int = 0
    most_at_work: int = 0

    async def __call__(self, errand: Errand) -> Outcome:
        self.at_work += 1
        self.most_at_work = max(self.most_at_work, self.at_work)
        await asyncio.sleep(0)
        self.at_work -= 1
        self.asked.append((errand.wish.chore, errand.channel, errand.message))
        return self.says.pop(0) if self.says else Done(errand.message)


@dataclass
class Desk:
    """Errands over the ledger's machinery."""

    parts: Parts
    owner: Owning
    discord: Discord
    errands: Errands

    @property
    def storage(self) -> Storage:
        return self.parts.storage

    async def want(self, *wishes: Wish) -> list[int]:
        async with self.storage.work() as work:
            numbers = await service.want(work, wishes)
            await work.commit()
        return numbers

    async def run(self) -> None:
        """Do what is due, to the end."""
        await self.errands.start_due()
        await self.errands.stop()

    async def all(self) -> Sequence[Errand]:
        async with self.storage.reading() as work:
            return await service.errands_of(work, GUILD, "test", SUBJECT)

    async def states(self) -> list[ErrandState]:
        return [errand.state for errand in await self.all()]

    async def next_try(self) -> datetime | None:
        async with self.storage.reading() as work:
            return await self.errands.next_try(work)

    async def sent(self) -> Post:
        await self.parts.claim(claim())
        await self.parts.send()
        return await self.parts.one()


@pytest.fixture
def desk(parts: Parts) -> Desk:
    owner, discord = Owning(), Discord()
    chores = {OPEN_THREAD: discord, PIN: discord}
    errands = Errands(parts.storage, Sources([owner]), chores, parts.clock, Pace(sleep=at_once))
    return Desk(parts, owner, discord, errands)


def wish(chore: str = PIN, **changes: Any) -> Wish:
    plain: dict[str, Any] = {
        "guild": GUILD,
        "owner": "test",
        "subject": SUBJECT,
        "chore": chore,
        "occurrence": "first",
        "due": NOON,
        "member": MEMBER,
    }
    return Wish(**{**plain, **changes})


async def test_an_errand_waits_until_its_post_is_sent(desk: Desk) -> None:
    (post,) = await desk.parts.claim(claim())
    await desk.want(wish(OPEN_THREAD, post=post.id))
    await desk.run()
    assert desk.discord.asked == []
    assert await desk.next_try() is None

    await desk.parts.send()
    assert await desk.next_try() == NOON
    await desk.run()

    message = (await desk.parts.one()).message
    assert desk.discord.asked == [(OPEN_THREAD, CHANNEL, message)]
    assert desk.owner.ended == [(OPEN_THREAD, message)]
    assert await desk.states() == [ErrandState.DONE]


async def test_the_same_wish_is_stored_once(desk: Desk) -> None:
    first = await desk.want(wish(channel=CHANNEL))
    again = await desk.want(wish(channel=CHANNEL), wish(OPEN_THREAD, channel=CHANNEL))
    await desk.run()
    await desk.run()

    assert again[0] == first[0]
    assert [asked[0] for asked in desk.discord.asked] == [PIN, OPEN_THREAD]


async def test_an_errand_waits_until_the_one_before_is_over_however_it_ended(desk: Desk) -> None:
    (pin,) = await desk.want(wish(channel=CHANNEL))
    await desk.want(wish(OPEN_THREAD, channel=ChannelId(21), after=pin))
    desk.discord.says = [Refused(Why.CANNOT_WRITE, ("pin_messages",))]
    await desk.run()
    assert await desk.states() == [ErrandState.REFUSED, ErrandState.OPEN]
    await desk.run()

    assert await desk.states() == [ErrandState.REFUSED, ErrandState.DONE]
    assert desk.owner.ended == [("cannot-write", None), (OPEN_THREAD, None)]


async def test_a_refusal_is_told_to_its_owner_once(desk: Desk) -> None:
    await desk.want(wish(channel=CHANNEL))
    desk.discord.says = [Refused(Why.CANNOT_WRITE)]
    for _ in range(3):
        await desk.run()
        desk.parts.clock.forward(timedelta(hours=1))

    assert desk.owner.ended == [("cannot-write", None)]
    assert await desk.next_try() is None


@pytest.mark.parametrize("says", [Unknown("reset"), NotNow(timedelta(seconds=20))])
async def test_what_nobody_knows_is_done_again_later(desk: Desk, says: Outcome) -> None:
    await desk.want(wish(channel=CHANNEL))
    desk.discord.says = [says]
    await desk.run()
    await desk.run()
    assert len(desk.discord.asked) == 1
    assert await desk.next_try() == NOON + timedelta(seconds=5 if says == Unknown("reset") else 20)

    desk.parts.clock.forward(timedelta(seconds=20))
    await desk.run()

    assert await desk.states() == [ErrandState.DONE]
    assert len(desk.discord.asked) == 2


async def test_what_a_crash_left_is_done_again(desk: Desk) -> None:
    await desk.want(wish(channel=CHANNEL))
    async with desk.storage.reading() as work:
        (left,) = await store.ready(work, NOON, 10, but=())
    await desk.discord(left)
    await desk.run()

    assert len(desk.discord.asked) == 2
    assert await desk.states() == [ErrandState.DONE]


async def test_a_post_that_is_never_sent_takes_its_errands_along(desk: Desk) -> None:
    (post,) = await desk.parts.claim(claim())
    await desk.want(wish(post=post.id))
    await desk.parts.record(post.missed(Why.LATE))
    await desk.run()

    assert await desk.states() == [ErrandState.WITHDRAWN]
    assert desk.discord.asked == []


async def test_an_uncertain_post_that_a_press_proves_has_its_errand_done(desk: Desk) -> None:
    (post,) = await desk.parts.claim(claim())
    await desk.want(wish(post=post.id))
    begun = post.begun(NOON, 1)
    await desk.parts.record(begun)
    await desk.parts.record(begun.uncertain(Why.UNREADABLE))
    await desk.run()
    assert await desk.states() == [ErrandState.OPEN]
    assert await desk.next_try() is None


async def test_what_is_withdrawn_is_not_done(desk: Desk) -> None:
    await desk.want(wish(channel=CHANNEL), wish(OPEN_THREAD, channel=CHANNEL))
    async with desk.storage.work() as work:
        assert await service.withdraw(work, GUILD, "test", SUBJECT, chores=[PIN]) == 1
        await work.commit()
    await desk.run()

    assert [asked[0] for asked in desk.discord.asked] == [OPEN_THREAD]


async def test_another_servers_errands_are_its_own(desk: Desk) -> None:
    await desk.want(wish(channel=CHANNEL), wish(channel=CHANNEL, guild=GUILD + 1))
    async with desk.storage.work() as work:
        await service.withdraw(work, GUILD, "test", SUBJECT)
        await work.commit()
    await desk.run()

    assert len(desk.discord.asked) == 1
    assert await desk.states() == [ErrandState.WITHDRAWN]


async def test_in_one_channel_errands_take_turns(desk: Desk) -> None:
    await desk.want(*(wish(channel=CHANNEL, occurrence=str(n)) for n in range(3)))
    for _ in range(3):
        await desk.run()

    assert desk.discord.most_at_work == 1
    assert await desk.states() == [ErrandState.DONE] * 3


async def test_a_fault_of_the_owners_loses_nothing(desk: Desk) -> None:
    await desk.want(wish(channel=CHANNEL))
    desk.owner.faults = 1
    await desk.run()
    assert await desk.states() == [ErrandState.OPEN]

    desk.parts.clock.forward(timedelta(minutes=6))
    await desk.run()

    assert desk.owner.ended == [(PIN, None)]


async def test_the_scheduler_does_errands_and_sleeps_until_the_next(desk: Desk) -> None:
    desk.parts.scheduler.add(desk.errands)
    await desk.sent()
    await desk.want(wish(channel=CHANNEL), wish(channel=CHANNEL, due=NOON + timedelta(hours=2)))
    await desk.want(wish(OPEN_THREAD, channel=CHANNEL, due=NOON + timedelta(hours=2)))
    await desk.parts.scheduler.look()
    await desk.errands.stop()

    assert await desk.parts.scheduler.look() == NOON + timedelta(hours=2)
    assert [asked[0] for asked in desk.discord.asked] == [PIN]


def test_after_a_week_of_tries_it_is_given_up() -> None:
    errand = Errand(1, wish(), CHANNEL, attempts=MOST_ATTEMPTS - 1)

    step = after(errand, Unknown("status 500"), NOON)

    assert step.errand.state is ErrandState.REFUSED
    assert step.refused == Refused(Why.LATE)


def test_one_chore_has_one_way_to_be_done(desk: Desk) -> None:
    with pytest.raises(ValueError, match="pin"):
        desk.errands.add(PIN, desk.discord)
    assert State.SENT.is_open is False
