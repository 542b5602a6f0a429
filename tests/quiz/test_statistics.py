"""Item statistics against values that were worked out by hand."""

import pytest

from bot.quiz.statistics import (
    Flag,
    ItemStatistics,
    Response,
    Share,
    point_biserial,
    statistics_of,
)

KEY_IS_A = {"single": {0: True, 1: False, 2: False}}


def answers(item: str, *taken: int, key: int = 0) -> list[Response]:
    """Return one answer of each of several members."""
    return [
        Response(member, item, choice == key, frozenset({choice}))
        for member, choice in enumerate(taken)
    ]


def only(found: tuple[ItemStatistics, ...]) -> ItemStatistics:
    (one,) = found
    return one


def test_facility_is_the_share_that_got_it_right() -> None:
    found = only(statistics_of(answers("single", 0, 0, 0, 1), KEY_IS_A))

    assert (found.answers, found.right, found.facility) == (4, 3, 0.75)


def test_each_option_is_counted_also_one_that_nobody_took() -> None:
    found = only(statistics_of(answers("single", 0, 0, 1), KEY_IS_A))

    assert found.shares == (Share(0, 2, True), Share(1, 1, False), Share(2, 0, False))


def test_the_correlation_is_what_the_formula_gives_by_hand() -> None:
    # M1 = 0.75, M0 = 0.25, s = sqrt(0.125), p = q = 0.5: 0.5 / 0.35355 * 0.5.
    found = point_biserial([True, True, False, False], [1.0, 0.5, 0.5, 0.0])

    assert found == pytest.approx(0.7071, abs=1e-4)


def test_there_is_no_correlation_where_nothing_differs() -> None:
    assert point_biserial([True, True], [0.2, 0.9]) is None
    assert point_biserial([True, False], [0.5, 0.5]) is None


def crossed(both: int, first: int, second: int, neither: int) -> list[Response]:
    """Return two items' answers by how many got both, the first, the second, neither right."""
    pairs = [(True, True)] * both + [(True, False)] * first
    pairs += [(False, True)] * second + [(False, False)] * neither
    return [
        Response(member, item, is_right)
        for member, verdicts in enumerate(pairs)
        for item, is_right in zip("ab", verdicts, strict=True)
    ]


def test_discrimination_leaves_the_item_itself_out() -> None:
    # With two items the rest of each is the other: (12*9 - 3*6) / sqrt(15*15*18*12) = 0.40825.
    for found in statistics_of(crossed(12, 3, 6, 9), {}):
        assert found.discrimination == pytest.approx(0.40825, abs=1e-5)


def test_discrimination_is_told_from_thirty_answers_on() -> None:
    assert statistics_of(crossed(12, 3, 6, 8), {})[0].discrimination is None
    assert statistics_of(crossed(12, 3, 6, 9), {})[0].discrimination is not None


def test_who_answered_nothing_else_does_not_count_for_discrimination() -> None:
    alone = [Response(100 + each, "a", True) for each in range(40)]

    found = {each.item: each for each in statistics_of([*crossed(6, 3, 3, 6), *alone], {})}

    assert (found["a"].answers, found["a"].compared) == (58, 18)
    assert found["a"].discrimination is None


def test_an_item_that_those_who_know_more_miss_is_flagged() -> None:
    for found in statistics_of(crossed(3, 12, 12, 3), {}):
        assert found.discrimination == pytest.approx(-0.6)
        assert found.flags == (Flag.MISLEADS,)


@pytest.mark.parametrize(
    ("taken", "flags"),
    [
        ((0, 0, 0, 0, 0), (Flag.NOBODY_MISSES,)),
        ((1, 1, 2, 2, 2), (Flag.NOBODY_GETS, Flag.BEATS_KEY)),
        ((0, 0, 1, 1, 1), (Flag.BEATS_KEY,)),
        ((0, 0, 1, 1, 2), ()),
        ((0, 0, 0, 1, 2), ()),
        ((1, 1, 1, 1), ()),
    ],
    ids=["nobody misses", "nobody gets", "beaten", "a tie", "as it should be", "too few"],
)
def test_what_is_worth_a_look_is_flagged_from_five_answers_on(
    taken: tuple[int, ...], flags: tuple[Flag, ...]
) -> None:
    assert only(statistics_of(answers("single", *taken), KEY_IS_A)).flags == flags


def test_of_several_keys_the_least_taken_one_can_be_beaten() -> None:
    options = {"multiple": {0: True, 1: True, 2: False}}
    given = [Response(each, "multiple", False, frozenset({0, 2})) for each in range(5)]

    assert Flag.BEATS_KEY in only(statistics_of(given, options)).flags


def test_what_is_flagged_comes_first_then_the_hardest() -> None:
    given = [
        *answers("fine", 0, 0, 0, 1, 2),
        *answers("hard", 0, 0, 1, 1, 2),
        *answers("known", 0, 0, 0, 0, 0),
    ]
    options = dict.fromkeys(("fine", "hard", "known"), KEY_IS_A["single"])

    assert [each.item for each in statistics_of(given, options)] == ["known", "hard", "fine"]
