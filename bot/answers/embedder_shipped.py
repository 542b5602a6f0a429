"""The vectors that the notes bring along: written with them, so that no start has to make them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.answers.embedder import Embedder
from bot.answers.embedder_cache import SHIPPED, VectorCache, cached, digest_of
from bot.answers.embedder_model import WORDINGS_AT_ONCE
from bot.answers.index import Index
from bot.content.reader import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.embedder import Vectors
    from bot.answers.embedder_cache import Halves

READABLE = 0o644


def ship_vectors(folder: Path, embedder: Embedder) -> int:
    """Write the vectors of all texts under ``folder`` beside them; return how many texts.

    What is there already is kept, what belongs to no text any more goes.

    Raises:
        BrokenContent: with every fault of the notes; nothing was written.
        OSError: they cannot be written.
    """
    file = VectorCache(folder / SHIPPED)
    made: dict[bytes, Halves] = {}
    with ThreadPoolExecutor(WORDINGS_AT_ONCE) as threads:
        embed = cached(embedder, None, threads.map, file)

        def noting(texts: "Sequence[str]") -> "Vectors":
            rows = embed(texts)
            made.update(zip(map(digest_of, texts), rows.astype(np.float16), strict=True))
            return rows

        Index.build(read(folder), embed=noting)
    file.write(embedder.name, made)
    file.file.chmod(READABLE)  # as the notes beside it are
    return len(made)


def is_shipped(folder: Path) -> bool:
    """Whether the notes under ``folder`` bring vectors along."""
    return (folder / SHIPPED).exists()
