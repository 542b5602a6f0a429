"""What the ranking reads of a library: subjects with their names, ways of asking, and sentences."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.content.library import Library
from bot.content.model import Concept, Outside, Prompt, Text
from bot.content.names import folded

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
    """Every concept, prompt and outside neighbour of the library, in its order.

    A name is the first concept's that bears it: where a server's own note speaks of what a shared
    note names too, or leaves out, the server's own word counts.
    """
    concepts = [*_named_once(map(_of_concept, library.concepts))]
    taken = {folded(name) for subject in concepts for name in subject.names}
    outside = (_of_outside(number, entry) for number, entry in enumerate(library.outside))
    return [
        *concepts,
        *map(_of_prompt, library.prompts),
        *(entry for entry in outside if not taken.intersection(map(folded, entry.names))),
    ]


def _named_once(concepts: Iterable[Subject]) -> Iterator[Subject]:
    taken: set[str] = set()
    for subject in concepts:
        names = tuple(name for name in subject.names if folded(name) not in taken)
        taken.update(map(folded, names))
        yield subject if names == subject.names else replace(subject, names=names)


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
