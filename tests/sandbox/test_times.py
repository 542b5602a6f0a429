from datetime import UTC, datetime

import pytest

from bot.sandbox.stage import next_morning, study_time


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        # Seoul is nine hours ahead of UTC, all year.
        (datetime(2026, 11, 24, 7, 30, tzinfo=UTC), datetime(2026, 11, 25, 0, tzinfo=UTC)),
        (datetime(2026, 11, 24, 0, 0, tzinfo=UTC), datetime(2026, 11, 25, 0, tzinfo=UTC)),
        (datetime(2026, 11, 23, 23, 59, tzinfo=UTC), datetime(2026, 11, 24, 0, tzinfo=UTC)),
    ],
)
def test_the_next_morning_is_nine_oclock_in_seoul(now: datetime, morning: datetime) -> None:
    assert next_morning(now) == morning


def test_a_fresh_world_is_entered_in_the_afternoon_of_the_present_day_in_seoul() -> None:
    late_evening_in_utc = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)

    assert study_time(late_evening_in_utc) == datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
