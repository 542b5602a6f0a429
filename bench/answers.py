"""How well questions find their concept, beside other rankings, on the half not tuned on."""

import sqlite3
import time
from collections.abc import Callable, Sequence

import numpy as np

from bench.ablation import print_ablation
from bench.question_set import (
    CONTENT,
    Case,
    Outcome,
    cases,
    figures,
    later_authors,
    outcome,
    reported_cases,
)
from bench.vectors import CACHE, Heard, hear_all, heard_vectors
from bot.answers.cards import subjects
from bot.answers.embedder_model import Model, bundled_model
from bot.answers.index import Index
from bot.answers.notes import Edition
from bot.content.library import Library
from bot.content.model import Concept
from bot.content.reader import read
from bot.korean.folding import fold

Ranking = Callable[[Case], Outcome]
TOP = 10
TRIES = 3  # the quickest counts: other programs share the machine
HEAD = f"{'ranking':<22}{'recall@1':>9}{'@3':>6}{'AUROC':>7}{'answered':>9}{'wrong':>7}"


def main() -> None:
    """Print the figures of every ranking, ours by kind and voice, and what a query costs."""
    library = read(CONTENT)
    held = [case for case in cases() if not case.is_tuning]
    model = bundled_model(CACHE, CONTENT)
    words, meaning = Edition.of(library), Edition.of(library, model)
    index, heard = meaning.index, heard_vectors()
    hear_all(index, heard, [*held, *reported_cases()])
    rankings: dict[str, Ranking] = {
        "ours": lambda case: outcome(case, index.hearing(heard).find(case.question)),
        "ours, words alone": lambda case: outcome(case, words.find(case.question)),
        "embedding alone": _embedding(library, heard),
    }
    rankings |= {f"FTS5 {name}": _fts5(library, name) for name in ("unicode61", "trigram")}
    rankings |= _installed(library)
    print(f"{len(held)} questions that nothing was tuned on, {len(library.concepts)} cards")
    print(HEAD + f"{'p50 ms':>8}{'p99 ms':>8}")
    measured = {name: _timed(ranking, held) for name, ranking in rankings.items()}
    for name, (outcomes, spent) in measured.items():
        print(_line(name, outcomes) + f"{spent[0]:>8.2f}{spent[1]:>8.2f}")
    for author, later in later_authors().items():
        print(f"\n{len(later)} questions of a later author ({author}), only reported\n{HEAD}")
        for name, ranking in rankings.items():
            print(_line(name, [ranking(case) for case in later]))
    for name, edition in (("ours", index.hearing(heard)), ("ours, words alone", words.index)):
        results = measured[name][0]
        print(f"\n{name}, by kind")
        for kind in dict.fromkeys(each.case.kind for each in results):
            print(_kind_line(kind, [each for each in results if each.case.kind == kind], results))
        print(f"\n{name}, by voice")
        for voice in dict.fromkeys(each.case.voice for each in results):
            print(_line(voice, [each for each in results if each.case.voice == voice]))
        for told, asked in {"unseen half": held, **later_authors()}.items():
            _print_as_shipped(edition, asked, f"{told}, ")
    _, spent = _timed(_forgetful(meaning, model), held)
    print(f"\nwith the model's own time: p50 {spent[0]:.1f}, p99 {spent[1]:.1f} ms (goal: 50 ms)")
    print(f"by words alone: p99 {measured['ours, words alone'][1][1]:.2f} ms (goal: 5 ms)")
    print(f"built in {_build_seconds(library):.2f} s (goal: 0.3 s or less)")
    model.close()
    print_ablation(library)


def _forgetful(edition: Edition, model: Model) -> Ranking:
    """Our ranking as it is for a question that nobody asked before."""

    def rank(case: Case) -> Outcome:
        model.forget()
        return outcome(case, edition.find(case.question))

    return rank


def _embedding(library: Library, heard: Heard) -> Ranking:
    """The model's cosine to the nearest text of a card, as a team would drop it in."""
    ids = [concept.id for concept in library.concepts]
    owned = [
        (owner, text)
        for owner, subject in enumerate(subjects(library)[: len(ids)])
        for text in (*subject.names, *subject.examples, *subject.sentences)
    ]
    owners = np.array([owner for owner, _ in owned])
    vectors = heard.embed([text for _, text in owned])

    def rank(case: Case) -> Outcome:
        likeness = vectors @ heard[case.question.text.strip()]
        best = [float(likeness[owners == owner].max()) for owner in range(len(ids))]
        order = sorted(range(len(ids)), key=lambda owner: -best[owner])[:TOP]
        return Outcome(case, [ids[owner] for owner in order], best[order[0]])

    return rank


def _build_seconds(library: Library) -> float:
    """Processor time of the quickest of three builds: others may use the machine meanwhile."""
    spent: list[float] = []
    for _ in range(3):
        started = time.process_time()
        Index.build(library)
        spent.append(time.process_time() - started)
    return min(spent)


