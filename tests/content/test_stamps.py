"""Stamps follow the text of a concept, and set an item aside when that text changes."""

from pathlib import Path

import pytest

from bot.content.fault_kinds import FaultKind
from bot.content.faults import BrokenContent
from bot.content.reader import check, read
from bot.content.stamp import stamp
from tests.content.small_library import FILES, change, write_library

QUIZ, WAVE, TIDE = "sea/quiz.yaml", "sea/concepts/wave.md", "sea/concepts/tide.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_library(tmp_path / "content")


def test_stamping_adds_one_line_to_each_item_and_nothing_else(content: Path) -> None:
    changed = stamp(content)

    lines = (content / QUIZ).read_text(encoding="utf-8").splitlines()
    assert changed == ("tide-cause", "wave-word")
    assert [line for line in lines if "stamp:" not in line] == FILES[QUIZ].splitlines()
    assert not check(content)
    assert stamp(content) == ()


def test_an_item_is_set_aside_when_its_concept_says_something_else(content: Path) -> None:
    stamp(content)
    change(content / WAVE, "바람이 물의 겉을", "바람이 물의 속을")

    (fault,) = check(content)
    library = read(content)

    assert (fault.kind, fault.line) == (FaultKind.STAMP_OUTDATED, 13)
    assert [item.id for item in library.items if library.is_set_aside(item)] == ["wave-word"]
    assert stamp(content) == ("wave-word",)
    assert not check(content)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("바람이 물의", "바람이   물의"),
        ("related: [tide]", "related: [tide]\nasked_as: [파도가 뭐야?]"),
        ("The wind moves", "Wind moves"),
    ],
    ids=["spacing", "ways to ask", "English"],
)
def test_a_change_that_says_the_same_keeps_the_stamp(content: Path, old: str, new: str) -> None:
    stamp(content)

    change(content / WAVE, old, new)

    assert not check(content)


def test_nothing_is_stamped_while_something_is_broken(content: Path) -> None:
    change(content / TIDE, "[wave]", "[wav]")

    with pytest.raises(BrokenContent):
        stamp(content)

    assert (content / QUIZ).read_text(encoding="utf-8") == FILES[QUIZ]
