"""Vectors of the notes' texts on disk, by what the texts say, so that a restart embeds nothing.

A file holds one model's vectors: a line of JSON (model, dimensions, count, a digest of the rest),
then a digest of each text (16 bytes), then the vectors as float16. Only texts of notes come here;
what members ask is never written down.

The notes in the content folder bring theirs along (`SHIPPED`), so that the first start embeds
nothing either; what is embedded later goes into a file of the bot's own.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import numpy as np
import structlog

from bot.answers.embedder import Embed, Embedder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.answers.embedder import Vectors

    Halves = NDArray[np.float16]

log = structlog.get_logger("doran.answers")

SHIPPED = ".vectors"  # in the content folder
DIGEST = 16  # bytes
MAX_KEPT = 50_000  # texts, 39 MB; the longest unused go first
EMBEDDED_AT_ONCE = 16  # texts; the model holds no more in memory at a time


class VectorCache:
    """A file of vectors; one that is missing, damaged or another model's counts as empty."""

    def __init__(self, file: Path) -> None:
        """Name the file; its folder is made when there is something to write."""
        self.file = file

    def load(self, model: str) -> dict[bytes, "Halves"]:
        """Return the vectors by `digest_of` their text, the longest unused first."""
        try:
            head, _, rest = self.file.read_bytes().partition(b"\n")
        except OSError:
            return {}
        try:
            told = json.loads(head)
            count, dimensions = int(told["count"]), int(told["dimensions"])
            if told["model"] != model or told["digest"] != blake2b(rest).hexdigest():
                raise ValueError("another model's, or damaged")
            places = np.frombuffer(rest, dtype=f"V{DIGEST}", count=count)
            vectors = np.frombuffer(rest, dtype=np.float16, offset=count * DIGEST)
            rows = vectors.reshape(count, dimensions)
        except (ValueError, KeyError, TypeError):
            log.warning("vectors of the notes are made anew", file=self.file.name)
            return {}
        return {place.tobytes(): row for place, row in zip(places, rows, strict=True)}

    def save(self, model: str, known: dict[bytes, "Halves"]) -> None:
        """Write the newest `MAX_KEPT` whole, or not at all; a full disk costs time, no answer."""
        try:
            self.write(model, known)
        except OSError as refused:
            log.warning("vectors of the notes not kept", reason=refused.strerror)

    def write(self, model: str, known: dict[bytes, "Halves"]) -> None:
        """Write the newest `MAX_KEPT` whole.

        Raises:
            OSError: nothing was written.
        """
        kept = list(known.items())[-MAX_KEPT:]
        rows = np.stack([row for _, row in kept]).astype(np.float16)
        rest = b"".join(place for place, _ in kept) + rows.tobytes()
        told = {
            "model": model,
            "dimensions": rows.shape[1],
            "count": len(kept),
            "digest": blake2b(rest).hexdigest(),
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.file.parent, delete=False) as written:
            beside = Path(written.name)
            try:
                written.write(json.dumps(told).encode() + b"\n" + rest)
                written.close()
                beside.replace(self.file)
            except OSError:
                beside.unlink(missing_ok=True)
                raise


def digest_of(text: str) -> bytes:
    """Return what stands for ``text`` in a file of vectors."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=DIGEST).digest()


def cached(
    embedder: Embedder,
    cache: VectorCache | None,
    mapped: Callable[..., Iterable["Vectors"]] = map,
    shipped: VectorCache | None = None,
) -> Embed:
    """``embedder`` for texts of notes: what it made once comes from ``cache``, or from ``shipped``.

    ``mapped`` is `map`, or works like it on several threads. Nothing is written into ``shipped``.
    """
    brought = shipped.load(embedder.name) if shipped is not None else {}
    known = cache.load(embedder.name) if cache is not None else {}

    def embed(texts: Sequence[str]) -> "Vectors":
        digests = [digest_of(text) for text in texts]
        new = {
            place: text
            for place, text in zip(digests, texts, strict=True)
            if place not in known and place not in brought
        }
        places = list(new)
        parts = [
            places[at : at + EMBEDDED_AT_ONCE] for at in range(0, len(places), EMBEDDED_AT_ONCE)
        ]
        try:
            made = mapped(lambda part: embedder.embed([new[place] for place in part]), parts)
            for part, rows in zip(parts, made, strict=True):
                known.update(zip(part, rows.astype(np.float16), strict=True))
        finally:  # stopped halfway: the next start goes on from here
            if new and known and cache is not None:
                cache.save(embedder.name, known)
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        found = [known[place] if place in known else brought[place] for place in digests]
        return np.stack(found).astype(np.float32)

    return embed
