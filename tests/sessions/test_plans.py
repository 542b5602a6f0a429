"""Planned sessions: reminders, Discord's event, and what is moved or cancelled there."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.content.model import Text
from bot.ids import GuildId
from bot.posts import service as posts
from bot.posts.errands.model import CANCEL_EVENT, CREATE_EVENT
from bot.posts.outcomes import Refused, Why
from bot.sessions import plans
from bot.sessions.model import Move
from bot.sessions.plan import MOST_PLANS, Plan, PlanState
from bot.sessions.plans import KIND, PlanWish
from bot.sessions.refusals import MomentGone, MomentTooFar, PlanGone, PlanTooMany
from bot.sessions.store import plans as store
from tests.posts.posts import CHANNEL, GUILD, MEMBER
from tests.sessions.room import EVENT, MINUTE, Room, with_notices

# The clock begins on a Monday, the second, at 21:00 in Seoul.
HOUR = timedelta(hours=1)
WEEK = timedelta(weeks=1)


def wall(*parts: int) -> datetime:
    """Return a local time, which has no zone of its own."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


SATURDAY = wall(2026, 3, 7, 20)


async def planned(room: Room, at: datetime = SATURDAY, **changes: Any) -> Plan:
    wish = PlanWish(GUILD, CHANNEL, MEMBER, "os", Text("첫 모임"), 60, at, **changes)
    async with room.storage.work() as work:
        made = await plans.make(work, wish, now=room.clock.now())
        await work.commit()
    await room.live()
    return await stands(room, made)


async def stands(room: Room, plan: Plan) -> Plan:
    async with room.storage.work() as work:
        found = await store.one(work, GUILD, plan.number)
    assert found is not None
    return found


async def reminders(room: Room, plan: Plan) -> list[str]:
    async with room.storage.reading() as work:
        found = await posts.posts_of(work, GUILD, KIND, plan.number)
    return [post.claim.occurrence for post in found]


async def until(room: Room, moment: datetime) -> None:
    await room.live(moment - room.clock.now())


async def test_a_plan_makes_an_event_that_carries_its_mark(room: Room) -> None:
    plan = await planned(room)

    [errand] = await room.errands_of(KIND, plan.number)
    assert errand.wish.chore == CREATE_EVENT
    assert errand.wish.details["mark"] == plan.mark
    assert errand.wish.details["start"] == plan.starts_at.isoformat()
    assert plan.event == EVENT + errand.id
    assert plan.starts_at.isoformat() == "2026-03-07T11:00:00+00:00"


async def test_it_reminds_a_day_and_ten_minutes_before_once_and_silently(room: Room) -> None:
    plan = await planned(room)

    await until(room, plan.starts_at - timedelta(days=1))
    await room.live(MINUTE)
    await until(room, plan.starts_at - 10 * MINUTE)
    await room.live(MINUTE)

    assert await reminders(room, plan) == ["1-0-day", "1-0-soon"]
    assert all(room.channels.silent)


async def test_one_that_is_near_leaves_the_day_out(room: Room) -> None:
    plan = await planned(room, wall(2026, 3, 2, 21, 30))

    await until(room, plan.starts_at)

    assert await reminders(room, plan) == ["1-0-soon"]


async def test_a_weekly_plan_comes_again_once_its_session_has_ended(room: Room) -> None:
    plan = await planned(room, weekly=True)
    await until(room, plan.starts_at)
    session = await room.start(plan=plan.number)
    async with room.storage.work() as work:
        await plans.begun(work, await plans.one(work, GUILD, plan.number))
        await work.commit()

    await room.lead(session, Move.END)

    again = await stands(room, plan)
    assert again.starts_at == plan.starts_at + WEEK
    assert (again.occurrence, again.started, again.state) == (2, False, PlanState.OPEN)
    marks = [errand.wish.details["mark"] for errand in await room.errands_of(KIND, plan.number)]
    assert marks == [plan.mark, again.mark]
    assert again.event not in (None, plan.event)


