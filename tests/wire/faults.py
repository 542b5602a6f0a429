"""Faults by script: which request, which occurrence of it, and what goes wrong there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

ANY = "*"


class What(Enum):
    """What goes wrong. `BEFORE`: Discord never acted; `AFTER`: it acted, and the reply is lost."""

    BUCKET_429 = auto()
    GLOBAL_429 = auto()
    SERVER_ERROR = auto()
    SERVER_ERROR_AFTER = auto()
    RESET_BEFORE = auto()
    RESET_AFTER = auto()
    TIMEOUT_BEFORE = auto()
    TIMEOUT_AFTER = auto()
    SLOW = auto()


ACTS_FIRST = frozenset({What.RESET_AFTER, What.TIMEOUT_AFTER, What.SERVER_ERROR_AFTER, What.SLOW})


@dataclass(frozen=True)
class Fault:
    """A fault at the `nth` to the `nth + times - 1`th request of this method and route template.

    `seconds`: the `retry_after` of a 429, the delay of a slow answer. `status`: of a server error.
    The method and the template may be "*". Occurrences count from when the fault was added.
    """

    method: str
    template: str
    what: What
    nth: int = 1
    times: int = 1
    seconds: float = 0.05
    status: int = 500

    def fits(self, method: str, template: str) -> bool:
        return self.method in (method, ANY) and self.template in (template, ANY)


class GatewayWhat(Enum):
    """What goes wrong on the gateway."""

    DROP = auto()
    ASK_RECONNECT = auto()
    INVALID_SESSION = auto()


@dataclass(frozen=True)
class GatewayFault:
    """A fault just after the `nth` dispatch of this event was written to the socket."""

    event: str
    what: GatewayWhat
    nth: int = 1


class Faults:
    """The script: faults are added by a test, and each is taken when its moment comes."""

    def __init__(self) -> None:
        self._seen: dict[Fault | GatewayFault, int] = {}

    def add(self, *faults: Fault | GatewayFault) -> None:
        """Adds to the script; each counts its own occurrences from now on."""
        for fault in faults:
            self._seen[fault] = 0

    def clear(self) -> None:
        self._seen.clear()

    @property
    def waiting(self) -> list[Fault | GatewayFault]:
        """Faults whose moment has not come, or not as often as they say."""
        return [
            fault
            for fault, seen in self._seen.items()
            if seen < fault.nth + (fault.times if isinstance(fault, Fault) else 1) - 1
        ]

    def for_request(self, method: str, template: str) -> Fault | None:
        """Counts this request against every fault that it fits; the first one due, or None."""
        due: Fault | None = None
        for fault in self._seen:
            if not isinstance(fault, Fault) or not fault.fits(method, template):
                continue
            self._seen[fault] += 1
            if due is None and fault.nth <= self._seen[fault] < fault.nth + fault.times:
                due = fault
        return due

    def for_dispatch(self, event: str) -> GatewayFault | None:
        """Counts this dispatch; the first gateway fault due, or None."""
        due: GatewayFault | None = None
        for fault in self._seen:
            if not isinstance(fault, GatewayFault) or fault.event != event:
                continue
            self._seen[fault] += 1
            if due is None and self._seen[fault] == fault.nth:
                due = fault
        return due
