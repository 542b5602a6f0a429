"""What each part of the ranking contributes: refitted without it, judged on the unseen half."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from unittest.mock import patch

from bench.question_set import Case, Outcome, cases, figures, outcome
from bot.answers.cards import Kind, Subject, subjects
from bot.answers.evidence import NUMBERS
from bot.answers.index import Index
from bot.answers.lexicon import Lexicon
from bot.answers.weights import Weights
from bot.content.library import Library
from bot.korean.endings import noun_of
from tools.fit_confidence import EVEN, fitted_confidence, fitted_score, signs_of

Change = Callable[[Subject], Subject | None]


class AsTyped(Lexicon):
    """A lexicon that repairs nothing."""

    def rejoined(self, typed: list[str]) -> list[str]:
        return typed

    def read(self, word: str) -> list[str]:
        return [noun_of(word)]


def print_ablation(library: Library) -> None:
    """A line for the whole ranking, and one for each part that is taken away from it."""
    known = subjects(library)
    tuning = [case for case in cases() if case.is_tuning and case.question.previous is None]
    held = [case for case in cases() if not case.is_tuning]

    def tell(
        name: str,
        change: Change = lambda subject: subject,
        without: Sequence[str] = (),
        *,
        repaired: bool = True,
    ) -> None:
        changed = [new for subject in known if (new := change(subject)) is not None]
        index = _fitted(changed, library, tuning, without, repaired=repaired)
        print(_line(name, [outcome(case, index.find(case.question)) for case in held]), flush=True)

    print(
        f"\n{'each without':<34}{'recall@1':>9}{'AUROC':>7}{'answered':>9}{'wrong':>7}  paraphrases"
    )
    tell("(all parts)")
    tell(
        "half of the ways of asking",
        _of(Kind.CONCEPT, lambda s: replace(s, examples=s.examples[::2])),
    )
    tell("any way of asking (asked_as)", _of(Kind.CONCEPT, lambda s: replace(s, examples=())))
    tell("counter-examples", _of(Kind.OUTSIDE, lambda s: replace(s, examples=())))
    tell("neighbours (outside)", _of(Kind.OUTSIDE, lambda _: None))
    tell("the cards' bodies", lambda subject: replace(subject, sentences=()))
    tell("names", without=("name", "longest_name"))
    tell("character runs", without=("characters", "body_characters"))
    tell("jamo runs", without=("jamo",))
    tell("words", without=("words", "body_words"))
    tell("coverage of the question", without=("cover", "asked_cover"))
    with patch("bot.answers.reading.meanings_of", lambda _: ()):
        tell("groups of meaning")
    tell("repair (keys, slips, sounds)", repaired=False)
    outcomes: list[Outcome] = []
    for voice in dict.fromkeys(case.voice for case in held):
        others = [case for case in tuning if case.voice != voice]
        index = _fitted(known, library, others)
        outcomes += [outcome(c, index.find(c.question)) for c in held if c.voice == voice]
    print(_line("(the voice that is judged)", outcomes))


def _of(kind: Kind, change: Change) -> Change:
    return lambda subject: change(subject) if subject.kind is kind else subject


def _fitted(
    known: Sequence[Subject],
    library: Library,
    tuning: Sequence[Case],
    without: Sequence[str] = (),
    *,
    repaired: bool = True,
) -> Index:
    """An index whose weights were learnt anew, those of `without` held at nothing."""

    def index_with(weights: Weights) -> Index:
        index = Index(known, library.references, weights)
        if not repaired:
            index.judge.lexicon = AsTyped(known)
        return index

    learnt = fitted_score(index_with(EVEN), tuning, without)
    score = {name: 0.0 if name in without else learnt[name] for name in NUMBERS}
    index = index_with(Weights(score, {}, 0.0, 0.5))
    rows = [signs_of(index, case) for case in tuning]
    confidence, offset = fitted_confidence(rows, tuning)
    return index_with(Weights(score, confidence, offset, 0.5))


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    found = figures(outcomes)
    paraphrases = [each for each in outcomes if each.case.kind == "paraphrase"]
    right = sum(each.is_found() for each in paraphrases) / len(paraphrases)
    return (
        f"{name:<34}{found.recall_1:>9.3f}{found.auroc:>7.3f}"
        f"{found.answered:>9.1%}{found.wrong_card:>7.1%}{right:>13.2f}"
    )
