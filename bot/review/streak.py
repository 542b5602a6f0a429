"""Days in a row, counted over days with a quiz: weekends, pauses and outages break nothing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from bot.quiz.journal import QuizDay


@dataclass(frozen=True, slots=True)
class Streak:
    """How many days with a quiz in a row a member answered: now, and at best."""

    current: int
    longest: int


def streak(days: Iterable[QuizDay], answered: Collection[date]) -> Streak:
    """Count over ``days`` (oldest first) on which of them the member ``answered`` something.

    A day that still takes answers breaks nothing: it is not over.
    """
    current = longest = 0
    for each in days:
        if each.day in answered:
            current += 1
            longest = max(longest, current)
        elif not each.is_open:
            current = 0
    return Streak(current, longest)
