"""Reads the form of a suggested item as members fill it in (pure)."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.content.limits import MAX_EXPLANATION, MAX_REASON, MAX_SHORT_KEY, MAX_STEM
from bot.discord_ui.cutting import sound
from bot.quiz.desk import buttons
from bot.quiz.desk.model import Draft, DraftKind

MAX_WORDS = 10
_BETWEEN = re.compile(r"\s*[,、，;\n]\s*")
# What YAML refuses and no reader sees (the content's checker says so too).
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def draft_in(fields: Mapping[str, str], kind: DraftKind, concept: str) -> Draft:
    """Return what stands in ``fields``, trimmed; what is missing is empty."""

    def text(name: str, limit: int) -> str:
        return _line(fields.get(name, ""))[:limit].rstrip()

    draft = Draft(
        kind=kind,
        concept=concept,
        stem=text(buttons.STEM, MAX_STEM),
        explanation=text(buttons.EXPLANATION, MAX_EXPLANATION),
    )
    if kind is not DraftKind.SHORT:
        return replace(draft, reason=text(buttons.REASON, MAX_REASON))
    return replace(
        draft,
        key=text(buttons.KEY, MAX_SHORT_KEY),
        accept=_words(fields.get(buttons.ACCEPTED, "")),
        contrast=_words(fields.get(buttons.CONTRAST, "")),
    )


def _words(typed: str) -> tuple[str, ...]:
    """Return the words between commas, each once."""
    words = (_line(part) for part in _BETWEEN.split(typed))
    return tuple(dict.fromkeys(word for word in words if word))[:MAX_WORDS]


def _line(typed: str) -> str:
    return " ".join(_UNSEEN.sub(" ", sound(typed)).split())
