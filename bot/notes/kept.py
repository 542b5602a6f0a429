"""Notes and drafted items as JSON, and back: what their rows keep."""

from collections.abc import Mapping
from typing import Any

from bot.content.model import (
    Choice,
    Concept,
    ConceptId,
    Contrast,
    Item,
    ItemId,
    ItemKind,
    Prompt,
    PromptId,
    PromptKind,
    Reference,
    ReferenceId,
    Section,
    Stance,
    Text,
    TopicId,
)
from bot.notes.model import Drafted, Entry, Remark, Rule, Sheet, Talk

# The topic of ids that are a note's own; a published note's topic is the server's.
OWN = TopicId("note")


def sheet_json(sheet: Sheet) -> dict[str, Any]:
    """Return ``sheet`` as JSON, which ``sheet_from`` reads back."""
    return {
        "title": sheet.title,
        "entries": [_entry_json(each) for each in sheet.entries],
        "talks": [_talk_json(each) for each in sheet.talks],
        "references": [[each.id, _pair(each.title), each.url] for each in sheet.references],
        "remarks": [[each.line, each.kind, each.text] for each in sheet.remarks],
    }


def sheet_from(stored: Mapping[str, Any]) -> Sheet:
    """Return what was stored."""
    return Sheet(
        title=stored["title"],
        entries=tuple(map(_entry, stored["entries"])),
        talks=tuple(map(_talk, stored["talks"])),
        references=tuple(
            Reference(ReferenceId(name), _text(title), url)
            for name, title, url in stored["references"]
        ),
        remarks=tuple(Remark(line, kind, text) for line, kind, text in stored["remarks"]),
    )


def drafted_json(drafted: Drafted) -> dict[str, Any]:
    """Return a drafted item as JSON, which ``drafted_from`` reads back."""
    item = drafted.item
    return {
        "rule": int(drafted.rule),
        "sentence": drafted.sentence,
        "concept": item.concept,
        "kind": item.kind.value,
        "stem": _pair(item.stem),
        "explanation": _pair(item.explanation),
        "choices": [
            [_pair(each.text), each.is_correct, each.reason and _pair(each.reason)]
            for each in item.choices
        ],
        "truth": item.truth,
        "reason": item.reason and _pair(item.reason),
        "key": item.key and _pair(item.key),
        "accept": list(item.accept),
        "contrast": list(item.contrast),
        "stamp": item.stamp,
    }


def drafted_from(stored: Mapping[str, Any]) -> Drafted:
    """Return what was stored."""
    item = Item(
        id=ItemId(""),
        topic=OWN,
        concept=ConceptId(stored["concept"]),
        kind=ItemKind(stored["kind"]),
        stem=_text(stored["stem"]),
        explanation=_text(stored["explanation"]),
        choices=tuple(
            Choice(_text(text), is_correct, _text(reason) if reason else None)
            for text, is_correct, reason in stored["choices"]
        ),
        truth=stored["truth"],
        reason=_text(stored["reason"]) if stored["reason"] else None,
        key=_text(stored["key"]) if stored["key"] else None,
        accept=tuple(stored["accept"]),
        contrast=tuple(stored["contrast"]),
        stamp=stored["stamp"],
    )
    return Drafted(Rule(stored["rule"]), item, stored["sentence"])


def _entry_json(entry: Entry) -> dict[str, Any]:
    concept = entry.concept
    return {
        "key": entry.key,
        "line": entry.line,
        "id": concept.id,
        "title": _pair(concept.title),
        "short": _pair(concept.short),
        "sections": [[each.heading, each.body] for each in concept.sections],
        "aliases_ko": list(concept.aliases_ko),
        "aliases_en": list(concept.aliases_en),
        "asked_as": list(concept.asked_as),
        "related": list(concept.related),
        "contrasts": [[each.concept, _pair(each.line)] for each in concept.contrasts],
        "sources": list(concept.sources),
    }


def _entry(stored: Mapping[str, Any]) -> Entry:
    concept = Concept(
        id=ConceptId(stored["id"]),
        topic=OWN,
        title=_text(stored["title"]),
        short=_text(stored["short"]),
        sections=tuple(Section(heading, body) for heading, body in stored["sections"]),
        aliases_ko=tuple(stored["aliases_ko"]),
        aliases_en=tuple(stored["aliases_en"]),
        asked_as=tuple(stored["asked_as"]),
        related=tuple(map(ConceptId, stored["related"])),
        contrasts=tuple(
            Contrast(ConceptId(name), _text(line)) for name, line in stored["contrasts"]
        ),
        sources=tuple(map(ReferenceId, stored["sources"])),
    )
    return Entry(stored["key"], concept, stored["line"])


def _talk_json(talk: Talk) -> dict[str, Any]:
    prompt = talk.prompt
    return {
        "key": talk.key,
        "line": talk.line,
        "id": prompt.id,
        "kind": prompt.kind.value,
        "title": _pair(prompt.title),
        "question": _pair(prompt.question),
        "background": _pair(prompt.background),
        "stances": [[each.id, _pair(each.label)] for each in prompt.stances],
        "asked_as": list(prompt.asked_as),
        "related": list(prompt.related),
    }


def _talk(stored: Mapping[str, Any]) -> Talk:
    prompt = Prompt(
        id=PromptId(stored["id"]),
        topic=OWN,
        kind=PromptKind(stored["kind"]),
        title=_text(stored["title"]),
        question=_text(stored["question"]),
        background=_text(stored["background"]),
        stances=tuple(Stance(name, _text(label)) for name, label in stored["stances"]),
        asked_as=tuple(stored["asked_as"]),
        related=tuple(map(ConceptId, stored["related"])),
    )
    return Talk(stored["key"], prompt, stored["line"])


def _pair(text: Text) -> list[str | None]:
    return [text.ko, text.en]


def _text(pair: list[str]) -> Text:
    return Text(pair[0], pair[1])
