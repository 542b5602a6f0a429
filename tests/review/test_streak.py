"""Days in a row: counted over days with a quiz."""

from datetime import date, timedelta

from bot.quiz.journal import QuizDay
from bot.review.streak import Streak, streak

MONDAY = date(2026, 1, 5)


def days(*offsets: int, open_: int | None = None) -> list[QuizDay]:
    return [QuizDay(on(each), each == open_) for each in offsets]


def on(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def test_weekends_pauses_and_outages_break_nothing() -> None:
    asked = days(0, 4, 7, 40)

    assert streak(asked, {on(0), on(4), on(7), on(40)}) == Streak(4, 4)


def test_a_day_with_a_quiz_that_was_left_out_breaks_it() -> None:
    asked = days(0, 1, 2, 3, 4)

    assert streak(asked, {on(0), on(1), on(3), on(4)}) == Streak(2, 2)


def test_todays_open_quiz_breaks_nothing_until_it_is_over() -> None:
    answered = {on(0), on(1)}

    assert streak(days(0, 1, 2, open_=2), answered) == Streak(2, 2)
    assert streak(days(0, 1, 2), answered) == Streak(0, 2)


def test_an_answer_today_counts_at_once() -> None:
    assert streak(days(0, 1, open_=1), {on(0), on(1)}) == Streak(2, 2)


def test_who_never_answered_has_none() -> None:
    assert streak(days(0, 1), set()) == Streak(0, 0)
    assert streak([], set()) == Streak(0, 0)
