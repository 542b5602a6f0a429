"""What a watcher is told of an interaction; who watches, nobody else need know."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import TraceConfig


@dataclass(frozen=True, slots=True)
class Ended:
    """An interaction that ended: its kind (press, command …), name, outcome, and time taken."""

    kind: str
    name: str
    outcome: str
    seconds: float


Observer = Callable[[Ended], None]


def unobserved(_ended: Ended) -> None:
    """Watch nothing; what stands in where metrics are off."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told of interactions, and what watches the requests to Discord (None: nobody)."""

    observe: Observer = unobserved
    trace: TraceConfig | None = None

    def options(self) -> dict[str, Any]:
        """Return what discord.py's client is to be given beside its other options."""
        return {} if self.trace is None else {"http_trace": self.trace}


NO_WATCH = Watch()
