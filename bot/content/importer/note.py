"""From a note to a plan: every part of it in a file, and a remark for what was not understood."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.content.drafts import TopicDraft
from bot.content.importer.cards import cards_of
from bot.content.importer.headings import names_of
from bot.content.importer.inline import Link, links_in, plain
from bot.content.importer.leftovers import lines_left, readme_of
from bot.content.importer.library_names import names_in
from bot.content.importer.links import MARKER, Citations, beside, without_code
from bot.content.importer.naming import NameBook
from bot.content.importer.outline import Part
from bot.content.importer.pictures import pictures_of
from bot.content.importer.plan import Plan
from bot.content.importer.prompts import prompts_of
from bot.content.importer.refusal import NotImported, RefusalKind
from bot.content.importer.remarks import Remark, RemarkKind
from bot.content.importer.source import Source, source_of
from bot.content.importer.structure import ChapterHead, Entry, Structure, structure_of
from bot.content.importer.topic_file import topic_file
from bot.content.limits import MAX_ID, SLUG
from bot.content.markdown import blocks_of
from bot.content.reader import drafts_of
from bot.content.tree import README, TOPIC_FILE

_REMARKED = {"table": RemarkKind.TABLE, "html_block": RemarkKind.HTML}
_LONGEST_QUOTE = 60


def plan_of(note: Path, topic: str, folder: Path) -> Plan:
    """What importing `note` as `topic` into the content `folder` would write.

    Reads only. Raises NotImported where there is nothing to import or no place for it.
    """
    if len(topic) > MAX_ID or not re.fullmatch(SLUG, topic):
        raise NotImported(RefusalKind.BAD_TOPIC, topic)
    if folder.exists() and not folder.is_dir():
        raise NotImported(RefusalKind.INTO_A_FILE, folder)
    if (folder / TOPIC_FILE).is_file():
        raise NotImported(RefusalKind.INTO_A_TOPIC, folder)
    source = source_of(note)
    others = drafts_of(folder)[0] if folder.is_dir() else []
    return _plan(source, folder / topic, [draft for draft in others if draft.id != topic])


def _plan(source: Source, target: Path, others: list[TopicDraft]) -> Plan:
    taken = names_in(others)
    found = structure_of(source.lines, source.title)
    title = found.title or plain(source.path.stem) or target.name
    remarks = [*source.remarks, *_block_remarks(source)]
    pictures = pictures_of(source.lines, source.path, taken.figures)
    citations = Citations(taken.references)
    names = NameBook(taken.names)
    cards = cards_of(_entries(found, title), names, taken.concepts, citations, pictures, remarks)
    _cite(found.references, citations)
    discussions = prompts_of(found.closing, taken.prompts, cards)
    for part in (*found.closing, *found.references):
        _cite_inline(part, citations)
    unsaid = found.references if discussions else [*found.references, *found.closing[:1]]
    headings = [*found.template, *(plain(part.heading) for part in unsaid)]
    references = tuple(citations.by_url.values())
    copied = tuple(pictures.by_target.values())
    files = {
        TOPIC_FILE: topic_file(
            title, taken.order, headings, found.chapters, cards, references, copied
        )
    }
    files |= {f"concepts/{card.id}.md": card.text for card in cards}
    files |= {f"discussions/{each.id}.md": each.text for each in discussions}
    left = lines_left(source.lines, files.values())
    remarks += [
        Remark(number, RemarkKind.NO_PLACE, _quoted(source.lines[number - 1])) for number in left
    ]
    if left or source.front:
        files[README] = readme_of(title, source.front, source.lines, left)
    remarks += [*names.remarks, *pictures.remarks]
    remarks.sort(key=lambda remark: remark.line)
    return Plan(
        source.path, target, files, copied, tuple(cards), tuple(discussions), references,
        tuple(remarks),
    )  # fmt: skip


def _entries(found: Structure, title: str) -> list[Entry]:
    """The note's concepts; the text above them all is one as well, named like the note."""
    parts = [part for part in found.overview if not part.is_empty]
    if not parts and found.entries:
        return found.entries
    lines = [line for part in parts for line in (*part.lines, "")]
    first = parts[0] if parts else Part(0, "", 1)
    whole = Entry(names_of(title), Part(0, title, first.line, lines, first.first))
    if not found.chapters or found.chapters[0].title != found.title:
        found.chapters.insert(0, ChapterHead(title))
        for entry in found.entries:
            entry.chapter += 1
    return [whole, *found.entries]


def _cite(parts: list[Part], citations: Citations) -> None:
    """The list of links at the note's end, each with the words on its line or the one above."""
    for part in parts:
        above = ""
        for line in without_code(part.lines):
            links = list(links_in(line))
            words = beside(line)
            if MARKER.match(line):
                above = ""  # another entry of the list
            for link in links:
                citations.cite(link, (words or above) if len(links) == 1 else link.words)
            above = "" if links else words


def _cite_inline(part: Part, citations: Citations) -> None:
    for line in without_code([part.heading, *part.lines]):
        for link in links_in(line):
            citations.cite(Link(link.url, link.words))


def _block_remarks(source: Source) -> Iterator[Remark]:
    for block in blocks_of("\n".join(source.lines)):
        if kind := _REMARKED.get(block.kind):
            yield Remark(block.start + 1, kind, _quoted(source.lines[block.start]))


def _quoted(line: str) -> str:
    text = line.strip()
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
