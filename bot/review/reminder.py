"""A member's wish to be reminded privately at an hour of their own (pure)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Self
from zoneinfo import ZoneInfo

from bot.discord_ui.refusals import Refusal
from bot.ids import GuildId, MemberId
from bot.posts.wallclock import Occurrence, Weekly, next_occurrence

HOURS = range(24)
_EVERY_DAY = frozenset(range(7))


@dataclass
class ReminderGone(Refusal):
    """The reminder is somebody else's, or there is none."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """At ``hour`` in ``zone``, the server's.

    Attributes:
        coming: the next day and moment; None: it is off.
        claimed_day: the last day that was decided: whatever is changed, a day has one reminder.
        was_closed: it was turned off since direct messages are closed, and that is still to be
            told.
    """

    number: int
    guild: GuildId
    member: MemberId
    hour: int
    zone: str
    coming: Occurrence | None = None
    claimed_day: date | None = None
    was_closed: bool = False

    @property
    def is_on(self) -> bool:
        """Tell whether it comes again."""
        return self.coming is not None

    def zone_info(self) -> ZoneInfo:
        """Return the zone of its clock."""
        return ZoneInfo(self.zone)

    def planned(self, now: datetime) -> Self:
        """Return it as on, with its next time after ``now``, on a day that was not decided yet."""
        rule = Weekly(_EVERY_DAY, time(self.hour))
        coming = next_occurrence(rule, self.zone_info(), after=now, after_day=self.claimed_day)
        return replace(self, coming=coming, was_closed=False)

    def decided(self, now: datetime) -> Self:
        """Return it with its present day decided and the next one planned."""
        if self.coming is None:
            raise ValueError(f"reminder {self.number} is off")
        return replace(self, claimed_day=self.coming.day).planned(now)

    def off(self, *, closed: bool = False) -> Self:
        """Return it as off; ``closed``: since the member's direct messages are."""
        return replace(self, coming=None, was_closed=closed)
