"""A note as a row of parts: a heading and the lines under it, with bold terms taken out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import dedent

from bot.content.importer.inline import is_only_images
from bot.content.markdown import Block, blocks_of

TERM_LEVEL = 7  # a bold term stands below every heading

_MARKER = re.compile(r"^(\s*(?:[-*+]|\d{1,9}[.)])\s+)(\S.*)$")
_QUOTE = re.compile(r"^\s*>\s?")
_BOLD = re.compile(r"^(\*\*|__)(?=\S)(.+?)(?<=\S)\1\s*([:：])?\s*(.*)$")
_SENTENCE = re.compile(r"(?:[.!。]|다|니다|어요|아요|예요|에요|해요|세요)$")
_ASIDE = re.compile(
    r"(?:예|예시|예제|참고|참고로|중요|핵심|질문|답|답변|주의|주의점|출처|정리|요약|결론|즉|비고|note|tip|important|todo|q|a|example|e\.g\.)\d*",
    re.I,
)
_MAY_BE_TERM = re.compile(r"(?:[-*+]|\d[.)])\s+(?:\*\*|__)")
_LONGEST_TERM = 80
_HEADS = ("#", "**", "__")


@dataclass(slots=True)
class Part:
    """`lines` are the text under the heading, the first of them line `first` of the note."""

    level: int
    heading: str
    line: int
    lines: list[str] = field(default_factory=list)
    first: int = 1

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()


def parts_of(lines: Sequence[str]) -> list[Part]:
    """The note's parts in order; the first has level 0 and holds what precedes all headings."""
    parts = [Part(0, "", 1, [], 1)]
    at = 0
    for block in blocks_of("\n".join(lines)):
        if block.level:
            parts[-1].lines += lines[at : block.start]
            parts.append(Part(block.level, block.words, block.start + 1, [], block.end + 1))
            at = block.end
        elif block.kind == "paragraph":
            for row in range(block.start, block.end):
                found = _term_line(lines, row, block)
                if not found:
                    continue
                head, rest = found
                parts[-1].lines += lines[at:row]
                first = row + 1 if rest else row + 2
                parts.append(Part(TERM_LEVEL, head, row + 1, [rest] if rest else [], first))
                at = row + 1
    parts[-1].lines += lines[at:]
    return parts


def _term_line(lines: Sequence[str], row: int, block: Block) -> tuple[str, str] | None:
    """The bold term that a line of a paragraph defines, and its text on the same line.

    Either `**term:** text`, or a first line that is bold as a whole, with text below.
    """
    found = _BOLD.match(lines[row].strip())
    if not found or _is_weak_head(found[2]):
        return None
    if found[4]:
        has_colon = bool(found[3]) or found[2].rstrip().endswith((":", "："))
        return (found[2], found[4]) if has_colon else None
    below = next((line for line in lines[row + 1 :] if line.strip()), "")
    is_head = row == block.start and bool(below) and not below.lstrip().startswith(_HEADS)
    return (found[2], "") if is_head else None


def terms_taken_out(part: Part) -> tuple[Part, list[Part]]:
    """The part without the list entries and quotes that define a bold term, and those as parts."""
    kept, terms = list(part.lines), []
    for start, end, term in _terms_in(part.lines, part.first):
        terms.append(term)
        kept[start:end] = [""] * (end - start)
    return Part(part.level, part.heading, part.line, kept, part.first), terms


def _terms_in(lines: Sequence[str], first: int) -> Iterator[tuple[int, int, Part]]:
    """Where the entries with a bold term are in `lines`, and the term as a part.

    An entry inside another one counts only if its text is indented below it: what stands on one
    line there (`- **장점:** 빠르다`) is a remark on the entry around it.
    """
    for block in blocks_of("\n".join(lines)):
        if block.kind == "blockquote":
            quoted = [_QUOTE.sub("", line) for line in lines[block.start : block.end]]
            if term := _term(quoted, first + block.start):
                yield block.start, block.end, term
            continue
        for start, end in block.items:
            entry = _entry(lines[start:end])
            if not entry:
                continue
            if term := _term(entry, first + start):
                yield start, end, term
                continue
            if not any(_MAY_BE_TERM.search(line) for line in entry[1:]):
                continue
            for inner_start, inner_end, term in _terms_in(entry, first + start):
                if term.line > first + start and term.first > term.line:
                    yield start + inner_start, start + inner_end, term


def _term(entry: Sequence[str], line: int) -> Part | None:
    found = _BOLD.match(entry[0].strip())
    if not found or _is_weak_head(found[2]):
        return None
    rest, below = found[4].strip(), list(entry[1:])
    has_colon = bool(found[3]) or found[2].rstrip().endswith((":", "："))
    if not (has_colon or not rest) or not (rest or any(line.strip() for line in below)):
        return None
    return Part(
        TERM_LEVEL, found[2], line, [rest, *below] if rest else below, line if rest else line + 1
    )


def entries_of(part: Part) -> list[Part]:
    """What a closing list asks: each list entry, and each paragraph outside lists."""
    entries: list[Part] = []
    for block in blocks_of(part.text):
        if block.items:
            for start, end in block.items:
                lines = _entry(part.lines[start:end]) or part.lines[start:end]
                entries.append(Part(TERM_LEVEL, "", part.first + start, lines, part.first + start))
        elif block.kind in ("paragraph", "blockquote"):
            lines = part.lines[block.start : block.end]
            line = part.first + block.start
            entries.append(Part(TERM_LEVEL, "", line, lines, line))
        elif entries:  # code or a table goes on what was asked before it
            entries[-1].lines += ["", *part.lines[block.start : block.end]]
    return entries


def _entry(lines: Sequence[str]) -> list[str]:
    """A list entry without its marker, its further lines moved to the left."""
    found = _MARKER.match(lines[0]) if lines else None
    if not found:
        return []
    further = dedent("\n".join(lines[1:])).split("\n") if len(lines) > 1 else []
    return [found[2], *further]


def _is_weak_head(head: str) -> bool:
    """Bold words that cannot name a concept: a picture, a sentence, `참고:`, nothing."""
    words = head.rstrip(":： ")
    return (
        is_only_images(head)
        or len(head) > _LONGEST_TERM
        or not re.search(r"[^\W_]", head)
        or _SENTENCE.search(words) is not None
        or _ASIDE.fullmatch(words) is not None
    )
