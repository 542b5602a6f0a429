"""A loopback Discord for the tests that watch the whole program."""

from tests.wire.conftest import loopback

__all__ = ["loopback"]
