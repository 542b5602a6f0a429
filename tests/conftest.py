"""Refuses every test the network: only loopback addresses and Unix sockets can be reached.

An audit hook sees each socket call of the process, from whichever library and also in fixtures of
the whole session, and name look-ups too; plugins that replace `socket.connect` miss those.
Programs that a test starts are not covered.
"""

import ipaddress
import sys

import pytest

from tests.support import databases
from tests.support.databases import (
    _given_back,
    database_url,
    migrated_url,
    postgres_server,
    postgres_url,
    storage,
)

__all__ = [
    "_given_back",
    "database_url",
    "migrated_url",
    "postgres_server",
    "postgres_url",
    "storage",
]

_CALLS_WITH_ADDRESS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
_LOOK_UPS = {"socket.getaddrinfo", "socket.gethostbyname"}
_LOCAL_NAMES = {"localhost", ""}


# Whose files take minutes for few tests.
LONGEST = frozenset({"end_to_end", "faults", "wire"})


class NetworkRefused(RuntimeError):
    """A test tried to reach `host`, which is not on this machine's loopback."""

    def __init__(self, host: str) -> None:
        super().__init__(f"Tests may reach loopback addresses only, not {host!r}.")
        self.host = host


def _is_loopback(host: str) -> bool:
    if host in _LOCAL_NAMES:
        return True
    try:
        # A zone ("fe80::1%eth0") is no part of the address.
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_beyond_loopback(event: str, arguments: tuple[object, ...]) -> None:
    if event in _CALLS_WITH_ADDRESS:
        address = arguments[1]
        # Unix sockets have a path in place of a tuple, connected datagrams have nothing.
        host = address[0] if isinstance(address, tuple) else None
    elif event in _LOOK_UPS:
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if isinstance(host, str) and not _is_loopback(host):
        raise NetworkRefused(host)


sys.addaudithook(_refuse_beyond_loopback)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the longest files first; on PostgreSQL leave out what any run has on both already."""
    # Several workers end together only if no long file is begun last.
    items.sort(key=lambda item: LONGEST.isdisjoint(item.path.parts))
    if not databases.ON_POSTGRESQL:
        return
    on_both = {"database_url", "migrated_url"}
    again = [item for item in items if on_both & set(getattr(item, "fixturenames", ()))]
    config.hook.pytest_deselected(items=again)
    items[:] = [item for item in items if item not in set(again)]
