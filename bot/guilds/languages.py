"""Tells every face which language was chosen, without asking the database each time."""

from collections import OrderedDict
from collections.abc import Collection
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.guilds import service
from bot.ids import GuildId, MemberId
from bot.storage.together import Together
from bot.storage.work import Storage, Work

# What another process changed is seen after this; what this one changed, at once.
REMEMBERED = timedelta(seconds=60)
MAX_REMEMBERED = 10_000

Chosen = tuple[str | None, str | None]
Asker = tuple[GuildId | None, MemberId | None]


class StoredLanguages:
    """Remembers each choice for a minute: every interaction begins with this question.

    Those who ask at the same time are looked up together, since a thousand members may press a
    button at once, each for the first time.
    """

    def __init__(self, storage: Storage, clock: Clock) -> None:
        """Read from ``storage``."""
        self._clock = clock
        self._remembered: OrderedDict[Asker, tuple[datetime, Chosen]] = OrderedDict()
        self._stored: Together[Asker, Chosen] = Together(storage, _read, name="languages")

    async def chosen(self, guild: GuildId | None, member: MemberId | None) -> Chosen:
        """Return (the member's own choice, the server's language), each None if unset."""
        asker, now = (guild, member), self._clock.now()
        known = self._remembered.get(asker)
        if known is not None and now - known[0] < REMEMBERED:
            return known[1]
        # A choice that is made while this reads is forgotten with this very memory.
        memory = self._remembered
        chosen = await self._stored.of(asker)
        memory[asker] = (now, chosen)
        memory.move_to_end(asker)
        if len(memory) > MAX_REMEMBERED:
            memory.popitem(last=False)
        return chosen

    def forget(self) -> None:
        """Ask anew from now on: somebody has just chosen."""
        self._remembered = OrderedDict()


async def _read(work: Work, askers: Collection[Asker]) -> dict[Asker, Chosen]:
    members = {member for _, member in askers if member is not None}
    own = await service.languages_of(work, members) if members else {}
    servers = {
        guild: (await service.settings(work, guild)).language
        for guild in {guild for guild, _ in askers}
        if guild is not None
    }
    return {
        (guild, member): (
            None if member is None else own.get(member),
            None if guild is None else servers[guild],
        )
        for guild, member in askers
    }
