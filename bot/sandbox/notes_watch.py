"""Reads the notes again when a file of theirs changes, so that a writer sees the edit at once."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.content.faults import BrokenContent
from bot.sandbox.journal import Journal
from bot.sandbox.stage import Stage

State = frozenset[tuple[str, int, int]]


async def watch_notes(
    stage: Stage,
    journal: Journal,
    *,
    every: float = 1.0,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Look every ``every`` seconds; a broken edit keeps the old notes and tells its first fault."""
    folder = stage.bot.notes.folder
    known = await asyncio.to_thread(_state, folder)
    while True:
        await sleep(every)
        present = await asyncio.to_thread(_state, folder)
        if present == known:
            continue
        known = present
        try:
            await stage.bot.notes.reload()
        except BrokenContent as broken:
            first = broken.faults[0]
            journal.tell("failed", "log_notes", ko=first.said("ko"), en=first.said("en"))
        else:
            journal.tell("done", "log_notes")


def _state(folder: Path) -> State:
    """Names, times and sizes of all files: differs whenever one was saved."""
    state = set()
    for path in folder.rglob("*"):
        try:
            status = path.stat()
        except OSError:  # gone again between the listing and the look
            continue
        state.add((str(path), status.st_mtime_ns, status.st_size))
    return frozenset(state)
