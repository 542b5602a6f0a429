"""When two answers are the same words, and what a server's own right answers change in marking."""

from collections.abc import Collection
from dataclasses import replace

from bot.korean.folding import fold, squeeze
from bot.quiz.model import MAX_GIVEN
from bot.quiz.snapshot import Snapshot


def folded(answer: str) -> str:
    """Return ``answer`` without case, spaces and marks; what is only marks stays as it is."""
    plain = fold(answer, MAX_GIVEN)
    return squeeze(plain) or plain


def accepting(snapshot: Snapshot, aliases: Collection[str]) -> Snapshot:
    """Return ``snapshot`` with ``aliases`` as right answers, even where it had them as wrong."""
    if not aliases:
        return snapshot
    right = {folded(alias) for alias in aliases}
    contrast = tuple(name for name in snapshot.contrast if folded(name) not in right)
    return replace(snapshot, accept=(*snapshot.accept, *aliases), contrast=contrast)