def _print_as_shipped(index: Index, held: Sequence[Case], told: str) -> None:
    """What members would see, at the threshold that is shipped."""
    found = [(case, index.find(case.question)) for case in held]
    covered = [(case, each) for case, each in found if case.expect is not None]
    others = [each for case, each in found if case.expect is None]
    prompts = [(case, each) for case, each in found if case.prompt is not None]
    right = sum(each.concept == case.expect for case, each in covered)
    wrong = sum(each.concept not in (None, case.expect) for case, each in covered)
    false = sum(each.answered for each in others)
    asked = sum(each.prompt == case.prompt for case, each in prompts)
    print(
        f"\n{told}at the shipped threshold: right {right}/{len(covered)}, wrong card {wrong}, "
        f"abstained {len(covered) - right - wrong}; false answers {false}/{len(others)}; "
        f"prompts found {asked}/{len(prompts)}"
    )


def _kind_line(kind: str, outcomes: Sequence[Outcome], everything: Sequence[Outcome]) -> str:
    """A kind's covered questions against all uncovered ones, or the other way round."""
    covered = outcomes[0].case.expect is not None
    rest = [each for each in everything if (each.case.expect is None) == covered]
    return _line(kind, [*(each for each in outcomes if each not in rest), *rest], len(outcomes))


def _line(name: str, outcomes: Sequence[Outcome], count: int | None = None) -> str:
    found = figures(outcomes)
    return (
        f"{name:<22}{found.recall_1:>9.3f}{found.recall_3:>6.2f}{found.auroc:>7.3f}"
        f"{found.answered:>9.1%}{found.wrong_card:>7.1%}"
    ) + (f"   n={count}" if count else "")


def _timed(ranking: Ranking, held: Sequence[Case]) -> tuple[list[Outcome], tuple[float, float]]:
    """Outcomes, and the median and 99th percentile of a query in milliseconds."""
    outcomes: list[Outcome] = []
    spent: list[float] = []
    for case in held:
        outcomes.append(ranking(case))
        tries: list[float] = []
        for _ in range(TRIES):
            started = time.perf_counter()
            ranking(case)
            tries.append((time.perf_counter() - started) * 1000)
        spent.append(min(tries))
    spent.sort()
    return outcomes, (spent[len(spent) // 2], spent[int(len(spent) * 0.99)])


def _text(concept: Concept) -> str:
    """All that a search engine is given of a card."""
    sections = (f"{section.heading} {section.body}" for section in concept.sections)
    names = (concept.title.ko, concept.title.en or "", *concept.aliases, *concept.asked_as)
    return fold("\n".join((*names, concept.short.ko, concept.short.en or "", *sections)), 20_000)


def _fts5(library: Library, tokenizer: str) -> Ranking:
    database = sqlite3.connect(":memory:")
    database.execute(
        f"CREATE VIRTUAL TABLE card USING fts5(id UNINDEXED, text, tokenize={tokenizer})"
    )
    rows = [(concept.id, _text(concept)) for concept in library.concepts]
    database.executemany("INSERT INTO card VALUES (?, ?)", rows)

    def rank(case: Case) -> Outcome:
        asked = fold(case.question.text)
        terms = "".join(letter if letter.isalnum() else " " for letter in asked).split()
        if tokenizer == "trigram":
            joined = " ".join(terms)
            terms = [joined[at : at + 3] for at in range(len(joined) - 2)]
        query = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms))
        found = database.execute(
            "SELECT id, -bm25(card) FROM card WHERE card MATCH ? ORDER BY 2 DESC LIMIT ?",
            (query or '""', TOP),
        ).fetchall()
        return Outcome(case, [row[0] for row in found], found[0][1] if found else 0.0)

    return rank


def _installed(library: Library) -> dict[str, Ranking]:
    """Search engines from packages, where they are installed."""
    found: dict[str, Ranking] = {}
    for name, build in (("bm25s", _bm25s), ("tantivy 2-3-grams", _tantivy)):
        try:
            found[name] = build(library)
        except ImportError:
            print(f"{name}: not installed, left out")
    return found


def _bm25s(library: Library) -> Ranking:
    import bm25s

    ids = [concept.id for concept in library.concepts]
    index = bm25s.BM25()
    index.index([_text(concept).split() for concept in library.concepts], show_progress=False)

    def rank(case: Case) -> Outcome:
        words = fold(case.question.text).split()
        if not words:
            return Outcome(case, [], 0.0)
        places, scores = index.retrieve([words], k=TOP, show_progress=False)
        return Outcome(case, [ids[place] for place in places[0]], float(scores[0][0]))

    return rank


def _tantivy(library: Library) -> Ranking:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", tokenizer_name="grams")
    index = tantivy.Index(builder.build())
    grams = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(2, 3, False)).build()
    index.register_tokenizer("grams", grams)
    writer = index.writer(20_000_000)
    for concept in library.concepts:
        writer.add_document(tantivy.Document(id=[concept.id], text=[_text(concept)]))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def rank(case: Case) -> Outcome:
        asked = fold(case.question.text)
        plain = "".join(letter if letter.isalnum() else " " for letter in asked)
        parts = {plain[at : at + size] for size in (2, 3) for at in range(len(plain) - size + 1)}
        query = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "text", part))
                for part in sorted(parts)
            ]
        )
        hits = searcher.search(query, TOP).hits
        names = [str(searcher.doc(address)["id"][0]) for _, address in hits]
        return Outcome(case, names, float(hits[0][0]) if hits else 0.0)

    return rank


if __name__ == "__main__":
    main()
