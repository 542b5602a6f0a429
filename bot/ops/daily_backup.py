"""The daily copy of a SQLite database: at a quiet hour, off the event loop, never in the way."""

import asyncio
import threading
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import structlog

from bot.clock import Clock
from bot.storage.backup import NoBackup, back_up, backups_in, rotate

log = structlog.get_logger("doran.backup")

# Four in the morning in Korea.
QUIET = time(19, tzinfo=UTC)
# A start is busy enough, and one that is repeated over and over shall not copy each time.
AFTER_START = timedelta(minutes=5)
# So long after a copy that failed, another is tried.
AGAIN = timedelta(hours=1)
# A clock that was set, or a machine that slept, is noticed within this time.
CLOCK_POLL = timedelta(minutes=10)

Copy = Callable[..., Path | None]


class DailyBackup:
    """Makes one copy a day and keeps those of the last ``days`` days."""

    def __init__(
        self, url: str, folder: Path, *, days: int, clock: Clock, copy: Copy = back_up
    ) -> None:
        """Copy the SQLite database at ``url`` into ``folder``."""
        self._url = url
        self._folder = folder
        self._days = days
        self._clock = clock
        self._copy = copy
        self._given_up = threading.Event()

    async def live(self) -> None:
        """Copy each day until cancelled; a copy that is on its way then is given up."""
        until = self._clock.now() + AFTER_START
        while True:
            if (left := until - self._clock.now()) > timedelta(0):
                await asyncio.sleep(min(left, CLOCK_POLL).total_seconds())
            else:
                until = await self.look()

    async def look(self) -> datetime:
        """Copy if it is time; return when to look again."""
        now = self._clock.now()
        quiet = last_quiet(now)
        newest = next((at for at, _ in backups_in(self._url, self._folder)), None)
        if newest is not None and quiet <= newest <= now:
            return quiet + timedelta(days=1)
        try:
            return await self._copied(now)
        except asyncio.CancelledError:
            # The thread looks at this every few pages, and leaves no half copy.
            self._given_up.set()
            raise

    async def _copied(self, now: datetime) -> datetime:
        try:
            copy = await asyncio.to_thread(self._make, now)
        except (NoBackup, OSError) as reason:
            log.error("no backup", reason=str(reason))
            return now + AGAIN
        if copy is not None:
            megabytes = round(copy.stat().st_size / 1e6, 1)
            log.info("backed up", file=str(copy), megabytes=megabytes)
        return last_quiet(now) + timedelta(days=1)

    def _make(self, now: datetime) -> Path | None:
        copy = self._copy(self._url, self._folder, now=now, given_up=self._given_up.is_set)
        # Old copies go only once there is a new one that was checked.
        if copy is not None:
            rotate(self._url, self._folder, days=self._days, now=now)
        return copy


def last_quiet(now: datetime) -> datetime:
    """Return the latest quiet hour that is not after ``now``."""
    today = datetime.combine(now.astimezone(UTC).date(), QUIET)
    return today if today <= now else today - timedelta(days=1)
