"""The leaderboard's places and spans."""

from datetime import date

from bot.ids import MemberId
from bot.quiz.journal import Score
from bot.review.board import Span, ranked


def test_equal_scores_share_a_place() -> None:
    scores = {
        MemberId(1): Score(5, 3),
        MemberId(2): Score(5, 5),
        MemberId(3): Score(3, 3),
        MemberId(4): Score(2, 1),
    }

    assert [(each.place, each.member) for each in ranked(scores)] == [
        (1, 2),
        (2, 1),
        (2, 3),
        (4, 4),
    ]


def test_a_week_begins_on_monday_and_a_month_on_its_first() -> None:
    friday = date(2026, 1, 9)

    assert Span.WEEK.first(friday) == date(2026, 1, 5)
    assert Span.WEEK.first(date(2026, 1, 5)) == date(2026, 1, 5)
    assert Span.MONTH.first(friday) == date(2026, 1, 1)
