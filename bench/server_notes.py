"""Whether the shared notes are found as well, and refused as often, beside a server's own."""

import time
import tracemalloc
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bench.question_set import CONTENT, Case, cases, figures, outcome
from bot.answers.notes import Edition
from bot.content.library import Library
from bot.content.reader import read
from bot.ids import GuildId, MemberId
from bot.notes.assembling import together
from bot.notes.model import Note, Shelf
from bot.notes.reading import digest_of, sheet_of

SAMPLES = Path(__file__).parent.parent / "tests" / "notes" / "samples"
# Of another subject than the shared notes, in Korean: what a group would bring next.
UNRELATED = ("interest.md", "db-index.md")
PUBLISHED = datetime(2026, 3, 2, tzinfo=UTC)


def notes_named(names: Sequence[str]) -> tuple[Note, ...]:
    """Return the sample notes as one server would have published them."""
    return tuple(_note(number, SAMPLES / name) for number, name in enumerate(names, start=1))


def library_with(shared: Library, names: Sequence[str] = UNRELATED) -> Library:
    """Return ``shared`` with the sample notes called ``names`` added to it."""
    return together(shared, Shelf(GuildId(1), 1, notes_named(names)))


@cache
def edition_with(*names: str) -> Edition:
    """Return the edition of a server that brought the sample notes called ``names``."""
    shared = read(CONTENT)
    return Edition.of(library_with(shared, names) if names else shared)


def main() -> None:
    """Print recall and abstention before and after, and what an edition takes."""
    held = [case for case in cases() if not case.is_tuning]
    print(f"{len(held)} questions about the shared notes that nothing was tuned on")
    print(f"{'answered from':<28}{'recall@1':>9}{'@3':>7}{'AUROC':>7}{'answered':>10}", end="")
    print(f"{'right':>8}{'wrong':>7}{'false':>7}")
    for name, notes in (("shared notes", ()), ("and two unrelated notes", UNRELATED)):
        print(f"{name:<28}" + _line(edition_with(*notes), held))
    _print_cost()


def _line(edition: Edition, held: Sequence[Case]) -> str:
    found = [(case, edition.index.find(case.question)) for case in held]
    drawn = figures([outcome(case, finding) for case, finding in found])
    covered = [(case, each) for case, each in found if case.expect is not None]
    right = sum(each.concept == case.expect for case, each in covered)
    wrong = sum(each.concept not in (None, case.expect) for case, each in covered)
    false = sum(each.answered for case, each in found if case.expect is None)
    return (
        f"{drawn.recall_1:>9.3f}{drawn.recall_3:>7.3f}{drawn.auroc:>7.3f}{drawn.answered:>10.1%}"
        f"{right:>8}{wrong:>7}{false:>7}"
    )


def _print_cost() -> None:
    """Processor time and memory of one more server's edition."""
    shared = read(CONTENT)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    merged = library_with(shared)
    edition = Edition.of(merged)
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    started = time.process_time()
    Edition.of(merged)
    spent = time.process_time() - started
    count = len(edition.library.concepts)
    print(
        f"\none server's edition: {count} concepts, {spent:.2f} s of processor time off the "
        f"event loop, {taken / 1e6:.1f} MB ({taken / count / 1e3:.0f} kB a concept)"
    )


def _note(number: int, path: Path) -> Note:
    content = path.read_bytes()
    return Note(
        number=number,
        guild=GuildId(1),
        member=MemberId(1),
        name=path.name,
        digest=digest_of(content),
        sheet=sheet_of(path.name, content),
        published_at=PUBLISHED,
    )


if __name__ == "__main__":
    main()
