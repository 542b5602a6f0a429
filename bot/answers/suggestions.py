"""The concepts to offer while somebody is still typing."""

from bot.answers.model import Question
from bot.answers.notes import Edition
from bot.content.model import Concept
from bot.korean.folding import fold

MAX_TYPED = 100


def suggested(edition: Edition, typed: str, limit: int) -> tuple[Concept, ...]:
    """Return up to ``limit`` concepts: those whose name holds what was typed, then the likest.

    Before anything is typed: the first ones in reading order.
    """
    library = edition.library
    wanted = _folded(typed)
    if not wanted:
        return library.concepts[:limit]
    fits = [(fit, concept) for concept in library.concepts if (fit := _fit(concept, wanted))]
    named = [concept for _, concept in sorted(fits, key=lambda pair: pair[0])]
    likest = [
        concept
        for ranked in edition.index.find(Question(typed)).ranked
        if (concept := library.concept(ranked.concept)) and concept not in named
    ]
    return (*named, *likest)[:limit]


def _fit(concept: Concept, wanted: str) -> tuple[int, int] | None:
    """Return how well the nearest name fits, least best: names that begin so, shorter ones first.

    None: no name holds what was typed.
    """
    names = map(_folded, (concept.title.ko, concept.title.en or "", *concept.aliases))
    return min(((name.find(wanted), len(name)) for name in names if wanted in name), default=None)


def _folded(text: str) -> str:
    return "".join(fold(text, MAX_TYPED).split())
