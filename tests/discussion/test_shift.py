"""Who moved; and that an anonymous shift tells of no group smaller than three."""

from collections.abc import Iterator
from itertools import product

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.discussion.model import Vote, Voter
from bot.discussion.shift import LEAST, Shift, merged, shift_of

_MANY = settings(max_examples=400, deadline=None)
_Unknown = tuple[int, ...]


def votes(*pairs: tuple[int | None, int | None]) -> tuple[Vote, ...]:
    return tuple(
        Vote(Voter(str(number)), round_, frozenset({stance}))
        for number, pair in enumerate(pairs)
        for round_, stance in enumerate(pair, 1)
        if stance is not None
    )


@st.composite
def shifts(draw: st.DrawFn, stances: tuple[int, int] = (2, 5), most: int = 40) -> Shift:
    size = draw(st.integers(*stances))
    # Small numbers, zeros and ones above all, are what gives people away.
    count = st.one_of(st.integers(0, 4), st.integers(0, most))
    line = st.tuples(*[count] * size)
    return Shift(draw(st.tuples(*[line] * size)), draw(line), draw(line))


def test_a_shift_has_who_stayed_who_moved_and_who_voted_once() -> None:
    shift = shift_of(votes((0, 0), (0, 1), (1, 1), (1, None), (None, 0)), 2)

    assert shift is not None
    assert shift == Shift(((1, 1), (0, 1)), (0, 1), (1, 0))
    assert (shift.n, shift.stayed, shift.moved) == (3, 2, 1)
    assert (shift.first, shift.second) == ((2, 2), (2, 2))


def test_without_a_second_vote_there_is_no_shift() -> None:
    assert shift_of(votes((0, None), (1, None)), 2) is None


def test_under_three_second_votes_show_nothing_of_an_anonymous_shift() -> None:
    assert merged(Shift(((2, 0), (0, 0)), (4, 4), (0, 0))) is None


def test_a_small_cell_takes_its_neighbour_with_it() -> None:
    # With nine of ten in sight, the tenth would be known to have done something else.
    shown = merged(Shift(((9, 1, 0), (0, 8, 0), (0, 0, 7)), (0, 0, 0), (0, 0, 0)))

    assert shown == Shift(((0, 0, 0), (0, 0, 0), (0, 0, 7)), (10, 8, 0), (9, 9, 0), merged=True)


def test_one_who_can_only_have_stayed_away_is_not_left_alone() -> None:
    # Everybody of the second vote in sight would tell that the one of the first never came back.
    assert merged(Shift(((0, 0), (0, 13)), (1, 0), (0, 0))) is None


def test_large_cells_stay_in_sight() -> None:
    shift = Shift(((9, 4), (3, 8)), (0, 5), (3, 0))

    assert merged(shift) == Shift(shift.cells, (0, 5), (3, 0), merged=True)


@given(shift=shifts())
@_MANY
def test_no_visible_cell_and_no_difference_is_a_group_under_three(shift: Shift) -> None:
    shown = merged(shift)

    if shown is None:
        return
    columns = tuple(zip(*shown.cells, strict=True))
    assert shown.n >= LEAST
    assert all(cell == 0 or cell >= LEAST for row in shown.cells for cell in row)
    for line, rest in (*zip(shown.cells, shown.only_first, strict=True),
                       *zip(columns, shown.only_second, strict=True)):  # fmt: skip
        # Where nothing of a stance is in sight, the rest is only what was voted.
        assert rest == 0 or rest >= LEAST or not any(line)


@given(shift=shifts())
@_MANY
def test_the_distributions_stay_what_they_were(shift: Shift) -> None:
    shown = merged(shift)

    if shown is not None:
        assert (shown.first, shown.second) == (shift.first, shift.second)
        for row, whole in zip(shown.cells, shift.cells, strict=True):
            assert all(cell in (0, true) for cell, true in zip(row, whole, strict=True))


@example(shift=Shift(((0, 0), (0, 13)), (1, 0), (0, 0)))
@example(shift=Shift(((0, 0), (0, 13)), (0, 0), (2, 0)))
@given(shift=shifts(stances=(2, 2), most=6))
@settings(max_examples=150, deadline=None)
def test_a_reader_of_everything_published_finds_no_group_under_three(shift: Shift) -> None:
    shown = merged(shift)

    if shown is None:
        return
    told = {name for table in tables_like(shown) for name in sums(shown, table).items()}
    values: dict[str, set[int]] = {}
    for name, value in told:
        values.setdefault(name, set()).add(value)
    known = {name: next(iter(found)) for name, found in values.items() if len(found) == 1}
    assert not {name: value for name, value in known.items() if 0 < value < LEAST}


def tables_like(shown: Shift) -> Iterator[Shift]:
    """Every table that looks like ``shown`` once merged: any number may be in a hidden cell."""
    size = range(len(shown.cells))
    hidden = [(i, j) for i, j in product(size, size) if not shown.cells[i][j]]
    rooms = [range(min(shown.only_first[i], shown.only_second[j]) + 1) for i, j in hidden]
    for guess in product(*rooms):
        first, second = list(shown.only_first), list(shown.only_second)
        cells = [list(row) for row in shown.cells]
        for (i, j), members in zip(hidden, guess, strict=True):
            cells[i][j] = members
            first[i] -= members
            second[j] -= members
        if min(*first, *second) >= 0:
            yield Shift(tuple(map(tuple, cells)), tuple(first), tuple(second))


def sums(shown: Shift, table: Shift) -> dict[str, int]:
    """Every number about hidden people that one might hope to work out."""
    size = range(len(table.cells))
    hidden = {(i, j): table.cells[i][j] for i, j in product(size, size) if not shown.cells[i][j]}
    found = {f"{i}->{j}": members for (i, j), members in hidden.items()}
    found |= {f"only first {i}": members for i, members in enumerate(table.only_first)}
    found |= {f"only second {j}": members for j, members in enumerate(table.only_second)}
    found["hidden, moved"] = sum(members for (i, j), members in hidden.items() if i != j)
    found["hidden, stayed"] = sum(members for (i, j), members in hidden.items() if i == j)
    found["voted in the first only"] = sum(table.only_first)
    found["voted in the second only"] = sum(table.only_second)
    return found
