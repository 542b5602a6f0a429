"""What has to hold between files: pointers that lead somewhere, names that belong to one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.content.assemble import concept_of
from bot.content.claims import id_faults, name_faults
from bot.content.drafts import TopicDraft
from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault, fault
from bot.content.figures import figure_faults
from bot.content.lined_yaml import EACH, Lined, Place
from bot.content.shape_faults import nearest

_CONCEPTS, _PROMPTS = "concepts/", "discussions/"
_REFERENCES, _FIGURES = "topic.yaml (references)", "topic.yaml (figures)"


def faults_between(drafts: Sequence[TopicDraft], root: Path) -> list[Fault]:
    """Faults that no file has by itself."""
    faults = [*id_faults(drafts), *name_faults(drafts)]
    known = _known(drafts)
    for draft in drafts:
        faults += _pointer_faults(draft, known)
        faults += _self_pointers(draft)
        faults += _chapter_faults(draft)
        if draft.topic:
            faults += figure_faults(draft.topic.document, draft.folder, root)
    return [*faults, *_stamp_faults(drafts)]


def _known(drafts: Sequence[TopicDraft]) -> dict[str, list[str] | None]:
    """The ids that may be pointed at; None where a file that defines some could not be read."""
    topics = [draft.topic.document for draft in drafts if draft.topic]
    is_whole = len(topics) == len(drafts)
    return {
        _CONCEPTS: [name for draft in drafts for name in _concepts_of(draft)],
        _PROMPTS: [name for draft in drafts for name in _prompts_of(draft)],
        _REFERENCES: _ids(topics, "references") if is_whole else None,
        _FIGURES: _ids(topics, "figures") if is_whole else None,
    }


def _ids(documents: Sequence[Lined], key: str) -> list[str]:
    return [name for document in documents for name, _ in document.texts(key, EACH, "id")]


def _concepts_of(draft: TopicDraft) -> list[str]:
    written = (card.draft.document.texts("id") for card in draft.cards)
    # A card that could not be read still stands for its file's name: one fault is enough.
    return [*(name for found in written for name, _ in found), *draft.unread_cards]


def _prompts_of(draft: TopicDraft) -> list[str]:
    written = (found.draft.document.texts("id") for found in draft.discussions)
    return [*(name for found in written for name, _ in found), *draft.unread_discussions]


def _pointers(draft: TopicDraft) -> Iterator[tuple[Lined, Place, str]]:
    """Every place that names an id, and where that id has to be."""
    for card in draft.cards:
        document = card.draft.document
        yield document, ("related", EACH), _CONCEPTS
        yield document, ("contrast", EACH, "id"), _CONCEPTS
        yield document, ("sources", EACH), _REFERENCES
        yield document, ("figure",), _FIGURES
    for discussion in draft.discussions:
        yield discussion.draft.document, ("related", EACH), _CONCEPTS
    if draft.quiz:
        yield draft.quiz.document, (EACH, "concept"), _CONCEPTS
    if draft.agenda:
        yield draft.agenda.document, ("steps", EACH, "concepts", EACH), _CONCEPTS
        yield draft.agenda.document, ("steps", EACH, "prompt"), _PROMPTS
    if draft.topic:
        yield draft.topic.document, ("outside", EACH, "near", EACH), _CONCEPTS
        yield draft.topic.document, ("outside", EACH, "reference"), _REFERENCES


def _pointer_faults(draft: TopicDraft, known: dict[str, list[str] | None]) -> Iterator[Fault]:
    for document, pattern, where in _pointers(draft):
        targets = known[where]
        if targets is None:
            continue
        key = next(str(part) for part in reversed(pattern) if part not in (EACH, "id"))
        seen: set[str] = set()
        for name, line in document.texts(*pattern):
            if name not in targets:
                yield _dangling(document.path, line, key, name, where, targets)
            elif pattern[-1] == EACH and pattern[0] != "steps" and pattern[0] != "outside":
                if name in seen:
                    facts = {"key": key, "id": name}
                    yield fault(document.path, line, FaultKind.REPEATED_IN_LIST, **facts)
                seen.add(name)


def _dangling(
    path: Path, line: int, key: str, name: str, where: str, targets: Sequence[str]
) -> Fault:
    if near := nearest(name, targets):
        facts = {"key": key, "id": name, "nearest": near, "where": where}
        return fault(path, line, FaultKind.MISSPELT_ID, **facts)
    return fault(path, line, FaultKind.NO_SUCH_ID, key=key, id=name, where=where)


def _self_pointers(draft: TopicDraft) -> Iterator[Fault]:
    for card in draft.cards:
        document = card.draft.document
        own = {name for name, _ in document.texts("id")}
        for key, pattern in (
            ("related", ("related", EACH)),
            ("contrast", ("contrast", EACH, "id")),
        ):
            for name, line in document.texts(*pattern):
                if name in own:
                    yield fault(document.path, line, FaultKind.POINTS_AT_ITSELF, key=key)


def _chapter_faults(draft: TopicDraft) -> Iterator[Fault]:
    if draft.topic is None:
        return
    document, here = draft.topic.document, _concepts_of(draft)
    first: dict[str, int] = {}
    for name, line in document.texts("chapters", EACH, "concepts", EACH):
        if name not in here:
            yield _dangling(document.path, line, "concepts", name, _CONCEPTS, here)
        elif name in first:
            facts = {"id": name, "first": first[name]}
            yield fault(document.path, line, FaultKind.IN_TWO_CHAPTERS, **facts)
        first.setdefault(name, line)
    for card in draft.cards:
        for name, line in card.draft.document.texts("id"):
            if name not in first:
                path = card.draft.document.path
                yield fault(path, line, FaultKind.NOT_IN_A_CHAPTER, id=name)


def _stamp_faults(drafts: Sequence[TopicDraft]) -> Iterator[Fault]:
    concepts = (concept_of(card, draft.id) for draft in drafts for card in draft.cards)
    stamps: dict[str, str] = {concept.id: concept.stamp for concept in concepts if concept}
    for draft in drafts:
        if draft.quiz is None:
            continue
        for at, item in draft.quiz.items:
            shape, document = item.root, draft.quiz.document
            now = stamps.get(shape.concept)
            if shape.stamp and now and shape.stamp != now:
                facts = {"item": shape.id, "concept": shape.concept}
                line = document.line(at, "stamp")
                yield fault(document.path, line, FaultKind.STAMP_OUTDATED, **facts)
