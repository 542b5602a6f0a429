"""A daily quiz's schedule: when, where and from what the items of a server's day come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from bot.content.library import Library
from bot.content.model import Topic
from bot.discord_ui.refusals import Refusal
from bot.ids import ChannelId, GuildId, MemberId, RoleId
from bot.posts.wallclock import Occurrence, Weekly, next_occurrence
from bot.quiz.picking import askable

MAX_SCHEDULES = 10
MAX_ITEMS = 5
MAX_SKIPS = 60
SUNDAY = 6
# Late enough that the week is over, early enough to be read the same evening.
DIGEST_RULE = Weekly(frozenset({SUNDAY}), time(19, 0))


class ScheduleState(StrEnum):
    """Where a schedule stands."""

    RUNNING = "running"
    PAUSED = "paused"
    REMOVED = "removed"


class Paused(StrEnum):
    """Why a schedule pauses, where no moderator asked for it."""

    CHANNEL = "channel"
    NO_ITEMS = "no-items"


@dataclass
class ScheduleGone(Refusal):
    """There is no such schedule in this server."""


@dataclass
class TooManySchedules(Refusal):
    """The server has as many schedules as it may."""

    limit: int = MAX_SCHEDULES


@dataclass
class UnknownTopic(Refusal):
    """There is no topic called ``topic``."""

    topic: str


@dataclass
class NoItems(Refusal):
    """The topic has no item that could be asked."""


@dataclass
class CannotPing(Refusal):
    """The role called ``role`` may not be pinged by messages of ours."""

    role: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """When and from what a server's daily quiz comes.

    Attributes:
        member: who set it up, and is told where no notice channel is set.
        topic: a topic's id; None: the newest note, whichever that is then.
        rule: weekdays and wall-clock time in ``zone``, the server's.
        skips: dates without a quiz.
        items: how many a day.
        ping: the role told of each post; None: nobody.
        hides_verdict: right or wrong is told only after closing.
        digest: whether a silent look back comes on Sunday.
        coming: the next day that is to be decided, and when; None unless it runs.
        claimed_day: the last day that was decided; an edit applies from the next one.
        digest_at: when the next look back comes.
    """

    number: int
    guild: GuildId
    channel: ChannelId
    member: MemberId
    rule: Weekly
    zone: str
    topic: str | None = None
    skips: frozenset[date] = frozenset()
    items: int = 1
    ping: RoleId | None = None
    hides_verdict: bool = False
    digest: bool = False
    state: ScheduleState = ScheduleState.RUNNING
    paused_for: Paused | None = None
    coming: Occurrence | None = None
    claimed_day: date | None = None
    digest_at: datetime | None = None

    def planned(self, now: datetime) -> Self:
        """Return it with its next time after ``now``, on a day that was not decided yet."""
        zone = ZoneInfo(self.zone)
        digest = next_occurrence(DIGEST_RULE, zone, after=now) if self.digest else None
        return self._at(self._next(zone, now), digest)

    def claimed(self) -> Self:
        """Return it with its present day decided and the next one planned.

        The next one may lie in the past, where the bot was away: each day is decided by itself.
        """
        if self.coming is None:
            raise ValueError(f"schedule {self.number} has no day to decide")
        done = replace(self, claimed_day=self.coming.day)
        return replace(done, coming=done._next(ZoneInfo(self.zone), None))

    def digested(self, now: datetime) -> Self:
        """Return it with its next look back planned."""
        coming = next_occurrence(DIGEST_RULE, ZoneInfo(self.zone), after=now)
        return replace(self, digest_at=coming.at if coming else None)

    def paused(self, reason: Paused | None = None) -> Self:
        """Return it as doing nothing until it is resumed."""
        return replace(self._at(None, None), state=ScheduleState.PAUSED, paused_for=reason)

    def resumed(self, now: datetime) -> Self:
        """Return it as running from ``now`` on: days in between are not made up for."""
        return replace(self, state=ScheduleState.RUNNING, paused_for=None).planned(now)

    def removed(self) -> Self:
        """Return it as gone; what was asked stays."""
        return replace(self._at(None, None), state=ScheduleState.REMOVED)

    def topic_in(self, library: Library) -> Topic | None:
        """Return the topic that its items come from."""
        return newest_to_ask(library) if self.topic is None else library.topic(self.topic)

    def _next(self, zone: ZoneInfo, after: datetime | None) -> Occurrence | None:
        found = next_occurrence(self.rule, zone, after=after, after_day=self.claimed_day)
        while found and found.day in self.skips:
            found = next_occurrence(self.rule, zone, after_day=found.day)
        return found

    def _at(self, coming: Occurrence | None, digest: Occurrence | None) -> Self:
        return replace(self, coming=coming, digest_at=digest.at if digest else None)


def newest(library: Library) -> Topic | None:
    """Return the newest note: the topic that comes last."""
    return max(library.topics, key=lambda topic: topic.order, default=None)


def newest_to_ask(library: Library) -> Topic | None:
    """Return the newest note that has an item to ask, or else the newest.

    Of a note that was just brought none is accepted yet: the quiz goes on meanwhile.
    """
    asking = [topic for topic in library.topics if askable(topic, library)]
    return max(asking, key=lambda topic: topic.order, default=newest(library))


def running(schedules: Sequence[Schedule]) -> tuple[Schedule, ...]:
    """Return those of ``schedules`` that will post again by themselves."""
    return tuple(each for each in schedules if each.state is ScheduleState.RUNNING)
