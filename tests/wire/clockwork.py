"""Ids and times of the loopback world: Discord's snowflakes, minted in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

# Discord's epoch (its reference, "Snowflakes"): the first second of 2015, UTC.
DISCORD_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
TIMESTAMP_SHIFT = 22


def utc_now() -> datetime:
    """The real time, UTC."""
    return datetime.now(UTC)


def time_of(snowflake: int) -> datetime:
    """When an id was minted, UTC, to the millisecond."""
    return DISCORD_EPOCH + timedelta(milliseconds=snowflake >> TIMESTAMP_SHIFT)


def iso(moment: datetime) -> str:
    """A moment as Discord writes it: ISO 8601 with microseconds and an offset."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


class SnowflakeMint:
    """Mints ids that strictly increase, each carrying the millisecond of its making."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._last = 0

    def mint(self) -> int:
        """The next id."""
        elapsed = self._now() - DISCORD_EPOCH
        milliseconds = elapsed // timedelta(milliseconds=1)
        self._last = max(self._last + 1, milliseconds << TIMESTAMP_SHIFT)
        return self._last
