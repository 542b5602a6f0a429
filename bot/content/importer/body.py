"""The body of a card from lines of a note: a short answer, then sections that fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import Path
from textwrap import dedent

from bot.content.card import Parts, card_body
from bot.content.importer.inline import is_only_images, with_images_as_links
from bot.content.limits import MAX_SECTION, MAX_SHORT_ANSWER
from bot.content.markdown import Block, blocks_of

SECTION = "조금 더"
PLACEHOLDER = "아직 짧은 답이 없어요. 이 줄을 지우고 한두 문장으로 적어 주세요."
# Room for the fence that a split block of code gets.
_ROOM = MAX_SECTION - 60
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_SENTENCE_END = re.compile(r"[.!?。…][\"'”’)]*(?=\s)")
_SINGLE_ENTRY = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+(\S.*)$")
_LONGEST_STEPS = 300
_MOST_STEPS = 12
_CODE = ("fence", "code_block")


@dataclass(frozen=True, slots=True)
class Body:
    text: str
    has_answer: bool


def body_of(lines: Sequence[str], before: Sequence[str] = ()) -> Body:
    """The body of a card that says all of `lines`; `before` stands first below the answer.

    Whatever Markdown is in the lines, the result is a body without faults.
    """
    pieces = list(_pieces(list(lines)))
    short, pieces = _answer(pieces)
    body = _written(short or PLACEHOLDER, [*before, *pieces])
    if _is_sound(body):
        return Body(body, bool(short))
    # Marks that mean something else where they now stand: show the text as it was written.
    whole = "\n".join([*before, *lines])
    return Body(_written(PLACEHOLDER, [_fenced(whole)] if whole.strip() else []), False)


def _is_sound(body: str) -> bool:
    path = Path("card.md")
    read, faults = card_body(Parts("", body, 1), path)
    return not faults and bool(read.short)


def _pieces(lines: list[str]) -> Iterator[str]:
    """The blocks as texts in order, images as words, top headings lowered."""
    at = 0
    for block in blocks_of("\n".join(lines)):
        yield from _texts(lines[at : block.start])  # link definitions
        at = max(at, block.end)
        text = "\n".join(lines[block.start : block.end]).strip("\n").rstrip()
        if block.kind in _CODE:
            yield text
        elif block.kind == "heading":
            yield f"### {with_images_as_links(' '.join(block.words.split()))}"
        elif block.kind == "paragraph":
            yield from _apart(text)
        else:
            yield with_images_as_links(text)
    yield from _texts(lines[at:])


def _apart(paragraph: str) -> Iterator[str]:
    """A paragraph, the lines of it that are only pictures taken apart from its text."""
    for _, lines in groupby(paragraph.split("\n"), key=is_only_images):
        yield with_images_as_links("\n".join(lines))


def _texts(lines: Sequence[str]) -> Iterator[str]:
    text = "\n".join(lines).strip("\n").rstrip()
    if text.strip():
        yield text


def _answer(pieces: list[str]) -> tuple[str, list[str]]:
    """A short answer, and what is left of the pieces.

    The first paragraph or quote becomes the answer. A list that comes before stays whole, and the
    answer repeats how it begins: entries that belong together are not torn apart.
    """
    for at, piece in enumerate(pieces):
        blocks = blocks_of(piece)
        if not blocks or _is_picture(piece):
            continue
        if blocks[0].items and len(blocks[0].items) > 1:
            if repeated := _beginning(piece, blocks[0]):
                return repeated, pieces
            continue
        short, rest = _said(piece, blocks[0])
        if not re.search(r"[^\W_]", short):
            continue
        if len(short) > MAX_SHORT_ANSWER:
            short, more = first_sentences(short, MAX_SHORT_ANSWER)
            rest = "\n".join(filter(None, (more, rest)))
        others = [*pieces[:at], rest, *pieces[at + 1 :]]
        return short, [piece for piece in others if piece.strip()]
    return "", pieces


def _is_picture(piece: str) -> bool:
    return is_only_images(piece) or piece.startswith(("(그림:", "[그림:"))


def _beginning(piece: str, block: Block) -> str:
    """The first entry of a list, all of a numbered one if they are short, without what is below."""
    lines = piece.split("\n")
    entries = (
        found[1].strip()
        for start, _ in block.items
        if (found := _SINGLE_ENTRY.match(lines[start])) and _is_sentence(found[1])
    )
    first = next(entries, "")[:MAX_SHORT_ANSWER]
    if block.kind != "ordered_list" or len(block.items) > _MOST_STEPS:
        return first
    steps = " → ".join(entry.rstrip(".") for entry in (first, *entries))
    return steps if len(steps) <= _LONGEST_STEPS else first


def _is_sentence(text: str) -> bool:
    blocks = blocks_of(text)
    return len(blocks) == 1 and blocks[0].kind == "paragraph" and not _is_picture(text)


def _said(piece: str, block: Block) -> tuple[str, str]:
    """A piece's plain sentence, and what of the piece is not in it."""
    if block.kind == "paragraph":
        return " ".join(piece.split()), ""
    if block.kind == "blockquote":
        inside = "\n".join(re.sub(r"^ {0,3}> ?", "", line) for line in piece.split("\n"))
        inner = blocks_of(inside)
        if inner and inner[0].kind == "paragraph":
            lines = inside.split("\n")
            short = " ".join(" ".join(lines[inner[0].start : inner[0].end]).split())
            rest = "\n".join(f"> {line}".rstrip() for line in lines[inner[0].end :])
            return short, rest if rest.replace(">", "").strip() else ""
    if block.items:
        lines = piece.split("\n")
        found = _SINGLE_ENTRY.match(lines[0])
        if found and _is_sentence(found[1]):
            return found[1].strip(), dedent("\n".join(lines[1:])).strip("\n")
    return "", piece


