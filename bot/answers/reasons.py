"""What is told besides the answer: near concepts, a link that names the subject, and why."""

from collections.abc import Mapping, Sequence

from bot.answers.cards import Kind
from bot.answers.evidence import Evidence, Judge
from bot.answers.model import MAX_NEAR, Why
from bot.answers.naming import Naming
from bot.answers.reading import read_stored
from bot.answers.weighing import Weighed, is_bare
from bot.content.model import Reference

NEAR_COVER = 0.4  # share of the question that a concept must have to be called near
NEAR_NAME = 0.1  # ... or be named with
NEAR_CONFIDENCE = 0.1
MIN_TITLE_WORD = 3  # letters of a word that a link's title may be found by


def near(judge: Judge, weighed: Weighed, places: Mapping[str, int]) -> tuple[str, ...]:
    """Up to three concepts: those the matched neighbour is near to, the named, the much alike.

    Everyday words alone make nothing near: "what's for lunch" shares half of its words with
    "eating the market", but nobody would call the question one of ours.
    """
    if is_bare(judge, weighed.reading):
        return ()
    found: list[str] = []
    outside = weighed.best(judge, Kind.OUTSIDE)
    if outside is not None and weighed.evidence[outside].asked_cover >= NEAR_COVER:
        found += [name for name in judge.subjects[outside].related if name in places]
    for owner in weighed.order[:MAX_NEAR]:
        evidence = weighed.evidence[owner]
        alike = evidence.asked_cover >= NEAR_COVER and weighed.confidence >= NEAR_CONFIDENCE
        if evidence.longest_name >= NEAR_NAME or alike:
            found.append(judge.subjects[owner].id)
    return tuple(dict.fromkeys(found))[:MAX_NEAR]


class Links:
    """The notes' links, found by what their titles name."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self._titles = [
            (entry.id, frozenset(read_stored(f"{entry.title.ko} {entry.title.en or ''}").content))
            for entry in references
        ]

    def naming(self, judge: Judge, weighed: Weighed, named: Sequence[Naming]) -> str | None:
        """The link that the matched neighbour declares, or whose title has an uncovered word."""
        for naming in named:
            for owner in naming.owners:
                if link := judge.subjects[owner].reference:
                    return link
        missing = {
            word
            for word in weighed.reading.content
            if len(word) >= MIN_TITLE_WORD and not judge.is_covered(word)
        }
        return next((link for link, title in self._titles if missing & title), None)


def why(judge: Judge, weighed: Weighed, named: Sequence[Naming], first: int | None) -> Why:
    """What made the choice, in facts; the face puts them into words."""
    if first is None:
        return Why(read_as=weighed.reading.text)
    evidence = weighed.evidence.get(first, Evidence())
    outside = weighed.best(judge, Kind.OUTSIDE)
    rival = outside is not None and weighed.scores[outside] >= weighed.scores.get(first, 0.0)
    content = weighed.reading.content
    return Why(
        name=next((each.name for each in named if first in each.owners), None),
        words=tuple(word for word in content if judge.has(first, word)),
        unknown=tuple(word for word in content if not judge.is_known(word)),
        example=judge.asked[evidence.example] if evidence.example >= 0 else None,
        example_likeness=min(1.0, evidence.characters),
        characters=min(1.0, evidence.body_characters),
        meaning=max(evidence.meaning, evidence.body_meaning)
        if judge.hears(weighed.reading)
        else None,
        outside=judge.subjects[outside].names[0] if rival and outside is not None else None,
        read_as=weighed.reading.text,
    )
