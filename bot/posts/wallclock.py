"""Wall-clock times in a zone: when they happen, and when a repeated one happens next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
DAYS_IN_WEEK = 7


def instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the first moment (UTC) at which a clock in ``zone`` shows ``wall`` or later.

    ``wall`` is naive, in whole seconds. A time that daylight saving skips happens at the first
    moment after the gap; one that it repeats happens the first time.
    """
    if wall.tzinfo is not None:
        raise ValueError("a wall-clock time has no zone of its own")
    # Before the gap's end PEP 495 reads a skipped time with the old offset (fold 0), which lands
    # after the transition, and with the new one (fold 1), which lands before it.
    late = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if reading(late, zone) == wall:
        return late
    early = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return _first_at_or_past(wall, zone, early, late)


def reading(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what a clock in ``zone`` shows at ``moment``, naive."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def is_skipped(wall: datetime, zone: ZoneInfo) -> bool:
    """Tell whether no clock in ``zone`` ever shows ``wall``."""
    return reading(instant(wall, zone), zone) != wall


def _first_at_or_past(
    wall: datetime, zone: ZoneInfo, before: datetime, after: datetime
) -> datetime:
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        if reading(datetime.fromtimestamp(middle, UTC), zone) >= wall:
            high = middle
        else:
            low = middle
    return datetime.fromtimestamp(high, UTC)


@dataclass(frozen=True, slots=True)
class Once:
    """At ``at`` (naive, by the clock of the server's zone), and never again."""

    at: datetime

    def days(self, first: date) -> Iterator[date]:
        """Yield its date, unless that is before ``first``."""
        if self.at.date() >= first:
            yield self.at.date()

    @property
    def time(self) -> time:
        """Return its time of day."""
        return self.at.time()

    def __str__(self) -> str:
        """Return how it is stored; ``rule_of`` reads it."""
        return f"once {self.at.isoformat(timespec='minutes')}"


@dataclass(frozen=True, slots=True)
class Weekly:
    """On ``weekdays`` (Monday is 0; all seven: daily) at ``time``."""

    weekdays: frozenset[int]
    time: time

    def __post_init__(self) -> None:
        """Refuse what has no next time.

        Raises:
            ValueError: no weekday, or one that is not among 0 to 6.
        """
        if not self.weekdays or not self.weekdays <= set(range(DAYS_IN_WEEK)):
            raise ValueError(f"not weekdays: {sorted(self.weekdays)}")

    def days(self, first: date) -> Iterator[date]:
        """Yield its dates from ``first`` on, without an end."""
        day = first
        while day < date.max - DAY:
            if day.weekday() in self.weekdays:
                yield day
            day += DAY

    def __str__(self) -> str:
        """Return how it is stored; ``rule_of`` reads it."""
        numbers = "".join(map(str, sorted(self.weekdays)))
        return f"weekly {numbers} {self.time.isoformat(timespec='minutes')}"


Rule = Once | Weekly


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time of a rule: its ``day`` in the zone, which names it, and the moment in UTC."""

    day: date
    at: datetime


def next_occurrence(
    rule: Rule, zone: ZoneInfo, *, after: datetime | None = None, after_day: date | None = None
) -> Occurrence | None:
    """Return the first occurrence past the moment ``after`` and past ``after_day``, or None.

    ``after_day`` is the last day that was claimed: whatever is edited, a day is never used twice.
    """
    if after_day is not None:
        first = after_day + DAY
    elif after is not None:
        # A day earlier: an occurrence that was skipped to the next day is still to come.
        first = reading(after, zone).date() - DAY
    else:
        raise ValueError("say after when")
    for day in rule.days(first):
        at = instant(datetime.combine(day, rule.time), zone)
        if after is None or at > after:
            return Occurrence(day, at)
    return None


def rule_of(text: str) -> Rule:
    """Return the rule that was stored as ``text``.

    Raises:
        ValueError: it is not one.
    """
    match text.split():
        case ["once", at]:
            return Once(datetime.fromisoformat(at))
        case ["weekly", weekdays, at]:
            return Weekly(frozenset(map(int, weekdays)), time.fromisoformat(at))
        case _:
            raise ValueError(f"not a rule: {text!r}")
