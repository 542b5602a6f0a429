"""All items that are drafted from a note: the fair ones, of several kinds, not too many."""

from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from bot.content.model import Concept
from bot.content.shapes.quiz import OneItemShape
from bot.notes.drafting.asked_terms import asked_term
from bot.notes.drafting.chosen_definitions import chosen_definition
from bot.notes.drafting.definitions import Definition, definitions
from bot.notes.drafting.lists import opposed
from bot.notes.drafting.several import contrasted
from bot.notes.drafting.statements import compared, stated
from bot.notes.exporting import item_fields
from bot.notes.model import Drafted, Sheet

# More would be a moderator's evening; the best of each concept come first.
MAX_DRAFTED = 30
MAX_OF_A_CONCEPT = 3


def drafted_from_sheet(sheet: Sheet) -> list[Drafted]:
    """Return items for what the note defines, contrasts and lists, in the note's order."""
    concepts = [entry.concept for entry in sheet.entries]
    return drafted_from(concepts)


def drafted_from(concepts: Sequence[Concept]) -> list[Drafted]:
    """Return items for ``concepts``, each of which the content's checker takes."""
    counts: dict[str, int] = {}
    kept: list[Drafted] = []
    asked: set[str] = set()
    for drafted in _all(concepts):
        item = drafted.item
        if counts.get(item.concept, 0) >= MAX_OF_A_CONCEPT or item.stem.ko in asked:
            continue
        if not _is_fit(drafted):
            continue
        counts[item.concept] = counts.get(item.concept, 0) + 1
        asked.add(item.stem.ko)
        kept.append(drafted)
    place = {concept.id: at for at, concept in enumerate(concepts)}
    kept = kept[:MAX_DRAFTED]
    return sorted(kept, key=lambda each: (place[each.item.concept], each.rule))


def _all(concepts: Sequence[Concept]) -> Iterator[Drafted]:
    yield from contrasted(concepts)
    yield from opposed(concepts)
    yield from compared(concepts)
    known = definitions(concepts)
    for own in known:
        if term := asked_term(own, known):
            yield term
    for own in known:
        if other := _recognised(own, known):
            yield other


def _recognised(own: Definition, known: Sequence[Definition]) -> Drafted | None:
    """Choices where there are fair ones; else a statement."""
    return chosen_definition(own, known) or stated(own, known)


def _is_fit(drafted: Drafted) -> bool:
    try:
        OneItemShape.model_validate(item_fields(drafted.item, "item-0"))
    except ValidationError:
        return False
    return True
