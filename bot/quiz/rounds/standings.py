"""Who stands where in a round (pure)."""

from collections.abc import Iterable

from bot.ids import MemberId
from bot.quiz.rounds.model import Placed, Score


def placed(scores: Iterable[Score]) -> tuple[Placed, ...]:
    """Return ``scores`` with their places, best first; as many right is the same place.

    After two in first place comes the third ("standard competition ranking").
    """
    ranked = sorted(scores, key=lambda score: (-score.right, score.member))
    rows: list[Placed] = []
    for at, score in enumerate(ranked):
        tied = rows and rows[-1].score.right == score.right
        rows.append(Placed(rows[-1].place if tied else at + 1, score))
    return tuple(rows)


def place_of(rows: Iterable[Placed], member: MemberId) -> Placed | None:
    """Return where ``member`` stands; None: they answered nothing."""
    return next((row for row in rows if row.score.member == member), None)
