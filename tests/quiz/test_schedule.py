"""When a schedule asks, and what edits, pauses, outages and daylight saving do to it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.ids import ChannelId, GuildId, MemberId
from bot.posts.wallclock import Weekly
from bot.quiz.schedule import Paused, Schedule, ScheduleState

# Monday, 09:00 in Seoul.
MONDAY_MORNING = datetime(2026, 3, 2, 0, tzinfo=UTC)
WORKDAYS = Weekly(frozenset(range(5)), time(21))
PLAIN = Schedule(1, GuildId(1), ChannelId(2), MemberId(3), WORKDAYS, "Asia/Seoul")


def coming(schedule: Schedule) -> datetime:
    assert schedule.coming is not None
    return schedule.coming.at


def test_the_first_day_is_the_next_one_by_the_servers_clock() -> None:
    assert coming(PLAIN.planned(MONDAY_MORNING)) == datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_a_decided_day_is_never_decided_again_whatever_is_edited() -> None:
    decided = PLAIN.planned(MONDAY_MORNING).claimed()

    later = replace(decided, rule=Weekly(WORKDAYS.weekdays, time(22)))

    assert coming(later.planned(MONDAY_MORNING)) == datetime(2026, 3, 3, 13, tzinfo=UTC)


def test_skipped_dates_and_days_off_are_passed_over() -> None:
    skipping = replace(PLAIN, skips=frozenset({date(2026, 3, 2), date(2026, 3, 3)}))

    assert coming(skipping.planned(MONDAY_MORNING)) == datetime(2026, 3, 4, 12, tzinfo=UTC)
    friday = datetime(2026, 3, 6, 12, tzinfo=UTC)
    assert coming(PLAIN.planned(friday)) == datetime(2026, 3, 9, 12, tzinfo=UTC)


def test_after_an_outage_each_day_is_decided_by_itself() -> None:
    schedule = PLAIN.planned(MONDAY_MORNING)

    days = []
    for _ in range(6):
        assert schedule.coming is not None
        days.append(schedule.coming.day.day)
        schedule = schedule.claimed()

    assert days == [2, 3, 4, 5, 6, 9]


def test_a_pause_makes_up_for_nothing() -> None:
    paused = PLAIN.planned(MONDAY_MORNING).paused(Paused.CHANNEL)

    resumed = paused.resumed(datetime(2026, 3, 5, 0, tzinfo=UTC))

    assert (paused.coming, paused.state) == (None, ScheduleState.PAUSED)
    assert coming(resumed) == datetime(2026, 3, 5, 12, tzinfo=UTC)
    assert resumed.paused_for is None


def test_a_wall_clock_time_stays_through_daylight_saving() -> None:
    berlin = replace(PLAIN, zone="Europe/Berlin", rule=Weekly(frozenset(range(7)), time(9)))

    before = berlin.planned(datetime(2026, 3, 27, 12, tzinfo=UTC))

    assert coming(before) == datetime(2026, 3, 28, 8, tzinfo=UTC)
    assert coming(before.claimed()) == datetime(2026, 3, 29, 7, tzinfo=UTC)


def test_a_look_back_comes_on_sunday_evening_only_where_it_is_wanted() -> None:
    wanted = replace(PLAIN, digest=True).planned(MONDAY_MORNING)

    assert wanted.digest_at == datetime(2026, 3, 8, 10, tzinfo=UTC)
    assert wanted.digested(wanted.digest_at).digest_at == datetime(2026, 3, 15, 10, tzinfo=UTC)
    assert PLAIN.planned(MONDAY_MORNING).digest_at is None
