"""A server's note as the files of a topic, as a writer would keep them in ``content/`` (pure)."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import yaml

from bot.content.importer.slugs import free_slug
from bot.content.importer.yaml_text import Flow, both, yaml_of
from bot.content.limits import MAX_TITLE
from bot.content.model import Choice, Concept, Item, ItemKind, Prompt, Section, Text
from bot.notes.mentions import as_written
from bot.notes.model import Note, OwnItem

# A zip keeps times in years from 1980 on; one time for all makes equal notes equal files.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_ORDER = 50


def folder_of(note: Note) -> str:
    """Return the name of the topic's folder."""
    return free_slug(note.sheet.title, "note", ())


def files_of(note: Note, items: Sequence[OwnItem]) -> dict[str, str]:
    """Return the topic's files by their path in its folder; ``items`` are the accepted ones."""
    sheet = note.sheet
    files = {"topic.yaml": _topic(note)}
    for entry in sheet.entries:
        files[f"concepts/{entry.concept.id}.md"] = _concept(entry.concept)
    for talk in sheet.talks:
        files[f"discussions/{talk.prompt.id}.md"] = _prompt(talk.prompt)
    concepts = {entry.concept.id: entry.concept for entry in sheet.entries}
    asked = [
        _stamped(each.drafted.item, concepts[each.drafted.item.concept])
        for each in items
        if each.drafted.item.concept in concepts
    ]
    if asked:
        own = folder_of(note)[:28]
        fields = [item_fields(item, f"{own}-{at}") for at, item in enumerate(asked, start=1)]
        files["quiz.yaml"] = as_written(
            yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=float("inf"))
        )
    return files


def zipped(note: Note, items: Sequence[OwnItem]) -> bytes:
    """Return the topic's folder as a zip file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files_of(note, items).items():
            place = zipfile.ZipInfo(f"{folder_of(note)}/{path}", _MOMENT)
            place.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(place, text.encode())
    return held.getvalue()


def item_fields(item: Item, name: str) -> dict[str, Any]:
    """Return ``item`` as ``quiz.yaml`` has it, under the id ``name``."""
    fields: dict[str, Any] = {"id": name, "concept": str(item.concept), "kind": item.kind.value}
    if item.stamp:
        fields["stamp"] = item.stamp
    fields["stem"] = _text(item.stem)
    match item.kind:
        case ItemKind.SINGLE | ItemKind.MULTIPLE:
            fields["choices"] = [_choice(each) for each in item.choices]
        case ItemKind.TRUE_FALSE:
            fields |= {"key": item.truth, "reason": _text(item.reason or Text(""))}
        case ItemKind.SHORT:
            fields["key"] = _text(item.key or Text(""))
            fields |= {"accept": list(item.accept)} if item.accept else {}
            fields |= {"contrast": list(item.contrast)} if item.contrast else {}
    return fields | {"explanation": _text(item.explanation)}


def _stamped(item: Item, concept: Concept) -> Item:
    """The item with the stamp of its concept as the files have it: mentions are whole there."""
    if item.stamp != concept.stamp:
        return item  # it is set aside, here and there
    written = replace(
        concept,
        title=Text(as_written(concept.title.ko), concept.title.en),
        short=Text(as_written(concept.short.ko)),
        sections=tuple(
            Section(as_written(each.heading), as_written(each.body)) for each in concept.sections
        ),
    )
    return replace(item, stamp=written.stamp)


def _choice(choice: Choice) -> dict[str, Any]:
    fields: dict[str, Any] = {"text": _text(choice.text)}
    if choice.is_correct:
        fields["correct"] = True
    if choice.reason:
        fields["reason"] = _text(choice.reason)
    return fields


def _topic(note: Note) -> str:
    sheet = note.sheet
    title = sheet.title[:MAX_TITLE]
    text = "# yaml-language-server: $schema=../.schema/topic.json\n"
    text += yaml_of(title=both(title, None), order=_ORDER)
    text += yaml_of(note=both(f"노트 「{title[: MAX_TITLE - 6]}」", None))
    ids = Flow(str(each.concept.id) for each in sheet.entries)
    text += yaml_of(chapters=[{"title": both(title, None), "concepts": ids}])
    text += yaml_of(
        references=[
            {"id": str(each.id), "title": both(each.title.ko, each.title.en), "url": each.url}
            for each in sheet.references
        ]
    )
    return as_written(text + yaml_of(figures=[], outside=[]))


def _concept(concept: Concept) -> str:
    front = yaml_of(
        id=str(concept.id),
        title=both(concept.title.ko, concept.title.en),
        aliases={"ko": Flow(concept.aliases_ko), "en": Flow(concept.aliases_en)},
        asked_as=list(concept.asked_as),
        related=Flow(map(str, concept.related)),
        contrast=[
            {"id": str(each.concept), "line": both(each.line.ko, each.line.en)}
            for each in concept.contrasts
        ],
        sources=Flow(map(str, concept.sources)),
    )
    parts = [concept.short.ko, *(f"## {each.heading}\n\n{each.body}" for each in concept.sections)]
    return as_written(f"---\n{front}---\n" + "\n\n".join(parts) + "\n")


def _prompt(prompt: Prompt) -> str:
    front = yaml_of(
        id=str(prompt.id),
        kind=prompt.kind.value,
        title=both(prompt.title.ko, prompt.title.en),
        question=both(prompt.question.ko, prompt.question.en),
        asked_as=list(prompt.asked_as),
        related=Flow(map(str, prompt.related)),
        stances=[
            {"id": each.id, "label": both(each.label.ko, each.label.en)} for each in prompt.stances
        ],
    )
    return as_written(f"---\n{front}---\n{prompt.background.ko}\n")


def _text(text: Text) -> dict[str, Any]:
    return {"ko": text.ko, "en": text.en} if text.en else {"ko": text.ko}
