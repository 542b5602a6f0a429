"""A concept's other names answer an item that asks for its name."""

from dataclasses import replace

import pytest

from bot.content.library import Library
from bot.content.model import Concept, Item, ItemKind, Text
from bot.content.reader import read
from bot.quiz.judging import sheet_of, verdict_of
from bot.quiz.marking import Why, mark
from bot.quiz.model import Given
from bot.quiz.other_names import other_names
from bot.quiz.snapshot import Snapshot
from tests.support.group import CONTENT


@pytest.fixture(scope="module")
def library() -> Library:
    return read(CONTENT)


def short(library: Library, name: str) -> tuple[Item, Concept]:
    item = next(each for each in library.items if each.id == name)
    concept = library.concept(item.concept)
    assert concept is not None
    return item, concept


def test_names_of_the_concept_that_the_item_does_not_list_are_right(library: Library) -> None:
    item, _ = short(library, "container-name-of-unit")
    frozen = Snapshot.of(item, library, seed=1)

    assert "소프트웨어 컨테이너" in frozen.accept
    assert "소프트웨어 컨테이너" not in item.accept
    assert verdict_of(frozen, Given(text="소프트웨어 컨테이너예요")).is_right


def test_an_item_that_asks_for_something_else_gets_no_names_of_its_concept(
    library: Library,
) -> None:
    item, concept = short(library, "image-class-python-for-image")

    assert other_names(item, concept) == ()


def test_the_key_may_be_spelled_differently_from_the_concepts_name(library: Library) -> None:
    item, concept = short(library, "container-name-of-unit")
    spaced = replace(item, key=Text("도커  컨테이너", "CONTAINER"))

    assert "소프트웨어 컨테이너" in other_names(spaced, concept)


def test_an_alias_that_the_item_has_as_a_contrast_stays_wrong(library: Library) -> None:
    item, concept = short(library, "container-name-of-unit")
    told_apart = replace(item, contrast=(*item.contrast, "소프트웨어-컨테이너"))

    names = other_names(told_apart, concept)

    assert "소프트웨어 컨테이너" not in names
    assert "콘테이너" in names


def test_an_alias_that_the_question_says_is_no_answer_to_it(library: Library) -> None:
    item, concept = short(library, "hypervisor-name")

    assert "가상화 OS" in concept.aliases
    assert "가상화 OS" in item.stem.ko
    assert not {"가상화 OS", "virtualization OS"} & set(other_names(item, concept))


def test_what_an_item_took_when_it_was_asked_stays_though_the_note_changes(
    library: Library,
) -> None:
    item, _ = short(library, "container-name-of-unit")
    stored = Snapshot.of(item, library, seed=1).as_json()

    restored = Snapshot.from_json(stored)

    assert verdict_of(restored, Given(text="소프트웨어 컨테이너")).is_right


def test_no_shipped_item_takes_a_contrast_by_its_concepts_names(library: Library) -> None:
    for item in library.items:
        if item.kind is ItemKind.SHORT:
            sheet = sheet_of(Snapshot.of(item, library, seed=1))
            accepted = [name for name in sheet.contrast if mark(sheet, name).correct]
            refused = [name for name in sheet.accept if not mark(sheet, name).correct]

            assert (accepted, refused) == ([], []), item.id


def test_a_stem_copied_in_either_language_whole_or_half_is_refused_as_copied(
    library: Library,
) -> None:
    for item in library.items:
        if item.kind is not ItemKind.SHORT:
            continue
        sheet = sheet_of(Snapshot.of(item, library, seed=1))
        for stem in filter(None, (item.stem.ko, item.stem.en)):
            words = stem.split()
            halves = words[: len(words) // 2], words[len(words) // 2 :]
            for copied in (stem, stem.upper(), *(" ".join(half) for half in halves)):
                verdict = mark(sheet, copied)

                assert (verdict.correct, verdict.reason.why) == (False, Why.COPIED), copied