def first_sentences(text: str, limit: int) -> tuple[str, str]:
    """As many sentences as fit `limit` characters (words, where none does), and the rest."""
    if len(text) <= limit:
        return text, ""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, limit)]
    cut = ends[-1] if ends else text.rfind(" ", 0, limit)
    cut = cut if cut > 0 else limit
    return text[:cut].strip(), text[cut:].strip()


def _written(short: str, pieces: Sequence[str]) -> str:
    written = [short]
    for number, section in zip(count(1), _sections(pieces), strict=False):
        heading = SECTION if number == 1 else f"{SECTION} ({number})"
        written.append(f"## {heading}\n\n{section}")
    return "\n\n".join(written) + "\n"


def _sections(pieces: Sequence[str]) -> Iterator[str]:
    section = ""
    for piece in (part for whole in pieces for part in _that_fit(whole)):
        longer = f"{section}\n\n{piece}" if section else piece
        if len(longer) > _ROOM and section:
            yield section
            longer = piece
        section = longer
    if section:
        yield section


def _that_fit(piece: str) -> Iterator[str]:
    """`piece` cut between lines (else words) into texts that fit a section; code stays fenced."""
    if len(piece) <= _ROOM:
        yield piece
        return
    lines, fence = piece.split("\n"), _FENCE.match(piece)
    closing = fence[1] if fence else ""
    opening = lines[0] if fence else ""
    inner = lines[1:] if fence else lines
    if fence and inner and inner[-1].strip().startswith(closing):
        inner.pop()
    if len(opening) > _ROOM // 2:  # a fence's info string that is a text of its own
        yield from _that_fit("\n".join(["", *lines]))
        return
    text = ""
    for line in (part for whole in inner for part in _short_lines(whole, _ROOM - len(opening))):
        longer = f"{text}\n{line}" if text else line
        if len(longer) + len(opening) > _ROOM and text:
            yield _in_fence(opening, text, closing)
            longer = line
        text = longer
    if text:
        yield _in_fence(opening, text, closing)


def _in_fence(opening: str, text: str, closing: str) -> str:
    return f"{opening}\n{text}\n{closing}" if opening else text


def _short_lines(line: str, limit: int) -> Iterator[str]:
    while len(line) > limit:
        cut = line.rfind(" ", 1, limit)
        cut = cut if cut > 0 else limit
        yield line[:cut]
        line = line[cut:].lstrip()
    yield line


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"~+", text)), default=0)
    fence = "~" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
