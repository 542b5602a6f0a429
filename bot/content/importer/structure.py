"""What each part of a note is: a concept, a chapter, something to talk about, a list of links."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.content.importer.headings import Names, names_of
from bot.content.importer.inline import plain
from bot.content.importer.outline import TERM_LEVEL, Part, parts_of, terms_taken_out
from bot.content.names import folded

_GENERIC = re.compile(
    r"(?:이번\s*주에?\s*|오늘\s*)?새롭?게?\s*(?:알게\s*된|배운|알게된)\s*(?:점|것|내용)|배운\s*(?:점|것)"
    r"|(?:학습|공부)\s*(?:내용|정리)|내용\s*정리|본문|TIL|what (?:we|I) learned",
    re.I,
)
_CLOSING = re.compile(
    r"(?:함께|같이)\s*(?:이야기|얘기|나누|논의|토론)|(?:이야기|얘기|논의|토론)\s*(?:하고|해\s*보고|나누고)"
    r"\s*싶은|^(?:토론|논의)\s*(?:거리|주제|질문|할\s*점)?$|to (?:talk about|discuss)|^discussion",
    re.I,
)
_REFERENCES = re.compile(
    r"^(?:참고\s*(?:자료|문헌|링크|사이트|한\s*(?:자료|글|곳))?|출처|레퍼런스|references?"
    r"|see also)$",
    re.I,
)
_MARKS = re.compile(r"^[^\w]+|[^\w]+$")


@dataclass(slots=True, eq=False)
class Entry:
    """A heading or a bold term that becomes a concept; `chapter` counts from 0."""

    names: Names
    part: Part
    parent: "Entry | None" = None
    chapter: int = 0
    children: "list[Entry]" = field(default_factory=list)

    @property
    def is_term(self) -> bool:
        return self.part.level == TERM_LEVEL


@dataclass(slots=True)
class ChapterHead:
    title: str
    en: str | None = None


@dataclass(slots=True)
class Structure:
    """`overview` is the text above and right under the title; `template` are its headings."""

    title: str
    overview: list[Part] = field(default_factory=list)
    template: list[str] = field(default_factory=list)
    chapters: list[ChapterHead] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    closing: list[Part] = field(default_factory=list)
    references: list[Part] = field(default_factory=list)


def structure_of(lines: Sequence[str], title: str) -> Structure:
    """The note's parts by what they are; `title` names it where no top heading does."""
    parts = list(_with_words(parts_of(lines), lines))
    heading = _title_heading(parts)
    found = Structure(title or (plain(heading.heading) if heading else ""))
    below: list[Part] | None = None
    level = 0
    concepts: list[Part] = []
    for part in parts:
        if below is not None and part.level > level:
            below.append(part)
            continue
        words = _MARKS.sub("", plain(part.heading))
        below, level = None, part.level
        if part.level and _CLOSING.search(words) and len(words) < 40:
            below = found.closing
        elif part.level and _REFERENCES.search(words):
            below = found.references
        elif part.level == 0 or part is heading or _GENERIC.fullmatch(words):
            found.overview.append(part)
            found.template.append(plain(part.heading))
        else:
            concepts.append(part)
        if below is not None:
            below.append(part)
    _place(found, concepts)
    return found


def _with_words(parts: list[Part], lines: Sequence[str]) -> Iterator[Part]:
    """The parts; one whose heading has no words goes on the part before it, line by line."""
    before = parts[0]
    for part in parts[1:]:
        if re.search(r"[^\W_]", plain(part.heading)):
            yield before
            before = part
        else:
            heading = lines[part.line - 1 : part.first - 1]
            before.lines += [part.heading, *("" for _ in heading[1:])][: len(heading)]
            before.lines += part.lines
    yield before


def _title_heading(parts: Sequence[Part]) -> Part | None:
    """The one top heading that names the whole note, if there is one."""
    tops = [part for part in parts if part.level == 1]
    named = [
        part
        for part in tops
        if not _GENERIC.fullmatch(words := _MARKS.sub("", plain(part.heading)))
        and not _CLOSING.search(words)
        and not _REFERENCES.search(words)
    ]
    return named[0] if len(named) == 1 and named[0] is tops[0] else None


def _place(found: Structure, parts: Sequence[Part]) -> None:
    """Parents and chapters for the parts, and for the terms that stand in their lists."""
    for at, part in enumerate(found.overview):
        found.overview[at], terms = terms_taken_out(part)
        _add_terms(found, terms, None)
    top = min((part.level for part in parts), default=0)
    above: list[Entry] = []
    for part in parts:
        own, terms = terms_taken_out(part)
        while above and above[-1].part.level >= part.level:
            above.pop()
        entry = Entry(names_of(part.heading), own, above[-1] if above else None)
        if part.level == top and part.level < TERM_LEVEL:
            names = entry.names
            found.chapters.append(ChapterHead(names.whole, names.en))
        _add(found, entry)
        above.append(entry)
        _add_terms(found, terms, entry)


def _add_terms(found: Structure, terms: Sequence[Part], parent: Entry | None) -> None:
    for term in terms:
        _add(found, Entry(names_of(term.heading), term, parent))


def _add(found: Structure, entry: Entry) -> None:
    if not found.chapters:
        found.chapters.append(ChapterHead(found.title))
    entry.chapter = len(found.chapters) - 1
    found.entries.append(entry)
    if entry.parent:
        entry.parent.children.append(entry)


def is_said_below(entry: Entry) -> bool:
    """Whether a heading without text of its own only groups what stands below it."""
    if not entry.part.is_empty or not entry.children:
        return False
    own = folded(entry.names.ko)
    if any(folded(child.names.ko) == own for child in entry.children):
        return True
    return entry.parent is None and not any(child.is_term for child in entry.children)
