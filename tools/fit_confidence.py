"""Learns `bot/answers/weights.json` from the tuning half: ``python -m tools.fit_confidence``."""

import json
from collections.abc import Callable, Sequence
from math import exp, log, sqrt
from pathlib import Path

from bench.question_set import CONTENT, ROOT, Case, cases, confidence_at
from bot.answers.evidence import NUMBERS
from bot.answers.index import Index
from bot.answers.weighing import weigh
from bot.answers.weights import Weights
from bot.content.reader import read

WEIGHTS = ROOT / "bot" / "answers" / "weights.json"
COMMAND = "python -m tools.fit_confidence"
CANDIDATES = 25  # subjects of a question that the fit looks at; the others have no chance
SCORE_STEPS, SCORE_DECAY = 300, 0.004
SIGN_STEPS, SIGN_DECAY = 1500, 0.02
# Fewer than the 5 % that are allowed: voices that we don't know are harder than our own.
AIMED_FALSE_ANSWERS = 0.04
EVEN = Weights(dict.fromkeys(NUMBERS, 1.0), {}, 0.0, 0.5)

Vector = list[float]
Slope = Callable[[Vector], Vector]


def main() -> None:
    """Fit scores, then confidence, then the threshold on voices left out in turn."""
    tuning = [case for case in cases() if case.is_tuning and case.question.previous is None]
    library = read(Path(CONTENT))
    score = fitted_score(Index.build(library, EVEN), tuning)
    index = Index.build(library, Weights(score, {}, 0.0, 0.5))
    rows = [signs_of(index, case) for case in tuning]
    names = list(rows[0])
    confidence, offset = fitted_confidence(rows, tuning)
    unsure: list[float] = []
    for voice in sorted({case.voice for case in tuning}):
        others = [at for at, case in enumerate(tuning) if case.voice != voice]
        weights, base = fitted_confidence(
            [rows[at] for at in others], [tuning[at] for at in others]
        )
        judge = Weights(score, weights, base, 0.5)
        unsure += [
            judge.probability(rows[at])
            for at, case in enumerate(tuning)
            if case.voice == voice and case.expect is None
        ]
    stored = {
        "made_by": COMMAND,
        "questions": len(tuning),
        "score": {name: round(score[name], 3) for name in NUMBERS},
        "confidence": {name: round(confidence[name], 3) for name in names},
        "offset": round(offset, 3),
        "enough": round(confidence_at(unsure, AIMED_FALSE_ANSWERS), 3),
    }
    WEIGHTS.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(stored, indent=2))


def signs_of(index: Index, case: Case) -> dict[str, float]:
    """What the confidence is judged by, for one question."""
    return dict(index.weigh(case.question).signs)


def fitted_score(
    index: Index, tuning: Sequence[Case], without: Sequence[str] = ()
) -> dict[str, float]:
    """Softmax regression: weights (none negative) under which the expected subject comes first.

    Numbers named in `without` are not looked at (what they contribute is measured that way).
    """
    looked_at = [float(name not in without) for name in NUMBERS]
    judge = index.judge
    places = {subject.id: place for place, subject in enumerate(judge.subjects)}
    chosen: list[tuple[list[Vector], int]] = []
    for case in tuning:
        wanted = places.get(case.expect or case.prompt or "")
        evidence = weigh(judge, EVEN, judge.read(case.question.text)).evidence
        if wanted is None or wanted not in evidence:
            continue
        best = sorted(evidence, key=lambda owner: -EVEN.fused(evidence[owner]))[:CANDIDATES]
        owners = list(dict.fromkeys([wanted, *best]))
        vectors = [
            list(map(float.__mul__, looked_at, evidence[owner].numbers())) for owner in owners
        ]
        chosen.append((vectors, 0))

    def slope(weights: Vector) -> Vector:
        total = [SCORE_DECAY * weight for weight in weights]
        for vectors, wanted in chosen:
            scores = [sum(map(float.__mul__, weights, vector)) for vector in vectors]
            most = max(scores)
            shares = [exp(value - most) for value in scores]
            whole = sum(shares)
            for place, vector in enumerate(vectors):
                miss = (shares[place] / whole - (place == wanted)) / len(chosen)
                for at, value in enumerate(vector):
                    total[at] += miss * value
        return total

    found = descended([1.0] * len(NUMBERS), slope, SCORE_STEPS, lowest=0.0)
    return dict(zip(NUMBERS, found, strict=True))


def fitted_confidence(
    rows: Sequence[dict[str, float]], tuning: Sequence[Case]
) -> tuple[dict[str, float], float]:
    """Logistic regression on standardized signs, given back for the signs as they are."""
    names = list(rows[0])
    means = [sum(row[name] for row in rows) / len(rows) for name in names]
    widths = [
        sqrt(sum((row[name] - mean) ** 2 for row in rows) / len(rows)) or 1.0
        for name, mean in zip(names, means, strict=True)
    ]
    table = [
        [1.0, *((row[name] - means[at]) / widths[at] for at, name in enumerate(names))]
        for row in rows
    ]
    wanted = [float(case.expect is not None) for case in tuning]
    covered = sum(wanted)
    start = [log(covered / (len(wanted) - covered)), *([0.0] * len(names))]

    def slope(weights: Vector) -> Vector:
        total = [0.0, *(SIGN_DECAY * weight for weight in weights[1:])]
        for vector, want in zip(table, wanted, strict=True):
            value = sum(map(float.__mul__, weights, vector))
            miss = (1 / (1 + exp(-max(-60.0, min(60.0, value)))) - want) / len(table)
            for at, number in enumerate(vector):
                total[at] += miss * number
        return total

    found = descended(start, slope, SIGN_STEPS)
    plain = {name: found[at + 1] / widths[at] for at, name in enumerate(names)}
    offset = found[0] - sum(plain[name] * means[at] for at, name in enumerate(names))
    return plain, offset


def descended(start: Vector, slope: Slope, steps: int, lowest: float = float("-inf")) -> Vector:
    """Adam (Kingma and Ba, 2015) with a falling step, kept at or above `lowest`."""
    weights, mean, square = list(start), [0.0] * len(start), [0.0] * len(start)
    for step in range(1, steps + 1):
        rate = 0.1 * (1 - step / (steps + 1))
        for at, value in enumerate(slope(weights)):
            mean[at] = 0.9 * mean[at] + 0.1 * value
            square[at] = 0.99 * square[at] + 0.01 * value * value
            fast = mean[at] / (1 - 0.9**step)
            wide = sqrt(square[at] / (1 - 0.99**step))
            weights[at] = max(lowest, weights[at] - rate * fast / (wide + 1e-9))
    return weights


if __name__ == "__main__":
    main()
