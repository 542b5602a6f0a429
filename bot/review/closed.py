"""Knows whose reminder went off unheard, without asking the database at each command."""

from datetime import datetime, timedelta

from bot.clock import Clock
from bot.ids import GuildId, MemberId
from bot.quiz.journal import Who
from bot.review import reminding
from bot.storage.work import Storage

REMEMBERED = timedelta(minutes=1)


class ClosedMessages:
    """Remembers for a minute who is still to be told; hardly ever anybody."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        """Read from ``storage``."""
        self._storage = storage
        self._clock = clock
        self._untold: frozenset[Who] = frozenset()
        self._read_at: datetime | None = None

    async def tells(self, guild: GuildId, member: MemberId) -> bool:
        """Tell whether ``member`` is to be told now; True only once, so the caller tells them."""
        now = self._clock.now()
        if self._read_at is None or now - self._read_at >= REMEMBERED:
            async with self._storage.reading() as work:
                self._untold = await reminding.untold(work)
            self._read_at = now
        if (guild, member) not in self._untold:
            return False
        self._untold -= {(guild, member)}
        async with self._storage.work() as work:
            is_news = await reminding.learn_of_closed(work, guild, member)
            await work.commit()
        return is_news
