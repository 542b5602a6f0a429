"""Lines of a note that tell two of its concepts apart, kept with both concepts (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.content.limits import MAX_LINE
from bot.content.model import Concept, ConceptId, Contrast, Text
from bot.content.names import folded
from bot.notes.model import Sheet

# A sentence that says something of one thing and the opposite, or something else, of another.
_TURNS = re.compile(
    r"지만|(?:이|하|되|있|없|는|은|ㄴ|인|한|된)?데\b|반면|이고|하고|되고|않고|다르|달리|차이"
    r"|\b(?:while|whereas|but|unlike|differ)",
    re.I,
)
_MOST = 3
_PARTICLES = "은|는|이|가|을|를|와|과|의|로|에|에서|도|란|이란|이다|예요|이에요|입니다|이고|이며"


def with_contrasts(sheet: Sheet) -> Sheet:
    """Return ``sheet`` with each line that sets two of its concepts side by side known to both."""
    concepts = [each.concept for each in sheet.entries]
    found: dict[str, dict[str, str]] = {}
    for line in _lines(concepts):
        if not _TURNS.search(line) or len(line) > MAX_LINE:
            continue
        named = named_in(line, concepts)
        if len(named) != 2:
            continue
        for one, other in (named, named[::-1]):
            found.setdefault(one.id, {}).setdefault(other.id, line)
    entries = tuple(
        replace(each, concept=_with(each.concept, found.get(each.concept.id, {})))
        for each in sheet.entries
    )
    return replace(sheet, entries=entries)


def named_in(line: str, concepts: Sequence[Concept]) -> list[Concept]:
    """Return which of ``concepts`` the line names, each by its title or an alias.

    A name inside a longer name does not count: `covering index` names no `index`.
    """
    names = [
        (name, concept)
        for concept in concepts
        for name in (concept.title.ko, concept.title.en or "", *concept.aliases)
        if len(folded(name)) > 1 or is_syllable(name)
    ]
    names.sort(key=lambda pair: -len(pair[0]))
    found: list[Concept] = []
    for name, concept in names:
        pattern = pattern_of(name)
        if pattern.search(line):
            line = pattern.sub(lambda match: "\0" * len(match[0]), line)
            if concept not in found:
                found.append(concept)
    return [concept for concept in concepts if concept in found]


def is_syllable(name: str) -> bool:
    """Tell whether a name is one Korean syllable (큐, 힙, 키)."""
    return len(name) == 1 and "가" <= name <= "힣"


def pattern_of(name: str) -> re.Pattern[str]:
    """Return what finds ``name`` in a sentence: where a word begins, with or without a particle.

    A Latin name must end there too (`Git` is not in `GitHub`), and one of a single syllable must
    be all of its word but for a particle (`큐` is not in `큐브`).
    """
    end = ""
    if name[-1:].isascii():
        end = r"(?![A-Za-z0-9])"
    elif len(name) == 1:
        end = rf"(?=(?:{_PARTICLES})?(?![가-힣]))"
    return re.compile(rf"(?<![\w-]){re.escape(name)}{end}", re.I)


def _lines(concepts: list[Concept]) -> Iterator[str]:
    for concept in concepts:
        yield concept.short.ko
        for section in concept.sections:
            for line in section.body.split("\n"):
                yield re.sub(r"^\s*(?:[-*+>]|\d{1,9}[.)])\s+", "", line).strip()


def _with(concept: Concept, lines: dict[str, str]) -> Concept:
    contrasts = [Contrast(each, Text(line)) for each, line in _as_ids(lines)]
    return replace(concept, contrasts=tuple(contrasts[:_MOST]))


def _as_ids(lines: dict[str, str]) -> Iterator[tuple[ConceptId, str]]:
    for name, line in lines.items():
        yield ConceptId(name), line
