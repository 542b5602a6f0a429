"""A vector space of weighted terms over short texts, with postings: which texts are likest."""

from array import array
from collections import Counter
from collections.abc import Iterable
from math import log, sqrt

Terms = Counter[str]
_NOWHERE: "tuple[array[int], array[float]]" = (array("I"), array("d"))

# A term in more texts than this share of a large space tells nothing apart, and costs time.
COMMON_SHARE = 0.25
SMALL_SPACE = 400


class Space:
    """Cosine likeness (0..1) between a question and texts, weighted by how rare terms are.

    Every text belongs to an owner (a number); `likest` gives each owner its best text.
    """

    def __init__(self, of_owners: Iterable[tuple[int, Terms]]) -> None:
        texts = list(of_owners)
        spread = Counter(term for _, terms in texts for term in terms)
        count = len(texts)
        self._unseen = log(count + 1) + 1
        self._rarity = {term: log((count + 1) / (n + 1)) + 1 for term, n in spread.items()}
        self._owners = [owner for owner, _ in texts]
        # Packed numbers: as objects of their own they would take six times the memory.
        self._postings: dict[str, tuple[array[int], array[float]]] = {}
        for place, (_, terms) in enumerate(texts):
            for term, weight in self._unit(terms).items():
                if count <= SMALL_SPACE or spread[term] <= COMMON_SHARE * count:
                    places, weights = self._postings.setdefault(term, (array("I"), array("d")))
                    places.append(place)
                    weights.append(weight)

    def likest(self, terms: Terms) -> dict[int, tuple[float, int]]:
        """For each owner with any likeness: that of its likest text, and the text's place."""
        likeness: dict[int, float] = {}
        for term, weight in self._unit(terms).items():
            places, weights = self._postings.get(term, _NOWHERE)
            for place, other in zip(places, weights, strict=True):
                likeness[place] = likeness.get(place, 0.0) + weight * other
        best: dict[int, tuple[float, int]] = {}
        owners = self._owners
        for place, value in likeness.items():
            owner = owners[place]
            if owner not in best or best[owner][0] < value:
                best[owner] = (value, place)
        return best

    def rarity(self, term: str) -> float:
        """How much a term tells apart; a term that no text has counts as the rarest."""
        return self._rarity.get(term, self._unseen)

    def knows(self, term: str) -> bool:
        return term in self._rarity

    def _unit(self, terms: Terms) -> dict[str, float]:
        weighed = {
            term: (1 + log(count)) * self._rarity.get(term, self._unseen)
            for term, count in terms.items()
        }
        length = sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        return {term: weight / length for term, weight in weighed.items()}


def grams(text: str, sizes: Iterable[int]) -> Terms:
    """Runs of neighbouring letters of a text without blanks, its two ends marked."""
    if not text:
        return Counter()
    marked = f"^{text}$"
    return Counter(
        marked[at : at + size] for size in sizes for at in range(max(0, len(marked) - size + 1))
    )
