"""Counting what a group answered."""

from hypothesis import given
from hypothesis import strategies as st

from bot.content.model import ItemKind, Text
from bot.discord_ui.figures import WIDTH
from bot.quiz.figure import BarShown, Chart, drawn
from bot.quiz.snapshot import Option, Snapshot
from bot.quiz.tally import Counted, percent, tally

PNG = b"\x89PNG\r\n\x1a\n"


def snapshot(kind: ItemKind) -> Snapshot:
    options = (Option(1, Text("나"), False), Option(0, Text("가"), True))
    shown = () if kind is ItemKind.SHORT else options
    return Snapshot("i", "t", kind, Text("?"), Text("!"), 1, Text("c"), Text("n"), shown)


def test_bars_stand_in_the_order_that_was_shown() -> None:
    counted = [Counted("0", True, 3), Counted("1", False, 2)]

    found = tally(snapshot(ItemKind.SINGLE), counted)

    assert [(bar.index, bar.members, bar.is_key) for bar in found.bars] == [
        (1, 2, False),
        (0, 3, True),
    ]
    assert (found.answers, found.right, found.percent) == (5, 3, 60)


def test_who_takes_several_choices_counts_in_each_of_their_bars_and_once_in_n() -> None:
    counted = [Counted("0,1", False, 2), Counted("0", True, 1)]

    found = tally(snapshot(ItemKind.MULTIPLE), counted)

    assert found.answers == 3
    assert [bar.members for bar in found.bars] == [2, 3]


def test_what_members_typed_is_never_shown_to_others() -> None:
    counted = [Counted("커널", True, 2), Counted("비밀, 0", False, 1)]

    found = tally(snapshot(ItemKind.SHORT), counted)

    assert [(bar.index, bar.members) for bar in found.bars] == [(None, 2), (None, 1)]


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_share_is_rounded_and_lies_between_0_and_100(part: int, whole: int) -> None:
    part = min(part, whole)

    share = percent(part, whole)

    assert 0 <= share <= 100
    assert whole == 0 or abs(share - 100 * part / whole) <= 0.5


def test_a_figure_is_a_png_whatever_its_words() -> None:
    long = BarShown("아주긴말" * 60, "1000명 (100 %)", 1.0, is_key=True)
    empty = BarShown("", "0명 (0 %)", 0.0, is_key=False)

    picture = drawn(Chart("물음" * 300, "3명", "정답", (long, empty)))

    assert picture.startswith(PNG)
    assert int.from_bytes(picture[16:20], "big") == WIDTH
