"""Notes of many subjects, as groups might write them."""

from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.name for path in SAMPLES.glob("*.md"))


def sample(name: str) -> bytes:
    """Return a note's file."""
    return (SAMPLES / name).read_bytes()
