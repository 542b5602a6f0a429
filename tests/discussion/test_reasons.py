"""Which reasons are read first."""

from math import isclose
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.discussion.model import Mark, Marking, Reason, Vote, Voter
from bot.discussion.reasons import (
    Marks,
    agreed_across,
    divisive,
    in_turn,
    marks_of,
    strongest_against,
    wilson_lower,
)

DOCKER, VM = 0, 1
VOTES = tuple(
    Vote(Voter(str(number)), 1, frozenset({DOCKER if number < 10 else VM})) for number in range(20)
)
ME = Voter("0")


def reason(number: int, stance: int | None, by: int = 19, *, hidden: bool = False) -> Reason:
    return Reason(number, Voter(str(by)), stance, f"이유 {number}", hidden=hidden)


def marks(number: int, mark: Mark, *voters: int) -> tuple[Marking, ...]:
    return tuple(Marking(number, Voter(str(voter)), mark) for voter in voters)


def agreeing(number: int, *voters: int) -> tuple[Marking, ...]:
    return marks(number, Mark.AGREE, *voters)


def differing(number: int, *voters: int) -> tuple[Marking, ...]:
    return marks(number, Mark.DIFFER, *voters)


def ids(reasons: tuple[Reason, ...]) -> list[int]:
    return [each.id for each in reasons]


def test_marks_are_counted_by_kind_and_a_pass_takes_no_side() -> None:
    markings = (*agreeing(1, 1, 2), *differing(1, 3), *marks(1, Mark.PASS, 4, 5))

    assert marks_of(markings) == {1: Marks(2, 1, 2)}
    assert Marks(2, 1, 2).n == 3


def test_the_sides_speak_in_turn_and_the_most_agreed_reason_of_each_first() -> None:
    reasons = (reason(1, DOCKER), reason(2, DOCKER), reason(3, VM), reason(4, None))
    markings = agreeing(2, 11, 12)

    assert ids(in_turn(reasons, markings)) == [2, 3, 4, 1]


def test_a_hidden_reason_is_read_nowhere() -> None:
    away = reason(1, VM, hidden=True)
    markings = (*agreeing(1, 1, 2, 3, 11, 12, 13), *differing(1, 4, 5, 6, 14, 15, 16))

    assert in_turn((away,), markings) == ()
    assert strongest_against(frozenset({DOCKER}), (away,), markings, VOTES, ME) is None
    assert agreed_across((away,), agreeing(1, 1, 11), VOTES) == ()
    assert divisive((away,), markings) == ()


@given(seed=st.integers(0, 10_000))
def test_the_order_depends_on_the_reasons_alone(seed: int) -> None:
    reasons = [reason(number, number % 3) for number in range(12)]
    markings = [*agreeing(3, 1, 2), *agreeing(4, 1)]
    expected = in_turn(reasons, markings)
    Random(seed).shuffle(reasons)
    Random(seed).shuffle(markings)

    assert in_turn(reasons, markings) == expected


def test_the_strongest_reason_against_me_convinces_the_other_side_most() -> None:
    reasons = (reason(1, VM), reason(2, VM, by=18))
    # More agree with the first, but they are of my own side.
    markings = (*agreeing(1, 1, 2, 3), *agreeing(2, 11, 12))

    found = strongest_against(frozenset({DOCKER}), reasons, markings, VOTES, ME)

    assert found == reasons[1]


def test_where_the_other_side_marked_nothing_everybodys_marks_decide() -> None:
    reasons = (reason(1, VM), reason(2, VM))

    found = strongest_against(frozenset({DOCKER}), reasons, agreeing(2, 3), VOTES, ME)

    assert found == reasons[1]


def test_an_authors_own_mark_convinces_nobody() -> None:
    reasons = (reason(1, VM, by=11), reason(2, VM, by=12))
    markings = (*agreeing(1, 11), *agreeing(2, 13))

    assert strongest_against(frozenset({DOCKER}), reasons, markings, VOTES, ME) == reasons[1]


def test_nothing_is_against_me_that_i_wrote_or_that_is_for_my_stance() -> None:
    reasons = (reason(1, VM, by=0), reason(2, DOCKER), reason(3, None))

    assert strongest_against(frozenset({DOCKER}), reasons, (), VOTES, ME) is None


def test_a_reason_is_agreed_across_if_most_of_both_sides_agree() -> None:
    reasons = tuple(reason(number, VM) for number in (1, 2, 3, 4))
    markings = (
        *agreeing(1, 1, 2, 11, 12),
        *agreeing(2, 1, 2, 3, 4, 5, 11, 12, 13, 14, 15),
        *agreeing(3, 11, 12, 13, 14),
        *(*agreeing(4, 1, 11, 12), *differing(4, 2)),
    )

    # The surer first; one side alone is not across, and half a side is not most of it.
    assert ids(agreed_across(reasons, markings, VOTES)) == [2, 1]


def test_passing_is_neither_agreeing_nor_a_side() -> None:
    markings = (*agreeing(1, 11, 12), *marks(1, Mark.PASS, 1, 2))

    assert agreed_across((reason(1, VM),), markings, VOTES) == ()


def test_the_most_even_and_surest_split_is_the_most_divisive() -> None:
    reasons = tuple(reason(number, VM) for number in range(1, 6))
    markings = (
        *(*agreeing(1, 1, 2, 3, 4), *differing(1, 11, 12, 13, 14)),
        *(*agreeing(2, 1, 2), *differing(2, 11, 12)),
        *(*agreeing(3, 1, 2, 3, 4, 5, 6, 7), *differing(3, 11)),
        *(*agreeing(4, 1), *differing(4, 11)),
    )

    # The third is nearly agreed, the fourth has too few marks, the fifth none.
    assert ids(divisive(reasons, markings)) == [1, 2]


def test_wilsons_bound_is_the_published_one() -> None:
    # Worked by hand from Wilson's formula with z = 1.959964.
    assert isclose(wilson_lower(10, 10), 0.722467, abs_tol=1e-6)
    assert isclose(wilson_lower(5, 10), 0.236593, abs_tol=1e-6)
    assert wilson_lower(0, 0) == 0.0
    assert wilson_lower(0, 5) == 0.0


@given(trials=st.integers(1, 500), successes=st.integers(0, 500))
def test_the_bound_is_below_the_share_and_rises_with_it(trials: int, successes: int) -> None:
    successes = min(successes, trials)
    bound = wilson_lower(successes, trials)

    assert 0 <= bound <= successes / trials
    if successes < trials:
        assert bound < wilson_lower(successes + 1, trials)
