"""Faults happen to the real program, against the loopback."""

from tests.wire.conftest import channel, loopback, world

__all__ = ["channel", "loopback", "world"]
