"""Several sentences that tell the same two concepts apart → choose everything true of one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.content.limits import MAX_BUTTON_LABEL
from bot.content.model import Choice, Concept, Item, ItemId, ItemKind, Text
from bot.notes.drafting import wording
from bot.notes.drafting.clauses import Pair, pair_in
from bot.notes.drafting.endings import alone
from bot.notes.drafting.halves import named_things
from bot.notes.drafting.sentences import lines_of
from bot.notes.drafting.terms import has_word, is_term, names_of
from bot.notes.kept import OWN
from bot.notes.model import Drafted, Rule

AT_LEAST = 2
MOST = 3
_KOREAN = re.compile(r"^(?:은|는)\s+(?P<left>.+?)(?:지만|으며|고|며),?\s*$")
_KOREAN_LAST = re.compile(r"^(?:은|는)\s+(?P<right>.+?)[.。]?\s*$")
_PLAIN = re.compile(r"(?<!니)다$")
_MIN_WORDS = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence says of each of its two concepts."""

    pair: Pair
    first: str
    second: str


def contrasted(concepts: Sequence[Concept]) -> Iterator[Drafted]:
    """Yield an item for each two concepts that at least two sentences of a card tell apart."""
    terms = [each.concept for each in named_things(concepts) if is_term(each.concept.title.ko)]
    for concept in concepts:
        told: dict[frozenset[str], list[Told]] = {}
        for sentence in lines_of(concept):
            pair = pair_in(sentence, terms)
            if pair and (halves := _halves(pair)):
                key = frozenset((pair.first.id, pair.second.id))
                told.setdefault(key, []).append(halves)
        for found in told.values():
            if len(found) >= AT_LEAST and (made := _item(concept, found[:MOST])):
                yield made


def _item(concept: Concept, told: Sequence[Told]) -> Drafted | None:
    own = told[0].pair.first
    other = told[0].pair.second
    right = [each.first if each.pair.first == own else each.second for each in told]
    wrong = [each.second if each.pair.first == own else each.first for each in told]
    texts = [*right, *wrong]
    if len(set(texts)) != len(texts) or max(map(len, texts)) > MAX_BUTTON_LABEL:
        return None
    names = (*names_of(own), *names_of(other))
    if any(has_word(name, text) for name in names for text in texts):
        return None
    reason = Text(wording.about_another(other.title.ko, korean=True))
    choices = [Choice(Text(each), is_correct=True) for each in right]
    choices += [Choice(Text(each), reason=reason) for each in wrong]
    sentence = " / ".join(each.pair.sentence for each in told)
    item = Item(
        id=ItemId(""),
        topic=OWN,
        concept=concept.id,
        kind=ItemKind.MULTIPLE,
        stem=Text(wording.choose_fitting(own.title.ko, korean=True)),
        explanation=Text(wording.noted(sentence, korean=True)),
        choices=tuple(sorted(choices, key=lambda each: each.text.ko)),
        stamp=concept.stamp,
    )
    return Drafted(Rule.SEVERAL, item, sentence)


def _halves(pair: Pair) -> Told | None:
    """What is said of each, as sentences that can stand alone; Korean in plain style only."""
    (a, b), (c, d) = pair.spans
    text = pair.sentence
    if not pair.is_korean or a != 0:
        return None
    left, right = _KOREAN.match(text[b:c]), _KOREAN_LAST.match(text[d:])
    if not left or not right or not _PLAIN.search(right["right"]):
        return None
    first = alone(left["left"])
    second = right["right"]
    if first is None or min(len(first.split()), len(second.split())) < _MIN_WORDS:
        return None
    if _leaves_out(first, second):
        return None
    return Told(pair, first, second)


def _leaves_out(first: str, second: str) -> bool:
    """Whether the second half lives on the first half's object: 「보장하지 않는다」."""
    objects = re.findall(r"\S+(?:을|를)(?=\s)", first)
    return bool(objects) and not re.search(r"\S+(?:을|를|이|가|은|는|에|로|으로|와|과)\s", second)
