"""What the ranking asks of an embedding model: vectors whose likeness is likeness of meaning."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]

# Letters of a text that are embedded. A model's time grows with the length; what a question asks
# stands well within these (the longest of our 746 has 71).
MAX_EMBEDDED = 120

Embed: TypeAlias = Callable[[Sequence[str]], "Vectors"]


class ModelUnavailable(Exception):
    """The model cannot be loaded on this machine; the text says why, for the operator."""


class Embedder(Protocol):
    """A model of meaning. Called from threads, several at a time."""

    @property
    def name(self) -> str:
        """The model and its version: vectors of two names must not be mixed."""
        ...

    def embed(self, texts: Sequence[str]) -> "Vectors":
        """Return a float32 array (len(texts), dimensions), each row of length 1."""
        ...


def embeddable(text: str) -> str:
    """Return what of a text goes into a model: cut, without what no encoder takes."""
    sound = text[:MAX_EMBEDDED].encode("utf-8", "ignore").decode().replace("\x00", " ")
    # A model gives a vector for nothing, too, but a meaningless one.
    return sound.strip() or "."
