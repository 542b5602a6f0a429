"""How well an item is remembered, and when it comes back: pure rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ids import GuildId, MemberId
from bot.quiz.model import Sureness
from bot.review.memory import Card, Grade, Memory, Origin, Reviewed, grade_of, reviewed

DAY = date(2026, 1, 1)
NOON = datetime(2026, 1, 1, 3, tzinfo=UTC)
SEOUL = ZoneInfo("Asia/Seoul")
GUILD, MEMBER = GuildId(1), MemberId(2)
WRONG = Reviewed(Origin.DAILY, 7, "kernel-job", Grade.FORGOTTEN, NOON)


def taken(card: Card | None, review: Reviewed) -> Card:
    return reviewed(card, GUILD, MEMBER, review, SEOUL)


@pytest.mark.parametrize(
    ("is_right", "sureness", "grade"),
    [
        (False, None, Grade.FORGOTTEN),
        (False, Sureness.SURE, Grade.FORGOTTEN),
        (True, Sureness.GUESS, Grade.FORGOTTEN),
        (True, Sureness.UNSURE, Grade.SHAKY),
        (True, Sureness.SURE, Grade.KNOWN),
        (True, None, Grade.KNOWN),
    ],
)
def test_a_guess_is_worth_as_little_as_a_miss(
    is_right: bool, sureness: Sureness | None, grade: Grade
) -> None:
    assert grade_of(sureness, is_right=is_right) is grade


def test_what_was_missed_comes_back_the_next_day() -> None:
    assert Memory.first(Grade.FORGOTTEN, DAY).due == DAY + timedelta(days=1)


def test_what_is_known_stays_away_longer_each_time() -> None:
    first = Memory.first(Grade.KNOWN, DAY)
    second = first.graded(Grade.KNOWN, first.due)
    third = second.graded(Grade.KNOWN, second.due)

    waits = [each.due - each.reviewed for each in (first, second, third)]
    assert waits == sorted(set(waits))


def test_forgetting_brings_it_back_soon_again() -> None:
    known = Memory.first(Grade.KNOWN, DAY)
    known = known.graded(Grade.KNOWN, known.due)

    forgotten = known.graded(Grade.FORGOTTEN, known.due)

    assert forgotten.due - forgotten.reviewed < known.due - known.reviewed
    assert forgotten.difficulty > known.difficulty


@given(st.lists(st.tuples(st.sampled_from(Grade), st.integers(0, 400)), min_size=1, max_size=20))
def test_whatever_is_answered_it_comes_back_within_a_year_and_not_the_same_day(
    answers: list[tuple[Grade, int]],
) -> None:
    (grade, _), *rest = answers
    memory, day = Memory.first(grade, DAY), DAY
    for again, later in rest:
        day += timedelta(days=later)
        memory = memory.graded(again, day)

    assert timedelta(days=1) <= memory.due - day <= timedelta(days=365)
    assert 1 <= memory.difficulty <= 10


def test_an_answer_counts_on_the_day_that_it_is_in_the_server() -> None:
    late = replace(WRONG, at=datetime(2026, 1, 1, 16, tzinfo=UTC))

    assert taken(None, late).memory.reviewed == date(2026, 1, 2)


def test_the_same_answer_twice_changes_nothing() -> None:
    card = taken(None, WRONG)

    assert taken(card, WRONG) is card


def test_a_word_about_sureness_grades_the_same_answer_anew() -> None:
    known = replace(WRONG, grade=Grade.KNOWN)
    card = taken(taken(None, WRONG), known)

    assert card == taken(None, known)


def test_a_second_answer_can_be_graded_anew_without_losing_the_first() -> None:
    first = taken(None, WRONG)
    second = replace(WRONG, number=8, at=NOON + timedelta(days=3))

    changed = taken(taken(first, second), replace(second, grade=Grade.KNOWN))

    assert changed.memory == first.memory.graded(Grade.KNOWN, date(2026, 1, 4))


def test_an_older_answer_than_the_last_is_passed_over() -> None:
    card = taken(None, replace(WRONG, at=NOON + timedelta(days=3)))

    assert taken(card, replace(WRONG, number=3)) is card