async def test_what_nobody_starts_falls_out_and_a_weekly_one_goes_on(room: Room) -> None:
    once, weekly = await planned(room), await planned(room, weekly=True)

    await until(room, once.starts_at + 4 * HOUR)
    await room.live(MINUTE)

    assert (await stands(room, once)).state is PlanState.DONE
    assert (await stands(room, weekly)).starts_at == weekly.starts_at + WEEK


async def test_an_event_that_is_moved_at_discord_moves_the_plan(room: Room) -> None:
    plan = await planned(room, weekly=True)
    assert plan.event is not None
    later = plan.starts_at + timedelta(days=1)
    async with room.storage.work() as work:
        moved = await plans.event_moved(work, GUILD, plan.event, later, now=room.clock.now())
        again = await plans.event_moved(work, GUILD, plan.event, later, now=room.clock.now())
        await work.commit()
    assert moved is not None
    assert again is None

    await until(room, plan.starts_at - 5 * MINUTE)
    assert await reminders(room, plan) == []
    await until(room, plan.starts_at + MINUTE)
    await until(room, later - 5 * MINUTE)

    assert await reminders(room, plan) == ["1-1-day", "1-1-soon"]
    assert (await stands(room, plan)).wall == wall(2026, 3, 8, 20)


async def test_an_event_that_is_cancelled_at_discord_takes_that_time_out(room: Room) -> None:
    once, weekly = await planned(room), await planned(room, weekly=True)
    async with room.storage.work() as work:
        for plan in (once, weekly):
            assert plan.event is not None
            await plans.event_gone(work, GUILD, plan.event, now=room.clock.now())
        stranger = await plans.event_gone(work, GUILD, 1, now=room.clock.now())
        other = await plans.event_gone(
            work, GuildId(GUILD + 1), weekly.event or 0, now=room.clock.now()
        )
        await work.commit()
    await room.live()

    assert (stranger, other) == (None, None)
    assert (await stands(room, once)).state is PlanState.DONE
    again = await stands(room, weekly)
    assert again.starts_at == weekly.starts_at + WEEK
    assert again.event is not None
    await until(room, once.starts_at)
    assert await reminders(room, once) == []


async def test_cancelling_takes_the_event_and_the_reminders_with_it(room: Room) -> None:
    plan = await planned(room, weekly=True)
    async with room.storage.work() as work:
        await plans.cancel(work, GUILD, plan.number, now=room.clock.now())
        await work.commit()
    await room.live()

    last = (await room.errands_of(KIND, plan.number))[-1]
    assert last.wish.chore == CANCEL_EVENT
    assert last.wish.details["event"] == plan.event
    await until(room, plan.starts_at)
    assert await reminders(room, plan) == []
    async with room.storage.work() as work:
        with pytest.raises(PlanGone):
            await plans.cancel(work, GUILD, plan.number, now=room.clock.now())


async def test_without_the_permission_it_tells_once_and_reminds_all_the_same(room: Room) -> None:
    await with_notices(room)
    room.chores.says[CREATE_EVENT] = [Refused(Why.CANNOT_WRITE, ("create_events",))]

    plan = await planned(room)
    await until(room, plan.starts_at - 5 * MINUTE)

    assert await room.told(plan.number) == ["notice-session-plan-event"]
    assert plan.event is None
    assert await reminders(room, plan) == ["1-0-soon"]


@pytest.mark.parametrize(
    ("at", "refusal"),
    [(wall(2026, 3, 2, 20), MomentGone), (wall(2032, 3, 2, 20), MomentTooFar)],
)
async def test_what_is_over_or_too_far_is_not_planned(
    room: Room, at: datetime, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await planned(room, at)


async def test_a_server_plans_so_many_at_once(room: Room) -> None:
    async with room.storage.work() as work:
        for at in range(MOST_PLANS):
            later = SATURDAY + timedelta(hours=at)
            wish = PlanWish(GUILD, CHANNEL, MEMBER, "os", Text("모임"), 60, later)
            await plans.make(work, wish, now=room.clock.now())
        one_more = PlanWish(GUILD, CHANNEL, MEMBER, "os", Text("모임"), 60, SATURDAY)
        with pytest.raises(PlanTooMany):
            await plans.make(work, one_more, now=room.clock.now())
