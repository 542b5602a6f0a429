"""The leaderboard: who of those that chose to be seen got how many right (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from bot.ids import MemberId
from bot.quiz.journal import Score

MAX_SHOWN = 20


class Span(IntEnum):
    """What a leaderboard is about; the number stands in custom ids."""

    WEEK = 0
    MONTH = 1

    def first(self, today: date) -> date:
        """Return its first day: Monday, or the first of the month."""
        if self is Span.WEEK:
            return today - timedelta(days=today.weekday())
        return today.replace(day=1)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A member's place; equal scores share one."""

    place: int
    member: MemberId
    score: Score


@dataclass(frozen=True, slots=True)
class Board:
    """The leaderboard of a span: so many ``seen`` members chose to be on it."""

    span: Span
    ranked: tuple[Ranked, ...]
    seen: int
    is_mine: bool


def ranked(scores: Mapping[MemberId, Score]) -> tuple[Ranked, ...]:
    """Return who has how many right, most first; equal scores share a place."""
    order = sorted(scores.items(), key=lambda each: (-each[1].right, each[0]))
    places: list[Ranked] = []
    for at, (member, score) in enumerate(order):
        tied = bool(places) and places[-1].score.right == score.right
        places.append(Ranked(places[-1].place if tied else at + 1, member, score))
    return tuple(places)
