"""Learns both files of weights from the tuning half: ``python -m tools.fit_confidence``."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.question_set import CONTENT, FALSE_ANSWERS, ROOT, Case, cases, confidence_at
from bench.vectors import Heard, hear_all, heard_vectors
from bot.answers.cards import Kind, Subject, subjects
from bot.answers.embedder import Embed
from bot.answers.evidence import NUMBERS
from bot.answers.index import Index
from bot.answers.weighing import Weighed, weigh
from bot.answers.weights import Weights
from bot.content.model import Reference
from bot.content.reader import read

ANSWERS = ROOT / "bot" / "answers"
COMMAND = "python -m tools.fit_confidence"
CANDIDATES = 25  # subjects of a question that the fit looks at; the others have no chance
SCORE_STEPS, SCORE_DECAY = 300, 0.004
SIGN_STEPS, SIGN_DECAY = 1500, 0.02
# Weights are learnt on the notes and on the notes with every THINNED-th way of asking alone: a
# stranger's question is as far from all ways of asking as ours are from a third of them.
THINNED = 3
# How sure to be of a covered question whose card does not come first: an answer would be a wrong
# one, but the question is no reason to hold back from its like.
MISPLACED = 0.25
# A little under the goal: what we are asked may be nearer to the notes than what we thought of.
ALLOWED = FALSE_ANSWERS - 0.01
# Both sets of weights are scaled so that this confidence is enough.
ENOUGH = 0.5
# What nobody knows, or only a neighbour has, is never a reason to be surer of an answer.
DOUBTS = ("outside_name", "strange", "only_outside", "untold")
EVEN = Weights(dict.fromkeys(NUMBERS, 1.0), {}, 0.0, ENOUGH)
OF_MEANING = ("meaning", "few_meaning", "body_meaning", "meaning_before_others")

Floats = NDArray[np.float64]
# From weights to an index over one reading of the notes.
Build = Callable[[Weights], Index]
Slope = Callable[[Floats], Floats]


def main() -> None:
    """Fit scores, then confidence, then the threshold on voices left out in turn; twice."""
    tuning = [case for case in cases() if case.is_tuning and case.question.previous is None]
    library = read(Path(CONTENT))
    vectors = heard_vectors()
    hear_all(Index.build(library), vectors, tuning)
    for name, heard, without in (
        ("weights.json", None, OF_MEANING),
        ("weights_meaning.json", vectors, ()),
    ):
        embed = None if heard is None else heard.embed
        builds = [
            partial(built, known, library.references, embed=embed)
            for known in (subjects(library), *thinned(subjects(library)))
        ]
        to_strangers = [
            partial(built, some, library.references, embed=embed)
            for some in unguarded(subjects(library))
        ]
        fitted = fit(builds, tuning, heard, without, to_strangers)
        stored = {"made_by": COMMAND, "questions": len(tuning), **_rounded(fitted)}
        (ANSWERS / name).write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
        print(name, json.dumps(stored, indent=2))


def built(
    known: Sequence[Subject],
    references: Sequence[Reference],
    weights: Weights,
    *,
    embed: Embed | None,
) -> Index:
    """An index over these subjects."""
    return Index(known, references, weights, embed)


def thinned(known: Sequence[Subject]) -> list[list[Subject]]:
    """The subjects with a part of their ways of asking, each part once; prompts keep theirs."""
    return [
        [
            one if one.kind is Kind.PROMPT else replace(one, examples=one.examples[part::THINNED])
            for one in known
        ]
        for part in range(THINNED)
    ]


def unguarded(known: Sequence[Subject]) -> list[list[Subject]]:
    """The subjects with a part of their counter-examples, each part once.

    What strangers ask that no note has is as far from all counter-examples as ours from a third,
    while the notes themselves tempt it with all of their ways of asking.
    """
    return [
        [
            replace(one, examples=one.examples[part::THINNED]) if one.kind is Kind.OUTSIDE else one
            for one in known
        ]
        for part in range(THINNED)
    ]


def fit(
    builds: Sequence[Build],
    tuning: Sequence[Case],
    heard: Heard | None,
    without: Sequence[str] = (),
    to_strangers: Sequence[Build] = (),
) -> Weights:
    """Weights learnt from the tuning questions over several readings of the notes.

    Numbers and signs of `without` are not looked at: what they contribute is measured that way.
    The threshold is learnt on the readings ``to_strangers``, else on the first of ``builds``.
    """
    score = fitted_score([hearing(build(EVEN), heard) for build in builds], tuning, without)
    scored = Weights(score, {}, 0.0, ENOUGH)
    indexes = [hearing(build(scored), heard) for build in builds]
    weighed = [(index, index.weigh(case.question)) for index in indexes for case in tuning]
    rows = [_looked_at(found.signs, without) for _, found in weighed]
    asked = list(tuning) * len(builds)
    wanted = [
        _wanted(index, found, case) for (index, found), case in zip(weighed, asked, strict=True)
    ]
    confidence, offset = fitted_confidence(rows, wanted)
    uncovered = [case for case in tuning if case.expect is None]
    strange = [hearing(build(scored), heard) for build in to_strangers or builds[:1]]
    doubtful = [
        (case.voice, signs_of(index, case, without)) for index in strange for case in uncovered
    ]
    unsure: list[float] = []
    for voice in sorted({case.voice for case in tuning}):
        others = [at for at, case in enumerate(asked) if case.voice != voice]
        weights, base = fitted_confidence(
            [rows[at] for at in others], [wanted[at] for at in others]
        )
        judge = Weights(score, weights, base, ENOUGH)
        unsure += [judge.probability(signs) for own, signs in doubtful if own == voice]
    enough = confidence_at(unsure, ALLOWED)
    return Weights(score, confidence, offset - log(enough / (1 - enough)), ENOUGH)


def hearing(index: Index, heard: Heard | None) -> Index:
    """The index as it is for questions whose meaning is known, or as it is."""
    return index if heard is None else index.hearing(heard)


def _rounded(weights: Weights) -> dict[str, object]:
    return {
        "score": {name: round(weights.score[name], 3) for name in NUMBERS},
        "confidence": {name: round(value, 3) for name, value in weights.confidence.items()},
        "offset": round(weights.offset, 3),
        "enough": weights.enough,
    }


def signs_of(index: Index, case: Case, without: Sequence[str] = ()) -> dict[str, float]:
    """What the confidence is judged by, for one question."""
    return _looked_at(index.weigh(case.question).signs, without)


def _looked_at(signs: Mapping[str, float], without: Sequence[str]) -> dict[str, float]:
    return {name: value for name, value in signs.items() if name not in without}


def _wanted(index: Index, found: Weighed, case: Case) -> float:
    """How sure an answer to this question should be, from 0 to 1."""
    if case.expect is None:
        return 0.0
    first = index.judge.subjects[found.order[0]].id if found.order else None
    return 1.0 if first == case.expect else MISPLACED


def fitted_score(
    indexes: Sequence[Index], tuning: Sequence[Case], without: Sequence[str] = ()
) -> dict[str, float]:
    """Softmax regression: weights (none negative) under which the expected subject comes first.

    Numbers named in `without` are not looked at (what they contribute is measured that way).
    """
    looked_at = np.array([float(name not in without) for name in NUMBERS])
    asked = [(index.judge, case) for index in indexes for case in tuning]
    table = np.zeros((len(asked), CANDIDATES + 1, len(NUMBERS)))
    absent = np.full((len(asked), CANDIDATES + 1), -np.inf)
    fitted = np.zeros(len(asked), dtype=bool)
    places = {subject.id: place for place, subject in enumerate(asked[0][0].subjects)}
    for row, (judge, case) in enumerate(asked):
        wanted = places.get(case.expect or case.prompt or "")
        evidence = weigh(judge, EVEN, judge.read(case.question.text)).evidence
        if wanted is None or wanted not in evidence:
            continue
        best = sorted(evidence, key=lambda owner: -EVEN.fused(evidence[owner]))[:CANDIDATES]
        for column, owner in enumerate(dict.fromkeys([wanted, *best])):
            table[row, column] = looked_at * evidence[owner].numbers()
            absent[row, column] = 0.0
        fitted[row] = True
    table, absent = table[fitted], absent[fitted]

    def slope(weights: Floats) -> Floats:
        scores = table @ weights + absent
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        shares[:, 0] -= 1.0
        pull: Floats = np.einsum("rc,rcn->n", shares, table) / len(table)
        return pull + SCORE_DECAY * weights

    found = descended(np.ones(len(NUMBERS)), slope, SCORE_STEPS, lowest=0.0) * looked_at
    return dict(zip(NUMBERS, map(float, found), strict=True))


def fitted_confidence(
    rows: Sequence[dict[str, float]], sure: Sequence[float]
) -> tuple[dict[str, float], float]:
    """Logistic regression on standardized signs, given back for the signs as they are.

    ``sure`` is what should come out for each row, from 0 to 1.
    """
    names = list(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    means, widths = table.mean(axis=0), table.std(axis=0)
    widths[widths == 0] = 1.0
    table = np.hstack([np.ones((len(table), 1)), (table - means) / widths])
    wanted = np.array(sure)
    start = np.zeros(table.shape[1])
    start[0] = log(wanted.mean() / (1 - wanted.mean()))
    decay = np.full(len(start), SIGN_DECAY)
    decay[0] = 0.0

    def slope(weights: Floats) -> Floats:
        miss = 1 / (1 + np.exp(-np.clip(table @ weights, -60, 60))) - wanted
        pull: Floats = table.T @ miss / len(table)
        return pull + decay * weights

    highest = np.array([np.inf, *(0.0 if name in DOUBTS else np.inf for name in names)])
    found = descended(start, slope, SIGN_STEPS, highest=highest)
    plain = found[1:] / widths
    return dict(zip(names, map(float, plain), strict=True)), float(found[0] - plain @ means)


def descended(
    start: Floats,
    slope: Slope,
    steps: int,
    lowest: float = -np.inf,
    highest: Floats | float = np.inf,
) -> Floats:
    """Adam (Kingma and Ba, 2015) with a falling step, kept from `lowest` to `highest`."""
    weights, mean, square = start.copy(), np.zeros(len(start)), np.zeros(len(start))
    for step in range(1, steps + 1):
        rate = 0.1 * (1 - step / (steps + 1))
        pull = slope(weights)
        mean = 0.9 * mean + 0.1 * pull
        square = 0.99 * square + 0.01 * pull * pull
        fast, wide = mean / (1 - 0.9**step), np.sqrt(square / (1 - 0.99**step))
        weights = np.clip(weights - rate * fast / (wide + 1e-9), lowest, highest)
    return weights


if __name__ == "__main__":
    main()
