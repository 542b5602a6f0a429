"""Definitions in English sentences: "A commit is a snapshot …", "Fetch: downloads …"."""

import re
from collections.abc import Sequence

from bot.content.model import Concept
from bot.notes.drafting.said import Said
from bot.notes.drafting.terms import names_of

_IS = r"(?:is|are|means|refers to|stands for|is called|denotes|describes)"
_ARTICLE = re.compile(r"^(?:a|an|the|any|one|how|what|when|where)\b", re.I)
_PLACE = re.compile(r"^where\b", re.I)
_OPEN = re.compile(r"^(?:how|what|when)\b", re.I)
# A verb of its own before any clause that describes the noun makes a sentence of it.
_COPULA = re.compile(
    r"^(?:(?!\b(?:where|that|which|who|by|in|with)\b).)*\b(?:is|are|was|were)\b", re.I
)
_VERB = re.compile(r"^(?:[a-z]+(?:s|es))\b(?!\s+(?:is|are|of|and)\b)")
_STARTERS = re.compile(
    r"^(?:this|that|it|they|these|those|there|here|for|if|when|so|but|and)\b", re.I
)
_WEAK = re.compile(r"^(?:is|are|was|has|its|this|does|needs|lets|always|means|as|less|us|plus)\b")


def definition_in(sentence: str, concept: Concept, others: Sequence[Concept]) -> Said | None:
    """Return what a sentence says that ``concept`` is; None where it is no definition of it."""
    del others
    text = sentence.rstrip(" .!:").strip()
    return _of_subject(text, concept) or _bare(text, concept)


def _of_subject(text: str, concept: Concept) -> Said | None:
    for name in sorted(names_of(concept), key=len, reverse=True):
        begin = rf"^(?P<subject>(?:(?:a|an|the)\s+)?{re.escape(name)}s?)(?:\s*\([^()]*\))?"
        found = re.match(rf"{begin},?\s+{_IS}\s+(?P<said>.+)$", text, re.I)
        if found and _ARTICLE.match(found["said"]):
            said = _PLACE.sub("the place where", found["said"])
            if not _OPEN.match(said):
                return Said(said, found["subject"])
        found = re.match(rf"{begin}\s+(?P<said>[a-z]+s\s.+)$", text, re.I)
        if found and _does(found["said"]):
            return Said(found["said"], found["subject"], is_thing=False)
    return None


def _bare(text: str, concept: Concept) -> Said | None:
    """What stands beside a term: `a request that …`, `downloads new commits …`."""
    if _STARTERS.match(text):
        return None
    lowered = text[:1].lower() + text[1:]
    if re.match(r"^(?:a|an|the)\s", lowered) and not _COPULA.match(text):
        return Said(lowered, concept.title.ko)
    if text[:1].islower() and _does(text):
        return Said(text, concept.title.ko, is_thing=False)
    return None


def _does(text: str) -> bool:
    return _VERB.match(text) is not None and _WEAK.match(text) is None
