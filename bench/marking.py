"""Marking of short answers beside three simple rules, on the pairs that nothing was tuned on."""

import re
import statistics
import time
from collections import Counter
from collections.abc import Callable

from rapidfuzz import fuzz

from bot.quiz.marking import Sheet, mark
from tests.support.marking_pairs import Pair, held_out

GOAL = 0.96
FALSE_ACCEPT_GOAL = 0.01
RATIO = 88
ROUNDS = 3

Rule = Callable[[Sheet, str], bool]


def main() -> None:
    """Print agreement with the labels, per rule, then per kind for ours, and the time it takes."""
    pairs = held_out()
    rules: dict[str, Rule] = {
        "ours": lambda sheet, answer: mark(sheet, answer).correct,
        "exact match": exact,
        "word or substring": word_or_substring,
        f"rapidfuzz > {RATIO}": ratio,
    }
    wrong = sum(not pair.correct for pair in pairs)
    print(f"{len(pairs)} pairs held out, {wrong} of them wrong answers")
    print("rule                 agrees   wrong accepted   contrasts accepted   right refused")
    for name, rule in rules.items():
        judged = [(pair, rule(pair.sheet, pair.answer)) for pair in pairs]
        agreed = sum(pair.correct == taken for pair, taken in judged)
        accepted = [pair for pair, taken in judged if taken and not pair.correct]
        contrasts = sum(pair.kind == "contrast" for pair in accepted)
        refused = sum(pair.correct and not taken for pair, taken in judged)
        print(
            f"{name:<20} {agreed / len(pairs):6.1%} {len(accepted):16} {contrasts:20} {refused:15}"
        )
    print(
        f"goals: at least {GOAL:.0%}, wrong accepted at most {FALSE_ACCEPT_GOAL:.0%}, contrasts 0"
    )
    _print_kinds(pairs)
    print(f"one answer: {_microseconds(pairs):.0f} µs (median of {ROUNDS} rounds)")


def exact(sheet: Sheet, answer: str) -> bool:
    """Whether the answer is a right name, blind to case and outer blanks."""
    return answer.strip().casefold() in _names(sheet)


def word_or_substring(sheet: Sheet, answer: str) -> bool:
    """Red's trivia rule: a right name as a whole word, or anywhere if it has a blank."""
    said = answer.casefold()
    words = set(re.split(r"\W+", said))
    return any(name in said if " " in name else name in words for name in _names(sheet))


def ratio(sheet: Sheet, answer: str) -> bool:
    """Whether rapidfuzz finds the answer close to a right name."""
    said = answer.strip().casefold()
    return any(fuzz.ratio(said, name) > RATIO for name in _names(sheet))


def _names(sheet: Sheet) -> list[str]:
    return [name.casefold() for name in (sheet.key, *sheet.accept)]


def _print_kinds(pairs: list[Pair]) -> None:
    asked, agreed, accepted, refused = (
        Counter[str](),
        Counter[str](),
        Counter[str](),
        Counter[str](),
    )
    for pair in pairs:
        kind = f"{pair.kind} ({'right' if pair.correct else 'wrong'})"
        taken = mark(pair.sheet, pair.answer).correct
        asked[kind] += 1
        agreed[kind] += taken == pair.correct
        accepted[kind] += taken and not pair.correct
        refused[kind] += pair.correct and not taken
    print("kind                       pairs  agrees  wrong accepted  right refused")
    for kind, count in sorted(asked.items()):
        print(
            f"{kind:<26} {count:5} {agreed[kind] / count:7.0%} "
            f"{accepted[kind]:15} {refused[kind]:14}"
        )


def _microseconds(pairs: list[Pair]) -> float:
    spent = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for pair in pairs:
            mark(pair.sheet, pair.answer)
        spent.append((time.perf_counter() - began) / len(pairs) * 1e6)
    return statistics.median(spent)


if __name__ == "__main__":
    main()
