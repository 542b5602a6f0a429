"""Writes into quiz.yaml which text of its concept each item was written from."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import yaml

from bot.content.assemble import concept_of
from bot.content.drafts import QuizDraft
from bot.content.faults import BrokenContent
from bot.content.lined_yaml import Plain, lined
from bot.content.reader import drafts_of


def stamp(path: Path) -> tuple[str, ...]:
    """Stamps every item under `path` with its concept as it is now; gives the ids that changed.

    Only the stamps are written; comments and layout stay. Raises BrokenContent, and writes
    nothing, where there are faults other than outdated stamps.
    """
    drafts, faults = drafts_of(path)
    if breaking := tuple(fault for fault in faults if fault.breaks):
        raise BrokenContent(breaking)
    concepts = (concept_of(card, draft.id) for draft in drafts for card in draft.cards)
    stamps: dict[str, str] = {concept.id: concept.stamp for concept in concepts if concept}
    changed: list[str] = []
    for draft in drafts:
        if draft.quiz is None:
            continue
        file = draft.quiz.document.path
        text = file.read_bytes().decode("utf-8")
        stamped, ids = stamped_text(text, draft.quiz, stamps)
        if ids:
            _replace(file, stamped)
            changed += ids
    return tuple(changed)


def stamped_text(
    text: str, quiz: QuizDraft, stamps: Mapping[str, str]
) -> tuple[str, tuple[str, ...]]:
    """`text` of a quiz file with each item's stamp set, and the ids of the items that changed."""
    lines, changed = text.split("\n"), []
    nodes = quiz.document.root.value if quiz.document.root else []
    # From the end, so that lines above keep their numbers.
    for at, item in reversed(quiz.items):
        new = stamps[item.root.concept]
        if item.root.stamp != new:
            _set_stamp(lines, nodes[at], new)
            changed.append(item.root.id)
    stamped = "\n".join(lines)
    before, after = quiz.document.value, lined(stamped, quiz.document.path)[0]
    if after is None or _unstamped(after.value) != _unstamped(before):
        raise AssertionError(f"stamping would change more than stamps in {quiz.document.path}")
    return stamped, tuple(reversed(changed))


def _set_stamp(lines: list[str], item: yaml.MappingNode, new: str) -> None:
    keys = {key.value: (key, value) for key, value in item.value}
    if "stamp" in keys:
        value = keys["stamp"][1]
        row, start, end = value.start_mark.line, value.start_mark.column, value.end_mark.column
        lines[row] = f"{lines[row][:start]}{_quoted(new)}{lines[row][end:]}"
        return
    key, value = keys["concept"]
    row, end = value.end_mark.line, value.end_mark.column
    if item.flow_style:
        lines[row] = f"{lines[row][:end]}, stamp: {_quoted(new)}{lines[row][end:]}"
    else:
        ending = "\r" if lines[row].endswith("\r") else ""
        indent = " " * key.start_mark.column
        lines.insert(row + 1, f"{indent}stamp: {_quoted(new)}{ending}")


def _quoted(stamp: str) -> str:
    # Sixteen hex digits may look like a number (`12e4…`): quotes keep other YAML readers right.
    return f'"{stamp}"'


def _unstamped(value: Plain) -> list[Plain]:
    items = value if isinstance(value, list) else []
    return [
        {key: entry for key, entry in item.items() if key != "stamp"}
        if isinstance(item, dict)
        else item
        for item in items
    ]


def _replace(file: Path, text: str) -> None:
    """Writes the whole file or nothing; a link stays a link."""
    target = file.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".stamp-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
        temporary.chmod(target.stat().st_mode)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
