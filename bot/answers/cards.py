"""What the ranking reads of a library: subjects with their names, ways of asking, and sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.content.library import Library
from bot.content.model import Concept, Outside, Prompt, Text

_SENTENCE_END = re.compile(r"(?<=[.?!다요])[\s]+|\n+")
_MARKUP = re.compile(r"[*_`>#|\[\]()]+")
MAX_SENTENCE = 200


class Kind(StrEnum):
    """What a subject is: only a concept answers, only a prompt is discussed."""

    CONCEPT = "concept"
    PROMPT = "prompt"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Subject:
    """Something a question can be about, as plain texts."""

    kind: Kind
    id: str
    names: tuple[str, ...]
    examples: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()  # heading and body of each, in the card's order
    related: tuple[str, ...] = ()
    reference: str | None = None


def subjects(library: Library) -> list[Subject]:
    """Every concept, prompt and outside neighbour of the library, in its order."""
    return [
        *map(_of_concept, library.concepts),
        *map(_of_prompt, library.prompts),
        *(_of_outside(number, entry) for number, entry in enumerate(library.outside)),
    ]


def _of_concept(concept: Concept) -> Subject:
    titles = (concept.title.ko, concept.title.en or "")
    sections = tuple(f"{section.heading}. {section.body}" for section in concept.sections)
    lines = (text for contrast in concept.contrasts for text in _both(contrast.line))
    return Subject(
        kind=Kind.CONCEPT,
        id=concept.id,
        names=tuple(name for name in (*titles, *concept.aliases) if name),
        examples=concept.asked_as,
        sentences=tuple(_sentences(*_both(concept.short), *sections, *lines)),
        sections=sections,
        related=(*concept.related, *(contrast.concept for contrast in concept.contrasts)),
    )


def _of_prompt(prompt: Prompt) -> Subject:
    return Subject(
        kind=Kind.PROMPT,
        id=prompt.id,
        names=(),
        examples=(*_both(prompt.title), *_both(prompt.question), *prompt.asked_as),
        related=prompt.related,
    )


def _of_outside(number: int, entry: Outside) -> Subject:
    return Subject(
        kind=Kind.OUTSIDE,
        id=f"outside-{number}",
        names=entry.names,
        examples=entry.asked_as,
        related=entry.near,
        reference=entry.reference,
    )


def _both(text: Text) -> tuple[str, ...]:
    return tuple(part for part in (text.ko, text.en) if part)


def _sentences(*texts: str) -> Iterator[str]:
    for text in texts:
        for sentence in _SENTENCE_END.split(_MARKUP.sub(" ", text)):
            if sentence.strip():
                yield sentence.strip()[:MAX_SENTENCE]
