"""Concept files from the entries of a note."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.content.importer.body import body_of
from bot.content.importer.headings import Names
from bot.content.importer.links import Citations, is_source_line, sources_in, without_code
from bot.content.importer.naming import NameBook
from bot.content.importer.outline import Part
from bot.content.importer.pictures import Pictures
from bot.content.importer.remarks import Remark, RemarkKind
from bot.content.importer.slugs import free_slug
from bot.content.importer.structure import Entry, is_said_below
from bot.content.importer.yaml_text import Flow, both, yaml_of
from bot.content.limits import MAX_RELATED, MAX_SHORT_ANSWER

_BELOW = "노트는 여기에서 다음을 다뤄요: {names}."


@dataclass(frozen=True, slots=True)
class Card:
    """A concept to be; `line` is where the note begins it."""

    id: str
    names: Names
    chapter: int
    line: int
    text: str


def cards_of(
    entries: Sequence[Entry],
    names: NameBook,
    taken: set[str],
    citations: Citations,
    pictures: Pictures,
    remarks: list[Remark],
) -> list[Card]:
    """A card for each entry but those that only group others. `taken` are ids, and grows."""
    kept = [entry for entry in entries if not is_said_below(entry)]
    for entry in entries:
        if is_said_below(entry):
            _ask_below(entry)
    claimed = names.claim(kept)
    named = {id(entry): own for entry, own in zip(kept, claimed, strict=True)}
    ids: dict[int, str] = {}
    for entry in kept:
        own = named[id(entry)]
        name = free_slug(own.en or next(iter(_latin(own)), own.ko), "concept", taken)
        taken.add(name)
        ids[id(entry)] = name
    cards = []
    for entry in kept:
        text = _text(entry, named, ids, citations, pictures, remarks)
        cards.append(Card(ids[id(entry)], named[id(entry)], entry.chapter, entry.part.line, text))
    return cards


def _ask_below(entry: Entry) -> None:
    """A heading without a card of its own is a way to ask for the first concept below it."""
    child = entry.children[0]
    asked = dict.fromkeys((*child.names.asked_as, *entry.names.asked_as))
    child.names = replace(child.names, asked_as=tuple(asked))


def _text(
    entry: Entry,
    named: dict[int, Names],
    ids: dict[int, str],
    citations: Citations,
    pictures: Pictures,
    remarks: list[Remark],
) -> str:
    names, part = named[id(entry)], entry.part
    before = [] if names.is_all_said else [_as_text(part)]
    lines, below = (
        _sources_last(part.lines),
        [child for child in entry.children if id(child) in named],
    )
    if part.is_empty and below:
        lines = [_names_below([named[id(child)].ko for child in below])]
        remarks.append(Remark(part.line, RemarkKind.NO_SHORT_ANSWER, names.ko))
    body = body_of(lines, before)
    if not body.has_answer:
        remarks.append(Remark(part.line, RemarkKind.NO_SHORT_ANSWER, names.ko))
    sources = sources_in([part.heading, *part.lines], citations)
    figure = pictures.first_in([part.heading, *part.lines])
    front = yaml_of(
        id=ids[id(entry)],
        title=both(names.ko, names.en),
        aliases={"ko": Flow(_hangul(names)), "en": Flow(_latin(names))},
        asked_as=list(names.asked_as),
        related=Flow(_related(entry, ids)),
        contrast=[],
        sources=Flow(sources),
    )
    front += yaml_of(figure=figure.id) if figure else ""
    return f"---\n{front}---\n{body.text}"


def _as_text(part: Part) -> str:
    """A heading that is more than a name, kept word for word."""
    return f"**{part.heading}**" if not set("*_`[<") & set(part.heading) else part.heading


def _sources_last(lines: Sequence[str]) -> list[str]:
    """The lines, those that say a source moved to the end: they are no part of an answer."""
    shown = without_code(list(lines))
    sources = [line for line in shown if is_source_line(line)]
    if not sources:
        return list(lines)
    rest = [line for line, seen in zip(lines, shown, strict=True) if not is_source_line(seen)]
    moved = (line.strip().lstrip(">*+- ") for line in sources)
    return [*rest, "", *(f"- {line}" for line in moved)]


def _names_below(names: Sequence[str]) -> str:
    said = _BELOW.format(names=", ".join(names))
    while len(said) > MAX_SHORT_ANSWER:
        names = names[:-1]
        said = _BELOW.format(names=", ".join(names) + " …")
    return said


def _related(entry: Entry, ids: dict[int, str]) -> list[str]:
    """The concepts nearest in the note: what it belongs to, what is below and beside it."""
    siblings = entry.parent.children if entry.parent else []
    parents = [entry.parent] if entry.parent else []
    near = (ids.get(id(other)) for other in (*parents, *entry.children, *siblings))
    own = ids[id(entry)]
    return [name for name in dict.fromkeys(near) if name and name != own][:MAX_RELATED]


def _latin(names: Names) -> list[str]:
    return [alias for alias in names.aliases if alias.isascii()]


def _hangul(names: Names) -> list[str]:
    return [alias for alias in names.aliases if not alias.isascii()]
