"""What the doctor finds: a mark and a line."""

from dataclasses import dataclass
from enum import Enum


class Mark(Enum):
    """Well, to be mended, or not to be checked here and now."""

    WELL = "✓"
    FAULT = "✗"
    UNKNOWN = "·"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    mark: Mark
    line: str


def well(line: str) -> Finding:
    """Return that all is well."""
    return Finding(Mark.WELL, line)


def fault(line: str) -> Finding:
    """Return what is to be done."""
    return Finding(Mark.FAULT, line)


def unknown(line: str) -> Finding:
    """Return what could not be checked."""
    return Finding(Mark.UNKNOWN, line)
