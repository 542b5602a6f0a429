"""How far a long copy is: a bar for a person, a line a table for a file."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn


@contextmanager
def counted() -> Iterator[Callable[[str, int, int], None]]:
    """Yield what is told (table, rows done, of how many) while something is copied."""
    if not sys.stdout.isatty():
        yield _line
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns) as bars:
        tasks: dict[str, TaskID] = {}

        def show(table: str, done: int, of: int) -> None:
            if table not in tasks:
                tasks[table] = bars.add_task(table, total=of)
            bars.update(tasks[table], completed=done)

        yield show


def _line(table: str, done: int, of: int) -> None:
    if done == of:
        # At once, so that whoever watches a log sees how far it is.
        print(f"{table}: {of} rows", flush=True)
