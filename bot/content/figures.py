"""Whether the figures that a topic names are there, and are PNG files that Discord takes."""

from collections.abc import Iterator
from pathlib import Path

from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault, fault
from bot.content.limits import MAX_FIGURE_FILE
from bot.content.lined_yaml import EACH, Lined
from bot.content.tree import is_inside

# The first bytes of every PNG (PNG specification, section 5.2).
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def figure_faults(document: Lined, folder: Path, root: Path) -> Iterator[Fault]:
    for name, line in document.texts("figures", EACH, "file"):
        if found := _fault_of(name, folder, root):
            kind, facts = found
            yield fault(document.path, line, kind, file=name, **facts)


def _fault_of(name: str, folder: Path, root: Path) -> tuple[FaultKind, dict[str, int]] | None:
    path = folder / name
    if "\0" in name or not is_inside(path, root) or not path.is_file():
        return FaultKind.FIGURE_FILE_MISSING, {}
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(len(_SIGNATURE))
    except OSError:
        return FaultKind.FIGURE_FILE_MISSING, {}
    if start != _SIGNATURE:
        return FaultKind.FIGURE_NOT_PNG, {}
    if size > MAX_FIGURE_FILE:
        return FaultKind.FIGURE_TOO_BIG, {"size": size, "limit": MAX_FIGURE_FILE}
    return None
