"""Reads the form of a drafted item as moderators fill it in (pure)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.content.limits import (
    MAX_ALIAS,
    MAX_BUTTON_LABEL,
    MAX_EXPLANATION,
    MAX_REASON,
    MAX_SHORT_KEY,
    MAX_STEM,
)
from bot.content.model import Choice, Item, ItemKind, Text
from bot.discord_ui.cutting import sound
from bot.notes import buttons
from bot.notes.mentions import disarmed
from bot.notes.refusals import OwnItemUnfit

RIGHT = "✓"
MAX_WORDS = 10
_BETWEEN = re.compile(r"\s*[,、，;\n]\s*")
_CHOICE = re.compile(
    r"^(?P<mark>[*✓vV○oO+]|[-✗xX×])\s+(?P<text>[^|]+?)\s*(?:\|\s*(?P<reason>.*))?$"
)
_RIGHT_MARKS = frozenset("*✓vV○oO+")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_TRUE = frozenset({"o", "○", "true", "t", "yes", "y", "맞음", "맞다", "참"})
_FALSE = frozenset({"x", "×", "false", "f", "no", "n", "틀림", "틀리다", "거짓"})


def written(before: Item, fields: Mapping[str, str]) -> Item:
    """Return ``before`` with what stands in ``fields``; the fit is judged later.

    Raises:
        OwnItemUnfit: the true/false answer or the choices cannot be read.
    """

    def text(name: str, limit: int) -> Text:
        return Text(_line(fields.get(name, ""))[:limit].rstrip())

    item = replace(
        before,
        stem=text(buttons.STEM, MAX_STEM),
        explanation=text(buttons.EXPLANATION, MAX_EXPLANATION),
    )
    match before.kind:
        case ItemKind.SHORT:
            return replace(
                item,
                key=text(buttons.KEY, MAX_SHORT_KEY),
                accept=_words(fields.get(buttons.ALSO, "")),
                contrast=_words(fields.get(buttons.CONTRAST, "")),
            )
        case ItemKind.TRUE_FALSE:
            truth = _truth(fields.get(buttons.TRUTH, ""))
            return replace(item, truth=truth, reason=text(buttons.REASON, MAX_REASON))
        case _:
            return replace(item, choices=_choices(fields.get(buttons.CHOICES, "")))


def choice_lines(choices: Sequence[Choice]) -> str:
    """Return choices one a line, as ``written`` reads them."""
    lines = []
    for each in choices:
        reason = f" | {each.reason.ko}" if each.reason else ""
        lines.append(f"{'*' if each.is_correct else '-'} {each.text.ko}{reason}")
    return "\n".join(lines)


def _choices(typed: str) -> tuple[Choice, ...]:
    found = []
    for line in filter(None, map(_line, typed.split("\n"))):
        choice = _CHOICE.match(line)
        if choice is None or len(choice["text"]) > MAX_BUTTON_LABEL:
            raise OwnItemUnfit
        is_correct = choice["mark"] in _RIGHT_MARKS
        reason = (choice["reason"] or "").strip()[:MAX_REASON]
        told = Text(reason) if reason and not is_correct else None
        found.append(Choice(Text(choice["text"]), is_correct=is_correct, reason=told))
    return tuple(found)


def _truth(typed: str) -> bool:
    word = _line(typed).casefold()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise OwnItemUnfit


def _words(typed: str) -> tuple[str, ...]:
    words = (_line(part) for part in _BETWEEN.split(typed))
    return tuple(dict.fromkeys(word[:MAX_ALIAS] for word in words if word))[:MAX_WORDS]


def _line(typed: str) -> str:
    return " ".join(disarmed(_UNSEEN.sub(" ", sound(typed))).split())
