"""An item as it was asked: frozen when it is picked, whatever becomes of the notes later."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.content.library import Library
from bot.content.model import Item, ItemKind, Text
from bot.quiz.other_names import other_names

VERSION = 1
FALSE, TRUE = 0, 1


class UnreadableSnapshot(Exception):
    """A snapshot is of a version that this one does not know."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice as shown; ``index`` is its place in the item, by which answers are kept.

    A true/false item has two options without a text: faces name them.
    """

    index: int
    text: Text
    is_key: bool
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that an asked item shows, and is marked by.

    Attributes:
        concept: the concept's number, which its button carries, and ``concept_title`` its label.
        source: how the note is named as a source.
        options: in the order shown; empty for a short answer.
        key, accept, contrast: what a short answer is marked by.
    """

    item: str
    topic: str
    kind: ItemKind
    stem: Text
    explanation: Text
    concept: int
    concept_title: Text
    source: Text
    options: tuple[Option, ...] = ()
    key: Text | None = None
    accept: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()

    @classmethod
    def of(cls, item: Item, library: Library, seed: int | str) -> Self:
        """Freeze ``item``, its choices shuffled by ``seed``."""
        concept = library.concept(item.concept)
        if concept is None:
            raise ValueError(f"{item.id} is about a concept that is not in the library")
        return cls(
            item=item.id,
            topic=item.topic,
            kind=item.kind,
            stem=item.stem,
            explanation=item.explanation,
            concept=concept.number,
            concept_title=concept.title,
            source=library.topic_of(item).note,
            options=_options(item, seed),
            key=item.key,
            accept=(*item.accept, *other_names(item, concept)),
            contrast=item.contrast,
        )

    @property
    def keys(self) -> frozenset[int]:
        """Return the indexes of the options that are right."""
        return frozenset(option.index for option in self.options if option.is_key)

    def option(self, index: int) -> Option | None:
        """Return the option whose place in the item is ``index``."""
        return next((option for option in self.options if option.index == index), None)

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON, which ``from_json`` reads back."""
        return {
            "v": VERSION,
            "item": self.item,
            "topic": self.topic,
            "kind": self.kind.value,
            "stem": _pair(self.stem),
            "explanation": _pair(self.explanation),
            "concept": self.concept,
            "concept_title": _pair(self.concept_title),
            "source": _pair(self.source),
            "options": [
                [option.index, _pair(option.text), option.is_key, _pair(option.reason)]
                for option in self.options
            ],
            "key": _pair(self.key),
            "accept": list(self.accept),
            "contrast": list(self.contrast),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Return what was stored.

        Raises:
            UnreadableSnapshot: it is of another version.
        """
        if stored.get("v") != VERSION:
            raise UnreadableSnapshot(f"version {stored.get('v')}")
        return cls(
            item=stored["item"],
            topic=stored["topic"],
            kind=ItemKind(stored["kind"]),
            stem=_text(stored["stem"]),
            explanation=_text(stored["explanation"]),
            concept=stored["concept"],
            concept_title=_text(stored["concept_title"]),
            source=_text(stored["source"]),
            options=tuple(
                Option(index, _text(text), is_key, _text(reason) if reason else None)
                for index, text, is_key, reason in stored["options"]
            ),
            key=_text(stored["key"]) if stored["key"] else None,
            accept=tuple(stored["accept"]),
            contrast=tuple(stored["contrast"]),
        )


def _options(item: Item, seed: int | str) -> tuple[Option, ...]:
    if item.kind is ItemKind.TRUE_FALSE:
        # Never shuffled: a reader expects "true" first.
        return tuple(
            Option(index, Text(""), is_key, None if is_key else item.reason)
            for index, is_key in ((TRUE, item.truth is True), (FALSE, item.truth is False))
        )
    options = [
        Option(index, choice.text, choice.is_correct, choice.reason)
        for index, choice in enumerate(item.choices)
    ]
    random.Random(seed).shuffle(options)
    return tuple(options)


def _pair(text: Text | None) -> list[str | None] | None:
    return None if text is None else [text.ko, text.en]


def _text(pair: list[str]) -> Text:
    return Text(pair[0], pair[1])
