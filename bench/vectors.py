"""The bundled model's vectors, kept on disk, so that fits and benches ask it only once a text."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import gettempdir

import numpy as np
from numpy.typing import NDArray

from bench.question_set import Case
from bot.answers.embedder import Embed
from bot.answers.embedder_bundled import BundledEmbedder
from bot.answers.embedder_cache import VectorCache, cached
from bot.answers.index import Index

Vectors = NDArray[np.float32]

CACHE = Path(gettempdir()) / "doran-bench-vectors"


class Heard(Mapping[str, Vectors]):
    """Every wording's vector, made when it is first looked for."""

    def __init__(self, embed: Embed) -> None:
        """Embed with ``embed``, whatever is asked for."""
        self.embed = embed
        self._known: dict[str, Vectors] = {}

    def __getitem__(self, wording: str) -> Vectors:
        if wording not in self._known:
            self._known[wording] = self.embed([wording])[0]
        return self._known[wording]

    def learn(self, wordings: Sequence[str]) -> None:
        """Have many made at once."""
        self._known.update(zip(wordings, self.embed(wordings), strict=True))

    def __contains__(self, wording: object) -> bool:
        return isinstance(wording, str)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


@cache
def heard_vectors() -> Heard:
    """Vectors by the bundled model."""
    return Heard(cached(BundledEmbedder(), VectorCache(CACHE)))


def hear_all(index: Index, heard: Heard, asked: Sequence[Case]) -> None:
    """Have the wordings of all questions embedded at once."""
    readings = [index.judge.read(case.question.text) for case in asked]
    wordings = list(dict.fromkeys(w for reading in readings for w in reading.wordings))
    heard.learn(wordings)


def made_up(texts: Sequence[str], dimensions: int = 384) -> Vectors:
    """Vectors that mean nothing, for measuring time and memory alone."""
    random = np.random.default_rng(len(texts))
    vectors: Vectors = random.standard_normal((len(texts), dimensions)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors
