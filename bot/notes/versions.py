"""A new version of a note beside the one before: which concepts are the same (pure)."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.content.importer.slugs import free_slug
from bot.content.model import Concept, ConceptId, Contrast
from bot.content.names import folded
from bot.notes.model import Difference, Sheet


def continued(new: Sheet, old: Sheet, used: Collection[str]) -> Sheet:
    """Return ``new`` with the ids of ``old`` where its concepts go on.

    A concept goes on where it says the same (by its stamp), or bears the same name. All others
    get ids that no version before had (``used``), so that no old item is asked about them.
    """
    names = _ids(new, old, used)
    entries = tuple(replace(each, concept=_called(each.concept, names)) for each in new.entries)
    talks = tuple(
        replace(
            each,
            prompt=replace(
                each.prompt, related=tuple(ConceptId(names[name]) for name in each.prompt.related)
            ),
        )
        for each in new.talks
    )
    return replace(new, entries=entries, talks=talks)


def difference(new: Sheet, old: Sheet) -> Difference:
    """Return how many concepts are the same, changed, new and gone; ids count."""
    before = {each.concept.id: each.concept.stamp for each in old.entries}
    after = {each.concept.id: each.concept.stamp for each in new.entries}
    same = sum(before.get(name) == stamp for name, stamp in after.items())
    kept = len(before.keys() & after.keys())
    return Difference(same, kept - same, len(after) - kept, len(before) - kept)


def _ids(new: Sheet, old: Sheet, used: Collection[str]) -> Mapping[str, str]:
    by_stamp = {each.concept.stamp: each.concept.id for each in old.entries}
    by_name = {folded(each.concept.title.ko): each.concept.id for each in old.entries}
    names: dict[str, str] = {}
    taken: set[str] = set()
    for key_of, known in (
        (lambda concept: concept.stamp, by_stamp),
        (lambda concept: folded(concept.title.ko), by_name),
    ):
        for entry in new.entries:
            concept = entry.concept
            found = known.get(key_of(concept))
            if concept.id not in names and found is not None and found not in taken:
                names[concept.id] = found
                taken.add(found)
    taken |= set(used)
    for entry in new.entries:
        if entry.concept.id not in names:
            fresh = free_slug(entry.concept.id, "concept", taken)
            names[entry.concept.id] = fresh
            taken.add(fresh)
    return names


def _called(concept: Concept, names: Mapping[str, str]) -> Concept:
    return replace(
        concept,
        id=ConceptId(names[concept.id]),
        related=tuple(ConceptId(names[name]) for name in concept.related),
        contrasts=tuple(
            Contrast(ConceptId(names[each.concept]), each.line) for each in concept.contrasts
        ),
    )
