"""The numbers that fuse evidence into a score, and signs into a confidence.

There are two sets, fitted apart: `weights.json` without a model, and `weights_meaning.json` for
questions whose meaning is known. Both are scaled so that the same confidence is enough.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp
from operator import mul

from bot.answers.evidence import NUMBERS, Evidence


@dataclass(frozen=True, slots=True)
class Weights:
    """What `tools/fit_confidence.py` learnt from the tuning half of the questions."""

    score: Mapping[str, float]  # a weight for each number of `Evidence`
    confidence: Mapping[str, float]  # a weight for each of the signs
    offset: float
    enough: float  # the confidence from which on a concept answers
    with_meaning: "Weights | None" = None  # for readings whose meaning is known

    def fitting(self, *, heard: bool) -> "Weights":
        """These, or those for readings whose meaning is known."""
        return self.with_meaning or self if heard else self

    def fused(self, evidence: Evidence) -> float:
        """One score from a subject's evidence: scores are fused, not ranks."""
        return sum(map(mul, map(self.score.__getitem__, NUMBERS), evidence.numbers()), 0.0)

    def probability(self, signs: Mapping[str, float]) -> float:
        """The probability that the notes cover a question with these signs (logistic)."""
        total = self.offset + sum(self.confidence[name] * signs[name] for name in self.confidence)
        return 1 / (1 + exp(-max(-60.0, min(60.0, total))))


@cache
def shipped_weights() -> Weights:
    """The weights that were fitted last, beside this file."""
    return replace(_read("weights.json"), with_meaning=_read("weights_meaning.json"))


def _read(name: str) -> Weights:
    stored = json.loads(files("bot.answers").joinpath(name).read_text(encoding="utf-8"))
    score = {number: stored["score"].get(number, 0.0) for number in NUMBERS}
    return Weights(score, stored["confidence"], stored["offset"], stored["enough"])
