"""The only reader of the time; everything else is handed a clock or a moment."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the present moment, always in UTC."""

    def now(self) -> datetime:
        """Return the present moment with ``tzinfo=UTC``."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the machine's present moment in UTC."""
        return datetime.now(UTC)
