"""What is in a library is found by id and by number, and what is not gives None."""

from pathlib import Path

import pytest

from bot.content.library import Library
from bot.content.model import Text
from bot.content.reader import read
from tests.content.small_library import write_library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return read(write_library(tmp_path / "content"))


def test_concepts_prompts_and_items_are_found_by_id_and_number(library: Library) -> None:
    for concept in library.concepts:
        assert library.concept(concept.id) is concept
        assert library.concept_by_number(concept.number) is concept
    for prompt in library.prompts:
        assert library.prompt(prompt.id) is prompt
        assert library.prompt_by_number(prompt.number) is prompt
    for item in library.items:
        assert library.item(item.id) is item
        assert library.item_by_number(item.number) is item


def test_what_is_not_there_gives_none(library: Library) -> None:
    assert library.concept("moon") is None
    assert library.concept_by_number(1) is None
    assert library.prompt("moon") is None
    assert library.prompt_by_number(1) is None
    assert library.item("moon") is None
    assert library.item_by_number(1) is None
    assert library.topic("moon") is None
    assert library.reference("moon") is None


def test_a_concept_leads_to_all_that_belongs_to_it(library: Library) -> None:
    tide, wave = library.concepts

    assert library.related_to(tide) == (wave,)
    assert [item.id for item in library.items_of(tide)] == ["tide-cause"]
    assert [reference.id for reference in library.references_of(tide)] == ["sea-page"]
    assert library.topic_of(tide).id == "sea"
    figure = library.figure_of(tide)
    assert figure is not None
    assert figure.file.is_file()
    assert library.figure_of(wave) is None


def test_a_topic_has_its_agenda_and_its_neighbours(library: Library) -> None:
    (topic,) = library.topics

    agenda = library.agenda_of(topic)

    assert agenda is not None
    assert [step.minutes for step in agenda.steps] == [10, 20]
    assert [entry.names for entry in library.outside] == [("해류", "current")]


def test_a_text_is_korean_where_english_is_missing() -> None:
    assert Text("물").into("en") == "물"
    assert Text("물", "water").into("en-GB") == "water"
    assert Text("물", "water").into("ko") == "물"
