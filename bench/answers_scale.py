"""How finding grows with the notes: time, building and memory beside tantivy, on made-up cards."""

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context

import psutil

from bench.synthetic import made_up_cards, made_up_questions
from bench.vectors import made_up
from bot.answers.cards import Subject
from bot.answers.index import Index
from bot.answers.model import Question
from bot.answers.weights import shipped_weights
from bot.korean.folding import fold

SIZES = (100, 1_000, 10_000)
LARGEST = 100_000  # by words alone, and only if it is asked for: it takes minutes
QUESTIONS = 200
MEGABYTE = 2**20

Row = tuple[float, float, float, float]  # seconds to build, megabytes, p50 and p99 in milliseconds
Search = Callable[[str], object]


def main() -> None:
    """Print a line for each size and engine, and the growth from one size to the next."""
    sizes = (*SIZES, LARGEST) if "--largest" in sys.argv else SIZES
    print(f"{'cards':>8}  {'engine':<16}{'built s':>9}{'MB':>8}{'p50 ms':>8}{'p99 ms':>8}", end="")
    print("   as times tantivy: built, MB, p50, p99")
    before: dict[str, Row] = {}
    for size in sizes:
        engines = {"tantivy": _tantivy, "ours, words": _words}
        if size < LARGEST:
            engines["ours, meaning"] = _meaning
        rows = {name: _apart(build, size) for name, build in engines.items()}
        for name, row in rows.items():
            ratios = [ours / theirs for ours, theirs in zip(row, rows["tantivy"], strict=True)]
            print(f"{size:>8}  {name:<16}" + "".join(f"{v:>8.2f}" for v in row), end="   ")
            print(", ".join(f"{ratio:.1f}" for ratio in ratios), end="")
            if name in before:
                print(f"   p50 grew {row[2] / before[name][2]:.1f} times", end="")
            print(flush=True)
        before = rows


def _apart(build: Callable[[Sequence[Subject]], Search], size: int) -> Row:
    """Measure in a process of its own, so that memory is this engine's alone."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (build, size))


def _measured(build: Callable[[Sequence[Subject]], Search], size: int) -> Row:
    cards = made_up_cards(size)
    questions = list(made_up_questions(cards, QUESTIONS))
    process = psutil.Process(os.getpid())
    gc.collect()
    memory, began = process.memory_info().rss, time.process_time()
    search = build(cards)
    built = time.process_time() - began
    gc.collect()
    memory = process.memory_info().rss - memory
    spent: list[float] = []
    for question in questions:
        best = float("inf")
        for _ in range(3):  # the quickest counts: other programs share the machine
            began = time.perf_counter()
            search(question)
            best = min(best, time.perf_counter() - began)
        spent.append(best * 1000)
    spent.sort()
    return built, memory / MEGABYTE, spent[len(spent) // 2], spent[int(len(spent) * 0.99)]


def _words(cards: Sequence[Subject]) -> Search:
    index = Index(cards, (), shipped_weights())
    return lambda question: index.find(Question(question))


def _meaning(cards: Sequence[Subject]) -> Search:
    """With vectors that mean nothing: the model's own time does not depend on the notes."""
    index = Index(cards, (), shipped_weights(), made_up)

    def search(question: str) -> object:
        wordings = index.judge.read(question).wordings
        vectors = made_up(wordings)
        return index.hearing(dict(zip(wordings, vectors, strict=True))).find(Question(question))

    return search


def _tantivy(cards: Sequence[Subject]) -> Search:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", tokenizer_name="grams")
    index = tantivy.Index(builder.build())
    grams = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(2, 3, False)).build()
    index.register_tokenizer("grams", grams)
    writer = index.writer(50_000_000)
    for card in cards:
        text = fold("\n".join((*card.names, *card.examples, *card.sentences)), 20_000)
        writer.add_document(tantivy.Document(id=[card.id], text=[text]))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(question: str) -> object:
        asked = "".join(letter if letter.isalnum() else " " for letter in fold(question))
        parts = {asked[at : at + size] for size in (2, 3) for at in range(len(asked) - size + 1)}
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "text", part))
            for part in sorted(parts)
        ]
        hits = searcher.search(tantivy.Query.boolean_query(terms), 10).hits
        return [searcher.doc(address)["id"] for _, address in hits]

    return search


if __name__ == "__main__":
    main()
