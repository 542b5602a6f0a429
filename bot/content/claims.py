"""Ids and names belong to one thing each, in the whole library."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.content.drafts import TopicDraft
from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault, fault
from bot.content.fingerprints import number_of
from bot.content.lined_yaml import EACH, Lined
from bot.content.names import folded


@dataclass(frozen=True, slots=True)
class _Claim:
    """Who says `name`, where. `owner` is the concept for names, the topic for ids."""

    name: str
    owner: str
    path: Path
    line: int

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}"


def id_faults(drafts: Sequence[TopicDraft]) -> Iterator[Fault]:
    """Repeated ids, ids that are not their file's name, ids whose numbers collide."""
    kinds: dict[str, list[_Claim]] = {
        "concept": [], "prompt": [], "item": [], "reference": [], "figure": []
    }  # fmt: skip
    for draft in drafts:
        cards = [card.draft.document for card in draft.cards]
        discussions = [found.draft.document for found in draft.discussions]
        for document in (*cards, *discussions):
            yield from _not_file_name(document)
        for kind, documents in (("concept", cards), ("prompt", discussions)):
            kinds[kind] += [claim for each in documents for claim in _ids(each, draft, "id")]
        if draft.quiz:
            kinds["item"] += _ids(draft.quiz.document, draft, EACH, "id")
        if draft.topic:
            kinds["reference"] += _ids(draft.topic.document, draft, "references", EACH, "id")
            kinds["figure"] += _ids(draft.topic.document, draft, "figures", EACH, "id")
    for kind, claims in kinds.items():
        yield from _repeated(kind, claims)


def _ids(document: Lined, draft: TopicDraft, *pattern: str | int) -> list[_Claim]:
    found = document.texts(*pattern)
    return [_Claim(name, draft.id, document.path, line) for name, line in found]


def _not_file_name(document: Lined) -> Iterator[Fault]:
    for name, line in document.texts("id"):
        if name != document.path.stem:
            facts = {"id": name, "name": document.path.stem}
            yield fault(document.path, line, FaultKind.ID_IS_NOT_FILE_NAME, **facts)


def _repeated(kind: str, claims: Sequence[_Claim]) -> Iterator[Fault]:
    first: dict[str, _Claim] = {}
    by_number: dict[int, _Claim] = {}
    for claim in claims:
        if taken := first.get(claim.name):
            facts = {"id": claim.name, "first": taken.place}
            yield fault(claim.path, claim.line, FaultKind.REPEATED_ID, **facts)
            continue
        first[claim.name] = claim
        number = number_of(kind, claim.owner, claim.name)
        if other := by_number.get(number):
            facts = {"id": claim.name, "other": other.name}
            yield fault(claim.path, claim.line, FaultKind.NUMBER_TAKEN, **facts)
        by_number.setdefault(number, claim)


def name_faults(drafts: Sequence[TopicDraft]) -> Iterator[Fault]:
    """Titles and aliases that two concepts claim, and neighbours that the notes do cover."""
    first: dict[str, _Claim] = {}
    for draft in drafts:
        for card in draft.cards:
            for claim in _names(card.draft.document):
                taken = first.setdefault(folded(claim.name), claim)
                if taken.owner != claim.owner:
                    facts = {"name": claim.name, "other": taken.owner, "first": taken.place}
                    yield fault(claim.path, claim.line, FaultKind.NAME_CLAIMED_TWICE, **facts)
    for draft in drafts:
        if draft.topic is None:
            continue
        document = draft.topic.document
        for name, line in document.texts("outside", EACH, "names", EACH):
            if covered := first.get(folded(name)):
                facts = {"name": name, "other": covered.owner, "first": covered.place}
                yield fault(document.path, line, FaultKind.OUTSIDE_IS_COVERED, **facts)


def _names(document: Lined) -> Iterator[_Claim]:
    # The file's name tells concepts apart even where two files say the same id.
    owner = document.path.stem
    for pattern in (
        ("title",),
        ("title", "ko"),
        ("title", "en"),
        ("aliases", "ko", EACH),
        ("aliases", "en", EACH),
    ):
        for name, line in document.texts(*pattern):
            yield _Claim(name, owner, document.path, line)
