"""A vector space of weighted terms over short texts, with postings: which texts are likest."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

Terms = Counter[str]

# A term in more texts than this tells nothing apart in a large space, and costs time: with it,
# neither a term's postings nor the time of a query grow with the library.
MAX_SPREAD = 2_000
FEW = 4
MAX_LIKEST = 400  # owners; the rest of a large library has no chance


class Space:
    """Cosine likeness (0..1) between a question and texts, weighted by how rare terms are.

    Every text belongs to an owner (a number; texts come in order of owners); `likest` gives each
    owner its best text. Postings are packed: one array of places, one of weights, and where each
    term's begin.
    """

    def __init__(self, of_owners: Iterable[tuple[int, Terms]]) -> None:
        self._terms: dict[str, int] = {}
        owners, lengths = array("I"), array("I")
        terms, counts = array("I"), array("H")
        for owner, found in of_owners:
            owners.append(owner)
            lengths.append(len(found))
            terms.extend([self._terms.setdefault(term, len(self._terms)) for term in found])
            counts.extend(found.values())
        self._owners = np.array(owners, dtype=np.uint32)
        self._texts = np.bincount(self._owners).astype(np.uint32)
        self._pack(
            np.repeat(np.arange(len(owners), dtype=np.uint32), np.array(lengths, dtype=np.int64)),
            np.array(terms, dtype=np.uint32),
            np.array(counts, dtype=np.float32),
        )

    def _pack(
        self,
        places: NDArray[np.uint32],
        terms: NDArray[np.uint32],
        counts: NDArray[np.float32],
    ) -> None:
        texts = len(self._owners)
        spread = np.bincount(terms, minlength=len(self._terms))
        self._unseen = log(texts + 1) + 1
        self._rarity = (np.log((texts + 1) / (spread + 1)) + 1).astype(np.float32)
        weights = (1 + np.log(counts)) * self._rarity[terms]
        lengths = np.sqrt(np.bincount(places, weights * weights, minlength=texts))
        weights /= np.maximum(lengths, 1e-9)[places].astype(np.float32)
        telling = spread[terms] <= MAX_SPREAD
        places, terms, weights = places[telling], terms[telling], weights[telling]
        order = np.argsort(terms, kind="stable")
        self._places, self._weights = places[order], weights[order].astype(np.float32)
        kept = np.bincount(terms, minlength=len(self._terms))
        self._starts = np.concatenate(([0], np.cumsum(kept))).astype(np.uint32)

    def likest(
        self, terms: Terms, *, together: bool = False
    ) -> dict[int, tuple[float, int, float]]:
        """For the likest owners: likeness to the likest text of each, and the text's place.

        Third comes, if ``together``, the mean likeness to its `FEW` likest (one text may be like by
        chance), else the likeness again.
        """
        places, likeness = self._likeness(terms)
        if not len(places):
            return {}
        # By owner, the best text last: what a dictionary keeps of several is the last.
        order = np.lexsort((-places, likeness))[-MAX_LIKEST * 4 :]
        owners, values = self._owners[places[order]], likeness[order]
        few = self._means_of_few(owners, values) if together else values
        found = dict(
            zip(
                owners.tolist(),
                zip(values.tolist(), places[order].tolist(), few.tolist(), strict=True),
                strict=True,
            )
        )
        if len(found) <= MAX_LIKEST:
            return found
        best = sorted(found, key=lambda owner: found[owner], reverse=True)[:MAX_LIKEST]
        return {owner: found[owner] for owner in best}

    def _means_of_few(
        self, owners: NDArray[np.uint32], values: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """For each text, given in rising order, the mean likeness of its owner's `FEW` likest."""
        by_owner = np.argsort(owners, kind="stable")
        sums = np.cumsum(np.concatenate(([0.0], values[by_owner])))
        ends = np.searchsorted(owners[by_owner], owners, side="right")
        begins = np.searchsorted(owners[by_owner], owners, side="left")
        # An owner of one text is no worse for having no more; one of many is for the lack of more.
        few = np.minimum(self._texts[owners], FEW)
        means: NDArray[np.float64] = (sums[ends] - sums[np.maximum(begins, ends - FEW)]) / few
        return means

    def _likeness(self, terms: Terms) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Texts that share a term with the question, and how like each of them is."""
        slices: list[tuple[int, int, float]] = []
        for term, weight in self._unit(terms).items():
            number = self._terms.get(term)
            if number is not None and self._starts[number] < self._starts[number + 1]:
                slices.append((int(self._starts[number]), int(self._starts[number + 1]), weight))
        if not slices:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        places = np.concatenate([self._places[start:end] for start, end, _ in slices])
        values = np.concatenate(
            [self._weights[start:end] * weight for start, end, weight in slices]
        )
        if len(places) * 8 < len(self._owners):  # few texts of many: count only those
            shared, which = np.unique(places, return_inverse=True)
            return shared.astype(np.int64), np.bincount(which, values).astype(np.float64)
        likeness = np.bincount(places, values, minlength=len(self._owners)).astype(np.float64)
        shared = np.flatnonzero(likeness)
        return shared, likeness[shared]

    def owners_with(self, term: str) -> Sequence[int]:
        """The owners of texts with the term, each once, if it tells them apart."""
        number = self._terms.get(term)
        if number is None:
            return ()
        start, end = self._starts[number], self._starts[number + 1]
        owners = self._owners[self._places[start:end]]
        first = np.ones(len(owners), dtype=bool)
        first[1:] = owners[1:] != owners[:-1]
        alone: list[int] = owners[first].tolist()
        return alone

    def rarity(self, term: str) -> float:
        """How much a term tells apart; a term that no text has counts as the rarest."""
        number = self._terms.get(term)
        return self._unseen if number is None else float(self._rarity[number])

    def __contains__(self, term: str) -> bool:
        return term in self._terms

    def terms_of(self, owners: NDArray[np.bool_]) -> Iterable[str]:
        """The terms of texts of these owners (a mask); those that tell nothing apart count too."""
        spread = np.diff(self._starts)
        having = np.zeros(len(self._terms), dtype=bool)
        owned = owners[self._owners[self._places]]
        having[np.repeat(np.arange(len(spread)), spread)[owned]] = True
        having |= spread == 0
        return (term for term, number in self._terms.items() if having[number])

    def _unit(self, terms: Terms) -> dict[str, float]:
        weighed = {term: (1 + log(count)) * self.rarity(term) for term, count in terms.items()}
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
