"""A session's parts as JSON, which is how they are kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.content.model import Text
from bot.sessions.model import Kind, Part


def part_json(part: Part) -> dict[str, Any]:
    """Return ``part`` as JSON; ``part_of`` reads it back."""
    return {
        "step": part.step,
        "kind": part.kind.value,
        "title": text_json(part.title),
        "seconds": part.seconds,
        "moves": part.moves_by_itself,
        "nth": part.nth,
        "of": part.of,
        "concept": part.concept,
        "short": text_json(part.short),
        "items": part.items,
        "prompt": part.prompt,
        "question": text_json(part.question),
    }


def part_of(kept: Mapping[str, Any]) -> Part:
    """Return the part that was kept."""
    return Part(
        step=kept["step"],
        kind=Kind(kept["kind"]),
        title=text_of(kept["title"]),
        seconds=kept["seconds"],
        moves_by_itself=kept["moves"],
        nth=kept["nth"],
        of=kept["of"],
        concept=kept["concept"],
        short=None if kept["short"] is None else text_of(kept["short"]),
        items=kept["items"],
        prompt=kept["prompt"],
        question=None if kept["question"] is None else text_of(kept["question"]),
    )


def text_json(text: Text | None) -> list[str | None] | None:
    """Return a text as JSON."""
    return None if text is None else [text.ko, text.en]


def text_of(pair: Sequence[str | None]) -> Text:
    """Return the text that was kept."""
    return Text(pair[0] or "", pair[1])
