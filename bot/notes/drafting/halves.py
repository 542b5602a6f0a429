"""The things that a note names: its concepts, and both halves of a heading for two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.content.model import Concept, ConceptId, Text
from bot.content.names import folded
from bot.notes.drafting.sentences import entries_of, lines_of

_JOINT = re.compile(
    r"^(?P<left>[^\s,]+(?:\s[^\s,]+)?)(?:와|과|이랑|랑|\s+vs\.?|\s+and|\s+및|\s+대)\s+"
    r"(?P<right>[^\s,]+(?:\s[^\s,]+)?)$",
    re.I,
)
# Entries of a list of which each tells what one thing is.
_TERM = re.compile(r"^(?P<name>[^\W\d_][^:：\d]{0,23}?)\s*[:：]\s+(?P<said>\S.*)$")
_TOLD = re.compile(
    r"^(?P<name>[^\W\d_]{2,12}?)(?:은|는|이란|란)\s(?!.*지만\s).+(?:이다|입니다|이에요|예요)[.。]?$"
)
_ASKS = re.compile(r"[?？]$")
LEAST_LISTED = 2
_REST = re.compile(r"의?\s*(?:차이점?|비교|공통점)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with the concept (``card``) under which the note speaks of it."""

    concept: Concept
    card: Concept


def named_things(concepts: Sequence[Concept]) -> list[Named]:
    """Return every concept, and behind it what its card names besides that is no concept itself.

    「뮤텍스와 세마포어」 with sentences about each names two things on one card, as does a list of
    「부호화: …」「저장: …」「인출: …」.
    """
    taken = {folded(concept.title.ko) for concept in concepts}
    found: list[Named] = []
    for card in concepts:
        found.append(Named(card, card))
        for part in (*_halves(card), *_listed(card)):
            if folded(part.title.ko) not in taken:
                taken.add(folded(part.title.ko))
                found.append(Named(part, card))
    return found


def _halves(card: Concept) -> Iterator[Concept]:
    joint = _JOINT.match(_REST.sub("", card.title.ko))
    if not joint:
        return
    for name in (joint["left"], joint["right"]):
        said = next((line for line in lines_of(card) if _begins(line, name)), "")
        if said:
            yield _part(card, said[: len(name)], said)


def _listed(card: Concept) -> Iterator[Concept]:
    entries = [entry for entry in entries_of(card) if not _ASKS.search(entry)]
    named = [found for entry in entries if (found := _TERM.match(entry))]
    if len(named) == len(entries) >= LEAST_LISTED:
        yield from (_part(card, found["name"], found["said"]) for found in named)
        return
    told = [found for entry in entries if (found := _TOLD.match(entry))]
    names = {found["name"] for found in told}
    if len(names) == len(entries) >= LEAST_LISTED:
        yield from (_part(card, found["name"], found[0]) for found in told)


def _part(card: Concept, name: str, said: str) -> Concept:
    return replace(
        card,
        id=ConceptId(f"{card.id}/{folded(name)}"),
        title=Text(name),
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
