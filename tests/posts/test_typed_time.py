"""Times as people type them."""

from datetime import datetime, time

import pytest

from bot.posts.announce.typed_time import read_clock, read_moment

HERE = datetime(2026, 3, 4, 14, 30)  # noqa: DTZ001 - a Wednesday, by the server's clock


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("9:30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("21:05", time(21, 5)),
        ("9시", time(9)),
        ("오전 9시", time(9)),
        ("오후 3시 반", time(15, 30)),
        ("오후3시30분", time(15, 30)),
        ("저녁 8시에", time(20)),
        ("밤 11시", time(23)),
        ("8pm", time(20)),
        ("8:15 PM", time(20, 15)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("오전 12시", time(0)),
        ("24:00", None),
        ("9:60", None),
        ("오후 13시", None),
        ("am 9 pm", None),
        ("9", None),
        ("곧", None),
        ("", None),
    ],
)
def test_a_time_of_day_is_read(typed: str, clock: time | None) -> None:
    assert read_clock(typed) == clock


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("20:00", "2026-03-04 20:00"),
        ("9시", "2026-03-05 09:00"),
        ("내일 오후 8시", "2026-03-05 20:00"),
        ("내일모레 9:00", "2026-03-06 09:00"),
        ("today 10:00", "2026-03-04 10:00"),
        ("tomorrow, 8pm", "2026-03-05 20:00"),
        ("토요일 저녁 7시", "2026-03-07 19:00"),
        ("sat 10:00", "2026-03-07 10:00"),
        ("수요일 20:00", "2026-03-04 20:00"),
        ("수요일 9:00", "2026-03-11 09:00"),
        ("12-24 19:30", "2026-12-24 19:30"),
        ("12월 24일 오후 7시 반", "2026-12-24 19:30"),
        ("1/2 9:00", "2027-01-02 09:00"),
        ("2026-03-04 20:00", "2026-03-04 20:00"),
        ("2026-03-04T20:00", "2026-03-04 20:00"),
        ("2020.1.2 09:00", "2020-01-02 09:00"),
        ("2026-02-30 09:00", None),
        ("12-24", None),
        ("내일", None),
        ("언젠가", None),
    ],
)
def test_a_moment_is_read_as_the_next_such_one(typed: str, moment: str | None) -> None:
    read = read_moment(typed, HERE)

    assert (f"{read:%Y-%m-%d %H:%M}" if read else None) == moment


def test_a_leap_day_without_its_year_is_no_time_at_all() -> None:
    assert read_moment("2-29 09:00", HERE) is None
