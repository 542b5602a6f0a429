"""A reading weighed against every subject: their order, and how sure we are of an answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.answers.cards import Kind
from bot.answers.evidence import Evidence, Judge
from bot.answers.reading import Reading, terms_of
from bot.answers.weights import Weights
from bot.korean.meanings import meanings_of

LONG_QUESTION = 8  # words; longer ones count as just as long
LIKE_MEANING = 0.5  # a neighbour's word of a covered group of meaning is half a card's
# What asks for a person, a time, a place or a number: a card that has no such word tells none.
ASKING_FOR = frozenset({"who", "when", "where", "amount"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """Scores by subject; `order` has the concepts with a score, best first."""

    reading: Reading
    evidence: Mapping[int, Evidence]
    scores: Mapping[int, float]
    order: tuple[int, ...]
    signs: Mapping[str, float]
    confidence: float

    def best(self, judge: Judge, kind: Kind) -> int | None:
        """The subject of that kind with the highest score, if any has one."""
        owners = [owner for owner in self.scores if judge.subjects[owner].kind is kind]
        return min(owners, key=lambda owner: (-self.scores[owner], owner), default=None)


def weigh(judge: Judge, weights: Weights, reading: Reading) -> Weighed:
    """Fuse the evidence, put concepts in order, and say how sure the best one is."""
    evidence = judge.evidence(reading)
    weights = weights.fitting(heard=judge.hears(reading))
    scores = {owner: weights.fused(found) for owner, found in evidence.items()}
    concepts = [owner for owner in scores if judge.subjects[owner].kind is Kind.CONCEPT]
    order = tuple(sorted(concepts, key=lambda owner: (-scores[owner], owner)))
    signs = _signs(judge, reading, evidence, scores, order)
    covers = bool(order) and not is_bare(judge, reading)
    confidence = weights.probability(signs) if covers else 0.0
    return Weighed(reading, evidence, scores, order, signs, confidence)


def is_bare(judge: Judge, reading: Reading) -> bool:
    """Whether all that was asked is one everyday word ("왜?", "차이"), which names no subject."""
    alone = len(reading.content) == 1 and bool(meanings_of(reading.content[0]))
    return alone and not judge.names.found_in(reading)


def _signs(
    judge: Judge,
    reading: Reading,
    evidence: Mapping[int, Evidence],
    scores: Mapping[int, float],
    order: tuple[int, ...],
) -> dict[str, float]:
    first = evidence[order[0]] if order else Evidence()
    top = scores[order[0]] if order else 0.0
    second = scores[order[1]] if len(order) > 1 else 0.0
    others = [owner for owner in scores if judge.subjects[owner].kind is not Kind.CONCEPT]
    outside = [owner for owner in others if judge.subjects[owner].kind is Kind.OUTSIDE]
    strange, alike, only_outside = _missing(judge, reading)
    return {
        "before_second": top - second,
        "before_others": top - max((scores[owner] for owner in others), default=0.0),
        "cover": first.cover,
        "asked_cover": first.asked_cover,
        "characters": first.characters,
        "name": first.longest_name,
        "outside_name": max((evidence[owner].longest_name for owner in outside), default=0.0),
        "named": float(first.longest_name > 0),
        "strange": strange,
        "alike": alike,
        "only_outside": only_outside,
        "untold": float(bool(order) and _asks_for_more(judge, reading, order[0])),
        "length": min(len(reading.content), LONG_QUESTION) / LONG_QUESTION,
        # The same kind of signs from likeness of meaning alone; all 0 without a model.
        "meaning": first.meaning,
        "body_meaning": first.body_meaning,
        "meaning_before_others": first.meaning
        - max((evidence[owner].meaning for owner in others), default=0.0),
    }


def _asks_for_more(judge: Judge, reading: Reading, owner: int) -> bool:
    """Whether a question asks who, when, where or how many, and the card has no such word."""
    return any(
        ASKING_FOR.intersection(meanings_of(word)) and not judge.has(owner, word)
        for word in reading.content
    )


def _missing(judge: Judge, reading: Reading) -> tuple[float, float, float]:
    """Shares of the question that no card has.

    Words that nothing in the library is like; words of a covered group of meaning, as a paraphrase
    has them; and words that only neighbours have, which count half where a card has their like.
    """
    strange = alike = only_outside = 0.0
    for word, share in zip(reading.content, judge.shares(reading), strict=True):
        if judge.is_covered(word):
            continue
        is_like = any(judge.is_covered(term) for term in terms_of(word))
        if is_like:
            alike += share
        else:
            strange += share
        if judge.is_known(word):
            only_outside += share * (LIKE_MEANING if is_like else 1.0)
    return strange, alike, only_outside
