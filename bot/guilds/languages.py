"""Tells every face which language was chosen, without asking the database each time."""

import asyncio
from collections import OrderedDict
from collections.abc import Collection
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
    """Remembers each choice for a minute: every interaction begins with this question.

    Those who ask at the same time are looked up together, since a thousand members may press a
    button at once, each for the first time.
    """

    def __init__(self, storage: Storage, clock: Clock) -> None:
        """Read from ``storage``."""
        self._storage = storage
        self._clock = clock
        self._remembered: OrderedDict[Asker, tuple[datetime, Chosen]] = OrderedDict()
        self._asking: dict[Asker, asyncio.Future[Chosen]] = {}
        self._reader: asyncio.Task[None] | None = None

    async def chosen(self, guild: GuildId | None, member: MemberId | None) -> Chosen:
        """Return (the member's own choice, the server's language), each None if unset."""
        asker, now = (guild, member), self._clock.now()
        known = self._remembered.get(asker)
        if known is not None and now - known[0] < REMEMBERED:
            return known[1]
        if asker not in self._asking:
            self._asking[asker] = asyncio.get_running_loop().create_future()
        answer = self._asking[asker]
        if self._reader is None or self._reader.done():
            self._reader = asyncio.create_task(self._read_all(), name="languages")
        # Whoever gives up waiting must not take the answer from the others.
        return await asyncio.shield(answer)

    def forget(self) -> None:
        """Ask anew from now on: somebody has just chosen."""
        self._remembered = OrderedDict()

    async def _read_all(self) -> None:
        while self._asking:
            asking, self._asking = self._asking, {}
            # A choice that is made while this reads is forgotten with this very memory.
            memory = self._remembered
            try:
                found = await self._read(asking)
            except Exception as fault:  # handed to everybody who waits for it
                for answer in asking.values():
                    answer.set_exception(fault)
                    answer.exception()  # one who gave up waiting leaves it unread
                continue
            now = self._clock.now()
            for asker, answer in asking.items():
                self._remember(memory, asker, now, found[asker])
                answer.set_result(found[asker])

    async def _read(self, askers: Collection[Asker]) -> dict[Asker, Chosen]:
        async with self._storage.reading() as work:
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

    @staticmethod
    def _remember(
        memory: "OrderedDict[Asker, tuple[datetime, Chosen]]",
        asker: Asker,
        now: datetime,
        chosen: Chosen,
    ) -> None:
        memory[asker] = (now, chosen)
        memory.move_to_end(asker)
        if len(memory) > MAX_REMEMBERED:
            memory.popitem(last=False)
