"""The plain sentences and list entries of a concept."""

import re
from collections.abc import Iterator

from bot.content.importer.inline import plain as unmarked
from bot.content.markdown import blocks_of
from bot.content.model import Concept
from bot.notes.model import NO_SHORT_ANSWER

# How the importer introduces a heading that only groups others.
_GROUPS = "노트는 여기에서 다음을 다뤄요"
_END = re.compile(r"(?<=[.!?。])[\"'”’)]*\s+")
_HANGUL = re.compile("[가-힣]")
_MARKER = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+")
_SOURCE = re.compile(r"^\s*(?:출처|source|참고)\s*[:：]|https?://", re.I)


def is_korean(text: str) -> bool:
    """Tell whether a text is written in Korean."""
    return _HANGUL.search(text) is not None


def short_sentences(concept: Concept) -> list[str]:
    """Return the sentences of the short answer, where the note gave one."""
    short = concept.short.ko
    if short == NO_SHORT_ANSWER or short.startswith(_GROUPS):
        return []
    return sentences_in(short)


def sentences_in(text: str) -> list[str]:
    """Return the sentences of one paragraph, without Markdown."""
    return [each.strip() for each in _END.split(plain(text)) if each.strip()]


def plain(text: str) -> str:
    """Return a text without Markdown; what an emphasis cut off its word belongs to it."""
    return re.sub(r"([)\w]) (?=(?:이란|란|이라고|라고|은|는)\s)", r"\1", unmarked(text))


def entries_of(concept: Concept) -> list[str]:
    """Return the concept's list entries that stand on one line, without Markdown."""
    return [entry for section in concept.sections for entry in _entries(section.body)]


def lines_of(concept: Concept) -> Iterator[str]:
    """Return every sentence of the concept: short answer, paragraphs, list entries; each once."""
    seen: set[str] = set()
    for text in (*short_sentences(concept), *_body(concept)):
        if text not in seen:
            seen.add(text)
            yield text


def _body(concept: Concept) -> Iterator[str]:
    for section in concept.sections:
        lines = section.body.split("\n")
        for block in blocks_of(section.body):
            if block.items:
                yield from _entries("\n".join(lines[block.start : block.end]))
            elif block.kind == "paragraph":
                text = " ".join(lines[block.start : block.end])
                if not _SOURCE.search(text) and "그림:" not in text:
                    yield from sentences_in(text)


def _entries(body: str) -> Iterator[str]:
    lines = body.split("\n")
    for block in blocks_of(body):
        for start, end in block.items:
            entry = [line for line in lines[start:end] if line.strip()]
            if len(entry) == 1 and not _SOURCE.search(_MARKER.sub("", entry[0])):
                yield plain(_MARKER.sub("", entry[0]))
