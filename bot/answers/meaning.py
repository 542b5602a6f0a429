"""Likeness of meaning: which of a library's texts a question is nearest to, by a model's vectors.

The vectors of one model all point roughly the same way, and differ for many reasons: manner,
length, language. What differs among the ways of asking for one and the same thing is noise; it is
measured in the library itself, and divided out (Fisher's linear discriminant with a shrunk scatter
matrix).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.answers.embedder import Embed, Vectors

SHRINKAGE = 0.5  # how far the measured noise is drawn towards even noise (Ledoit and Wolf, 2004)
FEW = 4
MAX_SAMPLE = 20_000  # texts that the noise is measured in
# From so many owners on, only the texts of those whose mean vectors are nearest are compared.
MANY_OWNERS = 1_000
SHORTLIST = 150


class Meaning:
    """Vectors of a library's texts, sentence by sentence, each belonging to an owner."""

    def __init__(
        self,
        embed: "Embed",
        asked: Sequence[tuple[int, str]],
        body: Sequence[tuple[int, str]],
        owners: int,
    ) -> None:
        """Embed ``asked`` (names and ways of asking) and ``body``, both in order of owners."""
        self._owners = owners
        vectors = embed([text for _, text in asked])
        self._centre = vectors.mean(axis=0) if len(vectors) else np.float32(0)
        self._map = _metric(vectors, [owner for owner, _ in asked])
        self._asked = self._placed(vectors)
        self._body = self._placed(embed([text for _, text in body]))
        self._asked_starts = _starts([owner for owner, _ in asked])
        self._body_starts = _starts([owner for owner, _ in body])
        self._means = self._mean_vectors() if owners > MANY_OWNERS else None

    def likest(self, question: "Vectors") -> tuple["Vectors", "Vectors", "Vectors"]:
        """For each owner, likeness (0..1) to its nearest way of asking, few of them, and sentence.

        ``question`` has one row for each wording of the question; their mean is compared.
        """
        if not len(self._asked):  # an empty library
            nothing = np.zeros(self._owners, np.float32)
            return nothing, nothing, nothing
        mean = question.mean(axis=0, keepdims=True)
        [place] = self._placed(mean / np.linalg.norm(mean))
        if self._means is not None:
            near = np.argpartition(-(self._means @ place), SHORTLIST)[:SHORTLIST]
            return (
                self._best_of(self._asked, self._asked_starts, place, near, 1),
                self._best_of(self._asked, self._asked_starts, place, near, FEW),
                self._best_of(self._body, self._body_starts, place, near, 1),
            )
        asked = self._best(self._asked, self._asked_starts, place)
        return asked, self._mean_of_few(place), self._best(self._body, self._body_starts, place)

    def _mean_of_few(self, place: "Vectors") -> "Vectors":
        """For each owner the mean likeness of its `FEW` nearest ways of asking.

        One way of asking may be near by chance; where several are, they agree.
        """
        owners, begins = self._asked_starts
        counts = np.diff([*begins, len(self._asked)])
        likeness = self._asked @ place
        order = np.lexsort((-likeness, np.repeat(np.arange(len(owners)), counts)))
        nearest = np.arange(len(order)) - np.repeat(begins, counts) < FEW
        sums = np.add.reduceat(np.where(nearest, likeness[order], 0.0), begins)
        few = np.zeros(self._owners, dtype=np.float32)
        few[owners] = sums / np.minimum(counts, FEW)
        return np.clip(few, 0.0, 1.0)

    def _mean_vectors(self) -> "Vectors":
        """For each owner the mean of all its texts, of length 1."""
        means = np.zeros((self._owners, self._asked.shape[1]), dtype=np.float32)
        for vectors, (owners, begins) in (
            (self._asked, self._asked_starts),
            (self._body, self._body_starts),
        ):
            if len(vectors):
                means[owners] += np.add.reduceat(vectors, begins)
        means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
        return means

    def _best(
        self, vectors: "Vectors", starts: tuple[list[int], list[int]], place: "Vectors"
    ) -> "Vectors":
        best = np.zeros(self._owners, dtype=np.float32)
        if len(vectors):
            best[starts[0]] = np.maximum.reduceat(vectors @ place, starts[1])
        return np.clip(best, 0.0, 1.0)

    def _best_of(
        self,
        vectors: "Vectors",
        starts: tuple[list[int], list[int]],
        place: "Vectors",
        near: "NDArray[np.intp]",
        few: int,
    ) -> "Vectors":
        """The mean of the likest ``few``, for these owners alone; the others get 0."""
        best = np.zeros(self._owners, dtype=np.float32)
        owners, begins = starts
        for at in np.flatnonzero(np.isin(np.asarray(owners), near)):
            end = begins[at + 1] if at + 1 < len(begins) else len(vectors)
            best[owners[at]] = np.sort(vectors[begins[at] : end] @ place)[-few:].mean()
        return np.clip(best, 0.0, 1.0)

    def _placed(self, vectors: "Vectors") -> "Vectors":
        """Vectors as this library sees them, of length 1."""
        if not len(vectors):
            return vectors
        placed = (vectors - self._centre) @ self._map
        length = np.linalg.norm(placed, axis=1, keepdims=True)
        return np.ascontiguousarray(placed / np.maximum(length, 1e-9), dtype=np.float32)


def _starts(owners: Sequence[int]) -> tuple[list[int], list[int]]:
    """Owners that have a text, and where the texts of each begin."""
    begins = [at for at, owner in enumerate(owners) if at == 0 or owners[at - 1] != owner]
    return [owners[at] for at in begins], begins


def _metric(vectors: "Vectors", owners: Sequence[int]) -> "Vectors":
    """The map (d, d) under which the ways of asking for one thing scatter evenly."""
    if not len(vectors):
        return np.eye(1, dtype=np.float32)
    vectors, (_, begins) = vectors[:MAX_SAMPLE], _starts(owners[:MAX_SAMPLE])
    counts = np.diff([*begins, len(vectors)])
    means = np.add.reduceat(vectors, begins) / counts[:, None]
    off = vectors - np.repeat(means, counts, axis=0)
    scatter = off.T @ off / len(off)
    even = np.trace(scatter) / len(scatter)
    if even < 1e-9:  # one text each: nothing to learn from
        return np.eye(vectors.shape[1], dtype=np.float32)
    scatter = (1 - SHRINKAGE) * scatter + SHRINKAGE * even * np.eye(len(scatter))
    values, axes = np.linalg.eigh(scatter)
    metric: Vectors = (axes * values**-0.5 @ axes.T).astype(np.float32)
    return metric
