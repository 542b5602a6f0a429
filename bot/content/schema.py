"""JSON Schemas of the files that writers edit, so that their editor completes and warns."""

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from bot.content.shapes.agenda import AgendaShape
from bot.content.shapes.concept import ConceptShape
from bot.content.shapes.discussion import DiscussionShape
from bot.content.shapes.quiz import QuizShape
from bot.content.shapes.topic import TopicShape

SCHEMA_FOLDER = ".schema"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHAPES: Mapping[str, tuple[str, type[BaseModel]]] = {
    "topic.json": ("topic.yaml", TopicShape),
    "concept.json": ("concepts/<id>.md, between the --- lines", ConceptShape),
    "quiz.json": ("quiz.yaml", QuizShape),
    "discussion.json": ("discussions/<id>.md, between the --- lines", DiscussionShape),
    "agenda.json": ("agenda.yaml", AgendaShape),
}


def schemas() -> dict[str, str]:
    """File name to JSON text, one for each kind of file."""
    return {name: _schema(title, shape) for name, (title, shape) in _SHAPES.items()}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Writes every schema into `folder`, which is made if need be; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in schemas().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return tuple(paths)


def _schema(title: str, shape: type[BaseModel]) -> str:
    schema = {"$schema": _DIALECT, **shape.model_json_schema(), "title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
