"""A loopback Discord for the tests that watch the whole program."""

from tests.wire.conftest import forks, loopback

__all__ = ["forks", "loopback"]
