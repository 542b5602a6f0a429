"""Follow-ups: only in a quiet thread, at most two a day, and never at night."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.content.model import Text
from bot.discussion import phases
from bot.discussion.follow_ups import MOST_A_DAY, looked
from bot.discussion.model import Discussion
from tests.discussion.hall import DEBATE
from tests.discussion.test_phases import begun

SEOUL = ZoneInfo("Asia/Seoul")
HOUR = timedelta(hours=1)
MIDDAY = datetime(2026, 3, 2, 12, tzinfo=SEOUL).astimezone(UTC)


def arguing(at: datetime, **changes: object) -> Discussion:
    moved = phases.advanced(begun(), at)
    return replace(moved, **changes)  # type: ignore[arg-type]


def test_a_quiet_thread_is_asked_the_next_follow_up() -> None:
    discussion, text = looked(arguing(MIDDAY), MIDDAY, MIDDAY - 6 * HOUR)

    assert text == DEBATE.follow_ups[0]
    assert discussion.followed == 1
    assert discussion.follow_at == MIDDAY + 6 * HOUR


def test_a_lively_thread_is_left_alone_until_it_is_quiet() -> None:
    discussion, text = looked(arguing(MIDDAY), MIDDAY, MIDDAY - 2 * HOUR)

    assert text is None
    assert discussion.follow_at == MIDDAY + 4 * HOUR


def test_at_night_it_waits_for_the_morning() -> None:
    night = datetime(2026, 3, 2, 23, tzinfo=SEOUL).astimezone(UTC)

    discussion, text = looked(arguing(night), night, None)

    assert text is None
    assert discussion.follow_at == datetime(2026, 3, 3, 8, tzinfo=SEOUL)


def test_a_paused_one_and_one_without_follow_ups_left_ask_nothing() -> None:
    paused = replace(arguing(MIDDAY), ends_at=None, paused_left=HOUR)
    asked = arguing(MIDDAY, followed=len(DEBATE.follow_ups))

    assert looked(paused, MIDDAY, None)[1] is None
    assert looked(asked, MIDDAY, None) == (replace(asked, follow_at=None), None)


@given(
    st.integers(0, 365 * 24 * 60).map(lambda minute: MIDDAY + timedelta(minutes=minute)),
    st.lists(st.integers(0, 600), max_size=40),
)
def test_however_often_it_is_looked_nights_are_quiet_and_days_bearable(
    start: datetime, minutes: list[int]
) -> None:
    discussion, now = arguing(start, zone="Europe/Berlin"), start
    many = replace(DEBATE, follow_ups=tuple(Text(str(number)) for number in range(99)))
    discussion = replace(discussion, prompt=many)
    asked: list[datetime] = []
    for pause in minutes:
        now += timedelta(minutes=pause)
        discussion, text = looked(discussion, now, asked[-1] if asked else None)
        if text is not None:
            asked.append(now.astimezone(ZoneInfo("Europe/Berlin")))
        assert discussion.follow_at is not None
        assert text is not None or discussion.follow_at > now
    assert all(8 <= at.hour < 22 for at in asked)
    days = [at.date() for at in asked]
    assert all(days.count(day) <= MOST_A_DAY for day in days)
    assert all(later - earlier >= 6 * HOUR for earlier, later in pairwise(asked))
