"""When a reminder comes: by the server's clock, at most once a day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.ids import GuildId, MemberId
from bot.review.reminder import Reminder

NOON_IN_SEOUL = datetime(2026, 1, 1, 3, tzinfo=UTC)
EVENING = Reminder(1, GuildId(1), MemberId(2), 20, "Asia/Seoul")


def moment(reminder: Reminder) -> datetime:
    assert reminder.coming is not None
    return reminder.coming.at


def test_it_comes_at_the_hour_by_the_servers_clock() -> None:
    assert moment(EVENING.planned(NOON_IN_SEOUL)) == datetime(2026, 1, 1, 11, tzinfo=UTC)


def test_an_hour_that_is_over_today_comes_tomorrow() -> None:
    morning = replace(EVENING, hour=8).planned(NOON_IN_SEOUL)

    assert moment(morning) == datetime(2026, 1, 1, 23, tzinfo=UTC)


def test_a_later_hour_on_the_same_day_does_not_remind_twice() -> None:
    reminded = replace(EVENING, hour=13).planned(NOON_IN_SEOUL).decided(NOON_IN_SEOUL)

    changed = replace(reminded, hour=22).planned(NOON_IN_SEOUL)

    assert changed.coming is not None
    assert changed.coming.day == date(2026, 1, 2)


def test_turning_it_off_and_on_does_not_remind_twice() -> None:
    at = moment(EVENING.planned(NOON_IN_SEOUL))
    again = EVENING.planned(NOON_IN_SEOUL).decided(at).off().planned(at)

    assert moment(again) == at + timedelta(days=1)


@given(
    st.integers(0, 23),
    st.sampled_from(["Asia/Seoul", "Europe/Berlin", "America/New_York", "Pacific/Apia"]),
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - made aware below
)
def test_each_day_has_one(hour: int, zone: str, at: datetime) -> None:
    now = at.replace(tzinfo=UTC)
    reminder = replace(EVENING, hour=hour, zone=zone).planned(now)

    days = set()
    for _ in range(5):
        assert reminder.coming is not None
        assert reminder.coming.at > now
        assert reminder.coming.day not in days
        days.add(reminder.coming.day)
        now = reminder.coming.at
        reminder = reminder.decided(now)
