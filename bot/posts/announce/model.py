"""An announcement, and what can be wrong with one."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from bot.discord_ui.refusals import Refusal
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts.wallclock import Occurrence, Once, Rule, Weekly, instant, next_occurrence, reading

# A few more than a group needs; the list with its buttons fits one message.
MAX_OPEN = 10
# Below Discord's 2000, since disarming a mention adds a character.
MAX_TEXT = 1900
# A meeting's reminder is still useful so late; later it would only confuse.
GRACE = timedelta(hours=1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAILY = "daily"


class Standing(StrEnum):
    """Whether an announcement will be posted again."""

    WAITING = "waiting"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass
class UnclearTime(Refusal):
    """``typed`` is no time that we can read."""

    typed: str


@dataclass
class PastTime(Refusal):
    """The time is over already; ``at`` is that moment as Discord shows moments."""

    at: str


@dataclass
class EmptyAnnouncement(Refusal):
    """There is no text."""


@dataclass
class TooManyAnnouncements(Refusal):
    """The server has ``limit`` announcements waiting already."""

    limit: int


@dataclass
class AnnouncementGone(Refusal):
    """There is no such announcement waiting (any more)."""


@dataclass
class MemberCannotWrite(Refusal):
    """The moderator may not write in ``channel`` themselves."""

    channel: str


@dataclass
class BotCannotWrite(Refusal):
    """The bot lacks ``permissions`` in ``channel``."""

    channel: str
    permissions: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a moderator wrote, and where and when it is to be posted (``rule`` None: now)."""

    guild: GuildId
    channel: ChannelId
    author: MemberId
    text: str
    silent: bool
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class Announcement:
    """A kept announcement.

    Attributes:
        zone: the IANA zone by whose clock ``rule`` is read.
        next: its next occurrence, while it is waiting.
        claimed_day: the last day it was claimed for; no day is used twice.
    """

    id: int
    guild: GuildId
    channel: ChannelId
    author: MemberId
    text: str
    silent: bool
    rule: Rule
    zone: str
    standing: Standing
    next: Occurrence | None
    claimed_day: date | None

    def overdue(self, now: datetime) -> tuple[Self, list[Occurrence]]:
        """Return it as planned after ``now``, and every occurrence that has come by then."""
        come: list[Occurrence] = []
        upcoming, zone = self.next, ZoneInfo(self.zone)
        while upcoming is not None and upcoming.at <= now:
            come.append(upcoming)
            upcoming = next_occurrence(self.rule, zone, after_day=upcoming.day)
        day = come[-1].day if come else self.claimed_day
        return self._planned(upcoming, day), come

    def in_zone(self, zone: str, now: datetime) -> Self:
        """Return it as planned by the clock of ``zone``, from the next unclaimed day on.

        A single time that this moves into the past is due at once, not forgotten; a weekly one
        waits for its next day.
        """
        moved = replace(self, zone=zone)
        if isinstance(self.rule, Once):
            day = self.rule.at.date()
            return moved._planned(Occurrence(day, instant(self.rule.at, ZoneInfo(zone))), None)
        return moved.planned_from(now)

    def planned_from(self, now: datetime) -> Self:
        """Return it as waiting for its next occurrence after ``now``; done if there is none."""
        zone = ZoneInfo(self.zone)
        upcoming = next_occurrence(self.rule, zone, after=now, after_day=self.claimed_day)
        return self._planned(upcoming, self.claimed_day)

    def paused(self) -> Self:
        """Return it as waiting for a moderator to mend something."""
        return replace(self, standing=Standing.PAUSED, next=None)

    def cancelled(self) -> Self:
        """Return it as never to be posted again."""
        return replace(self, standing=Standing.CANCELLED, next=None)

    def _planned(self, upcoming: Occurrence | None, claimed_day: date | None) -> Self:
        standing = Standing.DONE if upcoming is None else Standing.WAITING
        return replace(self, standing=standing, next=upcoming, claimed_day=claimed_day)


def weekly(day: str, at: time) -> Weekly:
    """Return the rule for ``day`` (``mon`` … ``sun``, or ``daily``)."""
    days = range(len(WEEKDAYS)) if day == DAILY else [WEEKDAYS.index(day)]
    return Weekly(frozenset(days), at)


def once_now(zone: ZoneInfo, now: datetime) -> Once:
    """Return the rule of what is posted at once."""
    return Once(reading(now, zone).replace(second=0, microsecond=0))
