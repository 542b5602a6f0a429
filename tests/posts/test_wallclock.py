"""Wall-clock times around every transition of every zone for ten years, and in between."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.posts.wallclock import (
    Once,
    Rule,
    Weekly,
    instant,
    is_skipped,
    next_occurrence,
    reading,
    rule_of,
)

SECOND = timedelta(seconds=1)
FIRST, LAST = datetime(2025, 1, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC)
# No zone changes its clock twice within a week in these years.
STRIDE = timedelta(days=6)
AROUND = [
    timedelta(minutes=m) for m in (-121, -120, -61, -60, -31, -30, -1, 0, 1, 29, 30, 59, 60, 61)
]
ZONES = sorted(available_timezones())
NEW_YORK = ZoneInfo("America/New_York")


def transitions(zone: ZoneInfo) -> Iterator[datetime]:
    """Yield each moment at which the clocks of ``zone`` are changed."""
    moment, offset = FIRST, FIRST.astimezone(zone).utcoffset()
    while moment < LAST:
        later = moment + STRIDE
        if (new := later.astimezone(zone).utcoffset()) != offset:
            low, high = moment, later
            while high - low > SECOND:
                middle = low + (high - low) / 2
                middle = middle.replace(microsecond=0)
                if middle.astimezone(zone).utcoffset() == offset:
                    low = middle
                else:
                    high = middle
            yield high
            offset = new
        moment = later


@cache
def all_transitions() -> tuple[tuple[str, datetime], ...]:
    return tuple((name, at) for name in ZONES for at in transitions(ZoneInfo(name)))


def assert_first_moment(wall: datetime, zone: ZoneInfo) -> None:
    """Hold the definition itself: the first moment whose clock shows ``wall`` or later."""
    at = instant(wall, zone)
    assert reading(at, zone) >= wall, (zone.key, wall)
    assert reading(at - SECOND, zone) < wall, (zone.key, wall)


def test_around_every_transition_a_time_happens_at_the_first_moment_that_shows_it() -> None:
    checked = 0
    for name, at in all_transitions():
        zone = ZoneInfo(name)
        for side in (at - SECOND, at):
            for shift in AROUND:
                assert_first_moment(reading(side, zone) + shift, zone)
                checked += 1

    assert checked > 50_000


@given(
    name=st.sampled_from(ZONES),
    wall=st.datetimes(datetime(2025, 1, 1), datetime(2035, 1, 1)).map(  # noqa: DTZ001
        lambda wall: wall.replace(microsecond=0)
    ),
)
def test_in_between_too(name: str, wall: datetime) -> None:
    assert_first_moment(wall, ZoneInfo(name))


def test_a_skipped_time_happens_at_the_first_moment_after_the_gap() -> None:
    wall = datetime(2026, 3, 8, 2, 30)  # noqa: DTZ001

    assert instant(wall, NEW_YORK) == datetime(2026, 3, 8, 7, 0, tzinfo=UTC)
    assert is_skipped(wall, NEW_YORK)


def test_a_repeated_time_happens_the_first_time() -> None:
    wall = datetime(2026, 11, 1, 1, 30)  # noqa: DTZ001

    assert instant(wall, NEW_YORK) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert not is_skipped(wall, NEW_YORK)


def test_a_whole_day_that_a_zone_skipped_happens_as_the_next_one_begins() -> None:
    apia = ZoneInfo("Pacific/Apia")  # crossed the date line: there was no 30 December 2011

    at = instant(datetime(2011, 12, 30, 9, 0), apia)  # noqa: DTZ001

    assert reading(at, apia) == datetime(2011, 12, 31)  # noqa: DTZ001


def test_a_wall_clock_time_carries_no_zone() -> None:
    with pytest.raises(ValueError, match="no zone"):
        instant(datetime(2026, 1, 1, tzinfo=UTC), NEW_YORK)


WEEKDAYS = st.frozensets(st.integers(0, 6), min_size=1)
TIMES = st.times().map(lambda t: t.replace(second=0, microsecond=0))


@given(
    name=st.sampled_from(ZONES),
    rule=st.builds(Weekly, WEEKDAYS, TIMES),
    now=st.integers(0, int((LAST - FIRST).total_seconds())).map(
        lambda seconds: FIRST + timedelta(seconds=seconds)
    ),
)
def test_a_repeated_rule_happens_once_on_each_of_its_days(
    name: str, rule: Weekly, now: datetime
) -> None:
    zone = ZoneInfo(name)
    occurrence = next_occurrence(rule, zone, after=now)
    days: list[date] = []
    for _ in range(8):
        assert occurrence is not None
        assert occurrence.at > now or days
        assert occurrence.day.weekday() in rule.weekdays
        days.append(occurrence.day)
        occurrence = next_occurrence(rule, zone, after_day=occurrence.day)

    expected = [days[0] + timedelta(d) for d in range(60)]
    assert days == [day for day in expected if day.weekday() in rule.weekdays][:8]


def test_an_edited_time_never_uses_a_claimed_day_again() -> None:
    now = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
    edited = Weekly(frozenset(range(7)), time(23, 0))

    upcoming = next_occurrence(edited, ZoneInfo("UTC"), after=now, after_day=now.date())

    assert upcoming is not None
    assert upcoming.day == date(2026, 3, 3)


def test_a_single_time_is_over_once_it_was() -> None:
    rule = Once(datetime(2026, 3, 2, 9, 0))  # noqa: DTZ001
    seoul = ZoneInfo("Asia/Seoul")
    at = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)

    before = next_occurrence(rule, seoul, after=at - SECOND)

    assert before is not None
    assert before.at == at
    assert next_occurrence(rule, seoul, after=at) is None
    assert next_occurrence(rule, seoul, after_day=before.day) is None


def test_without_any_moment_there_is_no_next_one() -> None:
    with pytest.raises(ValueError, match="after when"):
        next_occurrence(Weekly(frozenset({0}), time(9)), NEW_YORK)


@pytest.mark.parametrize("weekdays", [frozenset(), frozenset({7})])
def test_a_rule_without_a_real_weekday_is_refused(weekdays: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="weekdays"):
        Weekly(weekdays, time(9))


@pytest.mark.parametrize(
    "rule",
    [Once(datetime(2026, 3, 8, 2, 30)), Weekly(frozenset({6, 0}), time(9, 5))],  # noqa: DTZ001
)
def test_a_stored_rule_is_read_back(rule: Rule) -> None:
    assert rule_of(str(rule)) == rule


def test_what_is_no_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="not a rule"):
        rule_of("sometimes")
