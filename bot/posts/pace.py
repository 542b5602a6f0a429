"""One pace for everything the bot sends by itself: Discord's 50 requests a second, kept evenly."""

import asyncio
from collections.abc import Awaitable, Callable

# https://discord.com/developers/docs/topics/rate-limits#global-rate-limit: 50 in any second.
# A loop that wakes late bunches a few turns; 48 leaves room for them below the 50.
PER_SECOND = 48
BURST = 1


class Pace:
    """Gives out turns, ``per_second`` of them, at most ``burst`` at once.

    The generic cell rate algorithm (ITU-T I.371): each turn moves the theoretical time of the next
    one; nobody is woken by anybody, so turns are kept in the order in which they were asked for.
    """

    def __init__(
        self,
        per_second: float = PER_SECOND,
        burst: int = BURST,
        *,
        time: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Tell the seconds by ``time`` (the event loop's clock unless given)."""
        self._interval = 1 / per_second
        self._slack = (burst - 1) * self._interval
        self._time = time
        self._sleep = sleep
        self._next = float("-inf")

    async def turn(self) -> None:
        """Wait until a request may go out."""
        now = self._time() if self._time else asyncio.get_running_loop().time()
        start = max(self._next, now)
        self._next = start + self._interval
        wait = start - self._slack - now
        if wait > 0:
            await self._sleep(wait)
