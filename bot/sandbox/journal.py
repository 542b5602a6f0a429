"""What happened in the sandbox, for its status line: keys of the page's words, and facts."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

KEPT = 30
State = Literal["running", "done", "failed"]


@dataclass(frozen=True)
class Entry:
    """One thing that happened.

    Attributes:
        word: key of a sentence in ``page/words.json``.
        facts: what the sentence names.
    """

    number: int
    state: State
    word: str
    facts: dict[str, str] = field(default_factory=dict)


class Journal:
    """The newest entries, oldest first."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._numbers = count(1)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return what is kept, oldest first."""
        return tuple(self._entries)

    @contextmanager
    def during(self, word: str, **facts: str) -> Iterator[None]:
        """Say that something is under way, and afterwards how it ended."""
        number = self.tell("running", word, **facts)
        try:
            yield
        except BaseException:
            self._end(Entry(number, "failed", word, facts))
            raise
        self._end(Entry(number, "done", word, facts))

    def tell(self, state: State, word: str, **facts: str) -> int:
        """Write down one thing; return its number."""
        number = next(self._numbers)
        self._entries.append(Entry(number, state, word, facts))
        return number

    def fault(self, error: BaseException) -> None:
        """Write down what the bot, or the simulation, raised."""
        self.tell("failed", "fault", error=f"{type(error).__name__}: {error}".splitlines()[0])

    def _end(self, ended: Entry) -> None:
        kept = [ended if entry.number == ended.number else entry for entry in self._entries]
        self._entries = deque(kept, maxlen=KEPT)
