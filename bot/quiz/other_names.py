"""What else a concept is called: right answers too where an item asks for the concept's name."""

from bot.content.model import Concept, Item
from bot.korean.folding import fold
from bot.quiz.marking import Sheet, Why, mark
from bot.quiz.spelling import joined

# What marking makes of a name that means another thing, or stands in the question already.
_UNFIT = frozenset({Why.CONTRAST, Why.NEGATED, Why.SEVERAL, Why.COPIED})


def other_names(item: Item, concept: Concept) -> tuple[str, ...]:
    """Return the titles and aliases of ``concept`` that answer ``item`` besides what it lists.

    None unless its key is one of them. Left out: what marking takes for one of the item's
    contrasts, and what the question says itself, so that nobody is right by copying it.
    """
    if item.key is None:
        return ()
    names = [name for name in (concept.title.ko, concept.title.en, *concept.aliases) if name]
    keys = tuple(key for key in (item.key.ko, item.key.en) if key)
    if not _plain(keys) & _plain(names):
        return ()
    question = " ".join(filter(None, (item.stem.en, item.stem.ko)))
    sheet = Sheet(question, item.key.ko, (*keys[1:], *item.accept), item.contrast)
    asked, listed = joined(fold(question)), _plain((*keys, *item.accept))
    return tuple(
        name
        for name in names
        if (plain := joined(fold(name))) not in listed
        and plain not in asked
        and mark(sheet, name).reason.why not in _UNFIT
    )


def _plain(names: tuple[str, ...] | list[str]) -> set[str]:
    return {joined(fold(name)) for name in names}
