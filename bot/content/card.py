"""The text of a card: settings between `---` lines, a short answer, headed sections."""

from dataclasses import dataclass
from pathlib import Path

from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault, fault
from bot.content.limits import MAX_HEADING, MAX_SECTION, MAX_SHORT_ANSWER
from bot.content.markdown import blocks_of
from bot.content.model import Section

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Parts:
    """Front matter and body as written; `body_line` is the body's first line in the file."""

    front: str
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class CardBody:
    short: str
    sections: tuple[Section, ...]


def parted(text: str, path: Path) -> tuple[Parts | None, list[Fault]]:
    """A file's front matter and body; None where the front matter is not there or not closed."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, [fault(path, 1, FaultKind.NO_FRONT_MATTER)]
    closing = next((at for at, line in enumerate(lines) if at and line.rstrip() == _FENCE), None)
    if closing is None:
        return None, [fault(path, 1, FaultKind.OPEN_FRONT_MATTER)]
    front, body = "\n".join(lines[1:closing]), "\n".join(lines[closing + 1 :])
    return Parts(front, body, closing + 2), []


def card_body(parts: Parts, path: Path) -> tuple[CardBody, list[Fault]]:
    """The short answer ("" where it is missing) and the sections, with what is wrong in them."""
    lines, blocks = parts.body.split("\n"), blocks_of(parts.body)
    faults: list[Fault] = []

    def wrong(at: int, kind: FaultKind, **facts: object) -> None:
        faults.append(fault(path, parts.body_line + at, kind, **facts))

    short = ""
    if blocks and blocks[0].kind == "paragraph":
        first = blocks.pop(0)
        short = " ".join(line.strip() for line in lines[first.start : first.end])
        if len(short) > MAX_SHORT_ANSWER:
            facts = {"key": "짧은 답", "length": len(short), "limit": MAX_SHORT_ANSWER}
            wrong(first.start, FaultKind.TOO_LONG, **facts)
    else:
        wrong(blocks[0].start if blocks else 0, FaultKind.NO_SHORT_ANSWER)
    if blocks and blocks[0].kind != "heading" and short:
        wrong(blocks[0].start, FaultKind.TEXT_WITHOUT_HEADING)
    for block in blocks:
        if block.level == 1:
            wrong(block.start, FaultKind.TITLE_IN_BODY)
    headings = [block for block in blocks if block.level == 2]
    ends = [block.start for block in headings[1:]] + [len(lines)]
    sections: list[Section] = []
    for heading, end in zip(headings, ends, strict=False):
        body = "\n".join(lines[heading.end : end]).strip("\n").rstrip()
        sections.append(Section(heading.words, body))
        if not heading.words:
            wrong(heading.start, FaultKind.EMPTY_HEADING)
        elif not body.strip():
            wrong(heading.start, FaultKind.EMPTY_SECTION, heading=heading.words)
        for key, text, limit in (
            ("##", heading.words, MAX_HEADING),
            (heading.words, body, MAX_SECTION),
        ):
            if len(text) > limit:
                facts = {"key": key, "length": len(text), "limit": limit}
                wrong(heading.start, FaultKind.TOO_LONG, **facts)
    return CardBody(short, tuple(sections)), faults
