"""The things that a note names: its concepts, and both halves of a heading for two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.content.model import Concept, ConceptId, Text
from bot.content.names import folded
from bot.notes.drafting.sentences import lines_of

_JOINT = re.compile(
    r"^(?P<left>[^\s,]+(?:\s[^\s,]+)?)(?:와|과|이랑|랑|\s+vs\.?|\s+and|\s+및|\s+대)\s+"
    r"(?P<right>[^\s,]+(?:\s[^\s,]+)?)$",
    re.I,
)
_REST = re.compile(r"의?\s*(?:차이점?|비교|공통점)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with the concept (``card``) under which the note speaks of it."""

    concept: Concept
    card: Concept


def named_things(concepts: Sequence[Concept]) -> list[Named]:
    """Return every concept, then the halves of joint headings that are no concepts themselves.

    「뮤텍스와 세마포어」 with sentences about each names two things on one card.
    """
    taken = {folded(concept.title.ko) for concept in concepts}
    found = [Named(concept, concept) for concept in concepts]
    for card in concepts:
        for half in _halves(card):
            if folded(half.title.ko) not in taken:
                taken.add(folded(half.title.ko))
                found.append(Named(half, card))
    return found


def _halves(card: Concept) -> Iterator[Concept]:
    joint = _JOINT.match(_REST.sub("", card.title.ko))
    if not joint:
        return
    for name in (joint["left"], joint["right"]):
        said = next((line for line in lines_of(card) if _begins(line, name)), "")
        if said:
            yield replace(
                card,
                id=ConceptId(f"{card.id}/{folded(name)}"),
                title=Text(said[: len(name)]),
                short=Text(said),
                sections=(),
                aliases_ko=(),
                aliases_en=(),
                related=(),
                contrasts=(),
            )


def _begins(line: str, name: str) -> bool:
    return (
        re.match(
            rf"{re.escape(name)}(?:\s*\([^()]*\))?(?:은|는|이란|란|\s+is|\s+are)\s", line, re.I
        )
        is not None
    )
