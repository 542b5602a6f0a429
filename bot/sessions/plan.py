"""A planned session (pure): when its reminders are due, when it is over, when it comes again."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from zoneinfo import ZoneInfo

from bot.content.model import Text
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts.wallclock import instant, reading

DAY_BEFORE = timedelta(days=1)
SOON_BEFORE = timedelta(minutes=10)
# Nobody starts a session that should have begun so long ago.
LATE = timedelta(hours=3)
WEEK = timedelta(weeks=1)
# Discord plans events five years ahead at most.
YEARS_AHEAD = 5
MOST_PLANS = 20


class PlanState(StrEnum):
    """Where a plan stands; only ``open`` comes."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class Reminder(StrEnum):
    """What reminds of a session."""

    DAY = "day"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class Plan:
    """A session that is to come, perhaps every week.

    Attributes:
        wall: the local time (naive) in ``zone``; ``starts_at`` is that moment.
        occurrence: which time of it comes next, from 1.
        version: grows when the time is moved: reminders of the old one don't count.
        reminded: how many of the two reminders are decided.
        started: a session was started from this time of it.
        event: Discord's scheduled event; None: not made yet.
        next_at: when something is to be done for it; None once it is over.
    """

    number: int
    guild: GuildId
    channel: ChannelId
    member: MemberId
    topic: str
    title: Text
    minutes: int
    weekly: bool
    zone: str
    wall: datetime
    starts_at: datetime
    occurrence: int = 1
    version: int = 0
    reminded: int = 0
    started: bool = False
    event: int | None = None
    state: PlanState = PlanState.OPEN
    next_at: datetime | None = None

    @property
    def ends_at(self) -> datetime:
        """Return when it is expected to end."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def mark(self) -> str:
        """Return what its event is found again by, in the event's description."""
        identity = (self.guild, self.number, self.occurrence, self.member, self.topic)
        return f"doran-{self.number}-{sha256(repr(identity).encode()).hexdigest()[:10]}"


def timed(plan: Plan, starts_at: datetime, now: datetime) -> Plan:
    """Return ``plan`` at another time; a reminder whose time is over already is left out."""
    wall = reading(starts_at, ZoneInfo(plan.zone))
    reminded = 0 if now < starts_at - DAY_BEFORE else 1
    moved = replace(
        plan, starts_at=starts_at, wall=wall, reminded=reminded, version=plan.version + 1
    )
    return _waiting(moved)


def looked(plan: Plan, now: datetime) -> tuple[Plan, Reminder | None]:
    """Return ``plan`` after what is due by ``now``, and of which reminder it is time."""
    if plan.state is not PlanState.OPEN:
        return plan, None
    soon = plan.starts_at - SOON_BEFORE
    if plan.reminded <= 1 and now >= soon:
        reminder = Reminder.SOON if now < plan.starts_at + LATE and not plan.started else None
        return _waiting(replace(plan, reminded=2)), reminder
    if plan.reminded == 0 and now >= plan.starts_at - DAY_BEFORE:
        return _waiting(replace(plan, reminded=1)), Reminder.DAY
    if plan.reminded == 2 and now >= plan.starts_at + LATE:
        if plan.started:
            # Its session goes on; whose end brings the next time.
            return replace(plan, next_at=now + LATE), None
        return rolled(plan, now), None
    return plan, None


def rolled(plan: Plan, now: datetime) -> Plan:
    """Return ``plan`` once this time of it is over: at its next time, or done."""
    if plan.state is not PlanState.OPEN:
        return plan
    if not plan.weekly:
        return replace(plan, state=PlanState.DONE, next_at=None)
    wall, zone = plan.wall + WEEK, ZoneInfo(plan.zone)
    while instant(wall, zone) <= now:
        wall += WEEK
    again = replace(
        plan,
        wall=wall,
        starts_at=instant(wall, zone),
        occurrence=plan.occurrence + 1,
        version=0,
        started=False,
        event=None,
        reminded=0 if now < instant(wall, zone) - DAY_BEFORE else 1,
    )
    return _waiting(again)


def cancelled(plan: Plan) -> Plan:
    """Return ``plan`` as cancelled, with every time to come."""
    return replace(plan, state=PlanState.CANCELLED, next_at=None)


def _waiting(plan: Plan) -> Plan:
    moments = (plan.starts_at - DAY_BEFORE, plan.starts_at - SOON_BEFORE, plan.starts_at + LATE)
    return replace(plan, next_at=moments[plan.reminded])


def planned(plan: Plan, now: datetime) -> Plan:
    """Return a new ``plan`` as it begins to wait."""
    return _waiting(replace(plan, reminded=0 if now < plan.starts_at - DAY_BEFORE else 1))
