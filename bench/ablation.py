"""What each part of the ranking contributes: refitted without it, judged on what is not tuned on.

That is the unseen half, and beside it that half with all questions of later authors.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from unittest.mock import patch

import numpy as np

from bench.question_set import Case, Outcome, cases, figures, outcome, reported_cases
from bench.vectors import Heard, hear_all, heard_vectors
from bot.answers.cards import Kind, Subject, subjects
from bot.answers.index import Index
from bot.answers.lexicon import Lexicon
from bot.answers.weights import Weights
from bot.content.library import Library
from bot.korean.endings import noun_of
from tools.fit_confidence import OF_MEANING, fit, hearing, thinned

Change = Callable[[Subject], Subject | None]


class AsTyped(Lexicon):
    """A lexicon that repairs nothing."""

    def rejoined(self, typed: list[str]) -> list[str]:
        return typed

    def read(self, word: str) -> list[str]:
        return [noun_of(word)]


FEW = ("few_characters", "few_words", "few_meaning")


def print_ablation(library: Library) -> None:
    """A line for the whole ranking, and one for each part that is taken away from it."""
    known, heard = subjects(library), heard_vectors()
    tuning = [case for case in cases() if case.is_tuning and case.question.previous is None]
    held = [case for case in cases() if not case.is_tuning]
    reported = [*held, *reported_cases()]
    hear_all(Index.build(library), heard, reported)

    def tell(
        name: str,
        change: Change = lambda subject: subject,
        without: Sequence[str] = (),
        *,
        repaired: bool = True,
        thinly: bool = True,
    ) -> None:
        changed = [new for subject in known if (new := change(subject)) is not None]
        index = _fitted(changed, library, tuning, heard, without, repaired=repaired, thinly=thinly)
        found = [outcome(case, index.find(case.question)) for case in reported]
        print(f"{name:<36}{_line(found[: len(held)])}{_line(found)}", flush=True)

    head = f"{'recall@1':>9}{'AUROC':>7}{'answered':>9}{'wrong':>7}{'paraphr.':>9}"
    print(f"\n{'each without':<36}{head}{head}   (unseen half; with later authors)")
    tell("(all parts)")
    tell("meaning (the model)", without=OF_MEANING)
    tell("meaning of the bodies", without=("body_meaning",))
    with patch("bot.answers.meaning._metric", lambda vectors, _: np.eye(vectors.shape[1])):
        tell("what is noise divided out")
    with patch("bot.answers.reading.Reading.wordings", property(lambda reading: (reading.text,))):
        tell("the question as typed, to the model")
    tell("learning on thinned notes", thinly=False)
    tell(
        "half of the ways of asking",
        _of(Kind.CONCEPT, lambda s: replace(s, examples=s.examples[::2])),
    )
    tell("any way of asking (asked_as)", _of(Kind.CONCEPT, lambda s: replace(s, examples=())))
    tell("counter-examples", _of(Kind.OUTSIDE, lambda s: replace(s, examples=())))
    tell("neighbours (outside)", _of(Kind.OUTSIDE, lambda _: None))
    tell("the cards' bodies", lambda subject: replace(subject, sentences=()))
    tell("names", without=("name", "longest_name"))
    tell("character runs", without=("characters", "few_characters", "body_characters"))
    tell("words", without=("words", "few_words", "body_words"))
    tell("the nearest few together", without=FEW)
    tell("coverage of the question", without=("cover", "asked_cover"))
    tell("words that nothing is like, or alike", without=("strange", "alike"))
    tell("who, when, where, how many", without=("untold",))
    tell("whether anything is named", without=("named",))
    with patch("bot.answers.reading.meanings_of", lambda _: ()):
        tell("groups of meaning")
    tell("repair (keys, slips, sounds)", repaired=False)


def _of(kind: Kind, change: Change) -> Change:
    return lambda subject: change(subject) if subject.kind is kind else subject


def _fitted(
    known: Sequence[Subject],
    library: Library,
    tuning: Sequence[Case],
    heard: Heard,
    without: Sequence[str] = (),
    *,
    repaired: bool = True,
    thinly: bool = True,
) -> Index:
    """An index whose weights were learnt anew, those of `without` held at nothing."""

    def index_with(some: Sequence[Subject], weights: Weights) -> Index:
        index = Index(some, library.references, weights, heard.embed)
        if not repaired:
            index.judge.lexicon = AsTyped(some)
        return index

    readings = [known, *thinned(known)] if thinly else [known]
    learnt = fit([partial(index_with, some) for some in readings], tuning, heard, without)
    return hearing(index_with(known, learnt), heard)


def _line(outcomes: Sequence[Outcome]) -> str:
    found = figures(outcomes)
    paraphrases = [each for each in outcomes if each.case.kind == "paraphrase"]
    right = sum(each.is_found() for each in paraphrases) / len(paraphrases)
    return (
        f"{found.recall_1:>9.3f}{found.auroc:>7.3f}"
        f"{found.answered:>9.1%}{found.wrong_card:>7.1%}{right:>9.2f}"
    )
