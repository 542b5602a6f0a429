"""The model at work beside the event loop: it embeds the notes once, and questions as they come."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from bot.answers.embedder import Embedder, embeddable
from bot.answers.embedder_cache import SHIPPED, VectorCache, cached

if TYPE_CHECKING:
    from bot.answers.embedder import Vectors

T = TypeVar("T")

WORDINGS_AT_ONCE = 2  # the model lets the interpreter run; more threads than cores only wait
MAX_REMEMBERED = 256  # wordings of questions, in memory alone (0.4 MB)


class Model:
    """An embedder with its threads, its cache of the notes, and the wordings it heard last."""

    def __init__(
        self, embedder: Embedder, cache: VectorCache | None, shipped: VectorCache | None = None
    ) -> None:
        """Work with ``embedder``; what it makes of the notes' texts is kept in ``cache``.

        What ``shipped`` has of them need not be made.
        """
        self._embedder = embedder
        self._threads = ThreadPoolExecutor(WORDINGS_AT_ONCE, "meaning")
        # Questions are found one after the other: their Python parts would only fight for the
        # interpreter, and with them the event loop.
        self._line = ThreadPoolExecutor(1, "answers")
        self._remembered: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()
        self.of_notes = cached(embedder, cache, self._threads.map, shipped)

    def vectors(self, wordings: Iterable[str]) -> dict[str, "Vectors"]:
        """Return the vector of each wording, side by side in threads. Blocks; never on the loop."""
        wanted = list(wordings)
        return dict(zip(wanted, self._threads.map(self._vector, wanted), strict=True))

    async def in_line(self, find: Callable[[], T]) -> T:
        """Return what ``find`` returns, off the event loop, after those that asked before."""
        return await asyncio.get_running_loop().run_in_executor(self._line, find)

    def forget(self) -> None:
        """Remember no question."""
        with self._lock:
            self._remembered.clear()

    def close(self) -> None:
        """Begin nothing more; a first reading of the notes stops after the part it is at."""
        for threads in (self._threads, self._line):
            threads.shutdown(wait=False, cancel_futures=True)

    def _vector(self, wording: str) -> "Vectors":
        key = embeddable(wording)
        with self._lock:
            if key in self._remembered:
                self._remembered.move_to_end(key)
                return self._remembered[key]
        [vector] = self._embedder.embed([key])
        with self._lock:
            self._remembered[key] = vector
            while len(self._remembered) > MAX_REMEMBERED:
                self._remembered.popitem(last=False)
        found: Vectors = vector
        return found


def bundled_model(vectors: Path | None, content: Path | None = None) -> Model:
    """Load the bundled model.

    Args:
        vectors: the file that keeps what the model made of the notes.
        content: the folder of notes, which may bring vectors of its own.

    Raises:
        ModelUnavailable: it cannot be loaded on this machine.
    """
    from bot.answers.embedder_bundled import BundledEmbedder

    return Model(
        BundledEmbedder(),
        None if vectors is None else VectorCache(vectors),
        None if content is None else VectorCache(content / SHIPPED),
    )
