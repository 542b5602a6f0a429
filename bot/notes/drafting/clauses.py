"""Sentences that set two concepts side by side, cut into what is said of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.content.model import Concept
from bot.discord_ui.josa import with_particle
from bot.notes.contrasts import named_in, pattern_of
from bot.notes.drafting.sentences import is_korean
from bot.notes.drafting.terms import names_of

# What stands between the two halves. Where a half only goes on from the other, swapping the
# names would leave the sentence true, so that there must be a turn.
_TURNS = re.compile(
    r"(?:지만|(?:는|은|ㄴ|인|한|된|른|쁜|운)\s*데|반면(?:에)?|이고|하고|되고|않고|[가-힣]고|[가-힣]며),?\s"
    r"|;\s|,\s*(?:while|whereas|but|and)\s|\s(?:while|whereas|but)\s|\.\s|,\s"
)
_TOGETHER = re.compile(
    r"(?:둘\s?다|모두|서로|함께|같은|같이|똑같|마찬가지|공통|both|each other|same|alike)", re.I
)
_PARTICLES = {
    "은": "은/는", "는": "은/는", "이": "이/가", "가": "이/가", "을": "을/를", "를": "을/를",
    "으로": "으로/로", "로": "으로/로", "과": "과/와", "와": "과/와",
}  # fmt: skip
_PARTICLE = re.compile(r"(으로|은|는|이|가|을|를|로|과|와)(?=[\s,.]|$)")
_ROLE = re.compile(r"(으로|에서|에게|은|는|이|가|을|를|로|의|에)(?=[\s,.는])")
_ROLES = {"는": "은", "이": "은", "가": "은", "를": "을", "으로": "로"}
_JOINS = re.compile(r"^\s*(?:와|과|이랑|랑|하고|,|및|and|or|vs\.?|/)", re.I)


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence that names two concepts once each, in an order, with a turn between them."""

    sentence: str
    first: Concept
    second: Concept
    spans: tuple[tuple[int, int], tuple[int, int]]

    @property
    def is_korean(self) -> bool:
        """Whether the sentence is Korean."""
        return is_korean(self.sentence)


def pair_in(sentence: str, concepts: Sequence[Concept]) -> Pair | None:
    """Return the two concepts that ``sentence`` tells apart; None where it tells none apart."""
    named = named_in(sentence, concepts)
    if len(named) != 2 or _TOGETHER.search(sentence):
        return None
    spans = [_spans(sentence, each) for each in named]
    if any(len(each) != 1 for each in spans):
        return None
    order = sorted(zip((each[0] for each in spans), named, strict=True), key=lambda pair: pair[0])
    (left, first), (right, second) = order
    between = sentence[left[1] : right[0]]
    if _JOINS.match(between) or not _TURNS.search(between) or left[0] > len(sentence) // 3:
        return None
    if not sentence[right[1] :].strip(" .,이다예요에입니"):
        return None
    if is_korean(sentence) and _role(sentence[left[1] :]) != _role(sentence[right[1] :]):
        return None  # 「해마는 … 기억으로 옮기는 부위이다」 says nothing of 기억
    return Pair(sentence, first, second, (left, right))


def swapped(pair: Pair) -> str | None:
    """Return the sentence with the two names in each other's place, particles fitted anew.

    None where the verbs would not agree: English names of which one is a plural.
    """
    (a, b), (c, d) = pair.spans
    text = pair.sentence
    if not pair.is_korean and text[a:b].endswith("s") != text[c:d].endswith("s"):
        return None
    left, right = text[a:b], text[c:d]
    start = _cased(right, left, is_first=a == 0)
    end = _cased(left, right, is_first=False)
    middle, rest = text[b:c], text[d:]
    if pair.is_korean:
        start, middle = _fitted(start, middle)
        end, rest = _fitted(end, rest)
    return text[:a] + start + middle + end + rest


def _role(rest: str) -> str:
    """What a name does in its clause, by the particle behind it; names side by side do the same."""
    found = _ROLE.match(rest)
    return _ROLES.get(found[1], found[1]) if found else ""


def _fitted(name: str, rest: str) -> tuple[str, str]:
    found = _PARTICLE.match(rest)
    if found is None:
        return name, rest
    return with_particle(name, _PARTICLES[found[1]]), rest[found.end() :]


def _cased(name: str, place: str, *, is_first: bool) -> str:
    """``name`` with a capital where the word in its place has one; abbreviations stay."""
    if name.isupper() or not name[:1].isascii() or not name[:1].isalpha():
        return name
    if is_first:
        return name[:1].upper() + name[1:] if place[:1].isupper() else name
    return name[:1].lower() + name[1:] if place[:1].islower() and name.istitle() else name


def _spans(sentence: str, concept: Concept) -> list[tuple[int, int]]:
    for name in sorted(names_of(concept), key=len, reverse=True):
        found = [match.span() for match in pattern_of(name).finditer(sentence)]
        if found:
            return found
    return []
