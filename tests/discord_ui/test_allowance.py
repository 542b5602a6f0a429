"""A person never runs out of presses; a script does, and memory stays bounded."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.discord_ui import allowance
from bot.discord_ui.allowance import SUGGESTION, Allowance, TooFast
from bot.ids import MemberId

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
MINA, JUN = MemberId(1), MemberId(2)
SECOND = timedelta(seconds=1)


def spent(times: int = 20) -> Allowance:
    """Return an allowance of 20 of which Mina took ``times`` at once."""
    bucket = Allowance(20)
    for _ in range(times):
        bucket.take(MINA, NOON)
    return bucket


def test_twenty_at_once_are_let_pass_and_the_next_is_told_when_to_come_back() -> None:
    bucket = spent()

    with pytest.raises(TooFast) as refused:
        bucket.take(MINA, NOON)
    assert refused.value.seconds == 1


def test_a_second_gives_one_back_and_what_was_refused_cost_nothing() -> None:
    bucket = spent()
    for _ in range(50):
        with pytest.raises(TooFast):
            bucket.take(MINA, NOON)

    bucket.take(MINA, NOON + SECOND)

    with pytest.raises(TooFast):
        bucket.take(MINA, NOON + SECOND)


def test_a_fast_reader_who_presses_every_second_is_never_refused() -> None:
    bucket = Allowance(20)

    for second in range(10_000):
        bucket.take(MINA, NOON + second * SECOND)

    assert bucket.left(MINA, NOON + 10_000 * SECOND) == 20


def test_one_does_not_spend_anothers() -> None:
    bucket = spent()

    bucket.take(JUN, NOON)

    assert bucket.left(JUN, NOON) == 19


def test_suggestions_while_typing_hardly_count() -> None:
    bucket = Allowance(20)

    for _ in range(190):
        bucket.take(MINA, NOON, SUGGESTION)

    assert bucket.left(MINA, NOON) == pytest.approx(1)


def test_a_long_time_fills_it_and_a_clock_set_back_neither_gives_nor_takes() -> None:
    bucket = spent(19)

    assert bucket.left(MINA, NOON - timedelta(days=1)) == 1
    assert bucket.left(MINA, NOON + timedelta(days=365)) == 20


def test_the_longest_idle_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "MAX_REMEMBERED", 3)
    bucket = spent()
    for other in range(10, 13):
        bucket.take(MemberId(other), NOON)

    assert len(bucket) == 3
    assert bucket.left(MINA, NOON) == 20


def test_without_a_limit_nothing_is_remembered() -> None:
    bucket = Allowance(0)

    for _ in range(1000):
        bucket.take(MINA, NOON)

    assert len(bucket) == 0
