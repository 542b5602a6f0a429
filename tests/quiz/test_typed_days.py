"""Reading days and dates as people type them."""

from datetime import date

import pytest

from bot.quiz.typed_days import EVERY_DAY, read_dates, read_days

TODAY = date(2026, 12, 20)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("매일", EVERY_DAY),
        ("every day", EVERY_DAY),
        ("평일", {0, 1, 2, 3, 4}),
        ("Weekdays", {0, 1, 2, 3, 4}),
        ("주말", {5, 6}),
        ("월수금", {0, 2, 4}),
        ("월, 수", {0, 2}),
        ("월요일 금요일", {0, 4}),
        ("mon wed Fri", {0, 2, 4}),
        ("tuesday, thursday", {1, 3}),
    ],
)
def test_days_are_read_in_both_languages(typed: str, days: set[int]) -> None:
    assert read_days(typed) == frozenset(days)


@pytest.mark.parametrize("typed", ["", "가끔", "월x", "someday"])
def test_what_names_no_day_is_not_guessed(typed: str) -> None:
    assert read_days(typed) is None


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("12-25", {date(2026, 12, 25)}),
        ("12월 25일, 1/1", {date(2026, 12, 25), date(2027, 1, 1)}),
        ("2027-02-28~2027-03-01", {date(2027, 2, 28), date(2027, 3, 1)}),
        ("12-31~1-1", {date(2026, 12, 31), date(2027, 1, 1)}),
        ("12-20", {TODAY}),
        ("없음", set()),
        ("none", set()),
    ],
)
def test_dates_are_read_from_today_on(typed: str, dates: set[date]) -> None:
    assert read_dates(typed, TODAY) == frozenset(dates)


@pytest.mark.parametrize("typed", ["언젠가", "13-45", "1-10~1-2", "1-1~6-1", "1-1~1-2~1-3"])
def test_what_names_no_date_or_too_many_is_not_guessed(typed: str) -> None:
    assert read_dates(typed, TODAY) is None
