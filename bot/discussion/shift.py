"""Counts who moved from which stance to which, and hides what would point at a person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.discussion.model import Vote, Voter

# Fewer people than these are a person and a guess.
LEAST = 3
Cells = tuple[tuple[int, ...], ...]
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shift:
    """Who moved between the two votes.

    Attributes:
        cells: how many went from a stance (outer) to a stance (inner), by their places.
        only_first, only_second: by stance, who voted in one round only. In a merged shift: who
            did, together with everyone whose cell is hidden; which of both stays unsaid.
        merged: small cells are hidden.
    """

    cells: Cells
    only_first: tuple[int, ...]
    only_second: tuple[int, ...]
    merged: bool = False

    @property
    def n(self) -> int:
        """Return how many the cells show: all who voted twice, or (merged) those in sight."""
        return sum(map(sum, self.cells))

    @property
    def stayed(self) -> int:
        """Return how many of those held on to their stance."""
        return sum(row[place] for place, row in enumerate(self.cells))

    @property
    def moved(self) -> int:
        """Return how many of those changed it."""
        return self.n - self.stayed

    @property
    def first(self) -> tuple[int, ...]:
        """Return the distribution of the first vote."""
        return tuple(sum(row) + rest for row, rest in zip(self.cells, self.only_first, strict=True))

    @property
    def second(self) -> tuple[int, ...]:
        """Return the distribution of the second vote."""
        columns = zip(*self.cells, strict=True)
        return tuple(sum(col) + rest for col, rest in zip(columns, self.only_second, strict=True))


def shift_of(votes: Iterable[Vote], stances: int) -> Shift | None:
    """Count over both rounds of a debate; None: no second vote was cast."""
    rounds: dict[int, dict[Voter, int]] = {1: {}, 2: {}}
    for vote in votes:
        rounds[vote.round][vote.voter] = min(vote.stances)
    first, second = rounds[1], rounds[2]
    if not second:
        return None
    cells = [[0] * stances for _ in range(stances)]
    only_first, only_second = [0] * stances, [0] * stances
    for voter, source in first.items():
        if voter in second:
            cells[source][second[voter]] += 1
        else:
            only_first[source] += 1
    for voter, target in second.items():
        if voter not in first:
            only_second[target] += 1
    return Shift(tuple(map(tuple, cells)), tuple(only_first), tuple(only_second))


def merged(shift: Shift, least: int = LEAST) -> Shift | None:
    """Return ``shift`` as an anonymous discussion may show it; None: nothing of it.

    Cells under ``least`` are hidden (primary suppression), then more, the smallest first, until
    nobody can subtract their way back to a group under ``least`` (complementary suppression; L.
    Willenborg and T. de Waal, "Elements of Statistical Disclosure Control", 2001, chapter 6). The
    reader is taken to have both distributions. How many voted in both rounds is not said: so
    whoever is in no visible cell may as well have voted once, and no hidden cell is known to hold
    anybody. A distribution's own count may be under ``least``: it says what was voted, not who
    moved.
    """
    voters = sum(shift.second)
    shown = {
        (source, target)
        for source, row in enumerate(shift.cells)
        for target, members in enumerate(row)
        if members >= least
    }
    if voters < least:
        return None
    while (lines := next(_telling(shift, shown, least), None)) is not None:
        # `lines` are cells in sight; hiding the smallest of them costs the least.
        shown.discard(min(lines, key=lambda place: (shift.cells[place[0]][place[1]], place)))
    if not shown:
        return None
    return _with_only(shift, shown)


def _with_only(shift: Shift, shown: set[_Place]) -> Shift:
    size = range(len(shift.cells))
    cells = tuple(
        tuple(shift.cells[source][target] if (source, target) in shown else 0 for target in size)
        for source in size
    )
    rows = tuple(total - sum(row) for total, row in zip(shift.first, cells, strict=True))
    columns = zip(*cells, strict=True)
    rest = tuple(total - sum(col) for total, col in zip(shift.second, columns, strict=True))
    return Shift(cells, rows, rest, merged=True)


def _telling(shift: Shift, shown: set[_Place], least: int) -> Iterator[list[_Place]]:
    """Yield cells in sight of which one must go, for each thing that they would tell."""
    seen = _with_only(shift, shown)
    size = range(len(shift.cells))
    rows = [[place for place in sorted(shown) if place[0] == source] for source in size]
    columns = [[place for place in sorted(shown) if place[1] == target] for target in size]
    # What a distribution's count less the cells in sight leaves over.
    for rest, line in (*zip(seen.only_first, rows, strict=True),
                       *zip(seen.only_second, columns, strict=True)):  # fmt: skip
        if 0 < rest < least and line:
            yield line
    # Under `least` held a stance of which nothing is in sight, and there is nowhere else that
    # they could have gone to (or come from): then they are known to have voted once.
    for alone, others in ((seen.only_first, seen.only_second), (seen.only_second, seen.only_first)):
        if any(0 < rest < least for rest in alone) and not any(others) and shown:
            yield sorted(shown)
