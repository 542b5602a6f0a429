"""Tells every face which language was chosen, without asking the database each time."""

from collections import OrderedDict
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.guilds import service
from bot.ids import GuildId, MemberId
from bot.storage.work import Storage

# What another process changed is seen after this; what this one changed, at once.
REMEMBERED = timedelta(seconds=60)
MAX_REMEMBERED = 10_000

Chosen = tuple[str | None, str | None]
Asker = tuple[GuildId | None, MemberId | None]


class StoredLanguages:
    """Remembers each choice for a minute: every interaction begins with this question."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        """Read from ``storage``."""
        self._storage = storage
        self._clock = clock
        self._remembered: OrderedDict[Asker, tuple[datetime, Chosen]] = OrderedDict()

    async def chosen(self, guild: GuildId | None, member: MemberId | None) -> Chosen:
        """Return (the member's own choice, the server's language), each None if unset."""
        asker, now = (guild, member), self._clock.now()
        known = self._remembered.get(asker)
        if known is not None and now - known[0] < REMEMBERED:
            return known[1]
        async with self._storage.reading() as work:
            chosen = await service.chosen_languages(work, guild, member)
        self._remembered[asker] = (now, chosen)
        self._remembered.move_to_end(asker)
        if len(self._remembered) > MAX_REMEMBERED:
            self._remembered.popitem(last=False)
        return chosen

    def forget(self) -> None:
        """Ask anew from now on: somebody has just chosen."""
        self._remembered.clear()
