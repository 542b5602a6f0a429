"""Each server's edition: the shared one, or one with the server's own notes, built when asked."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from bot.answers.notes import Edition, Notes
from bot.content.library import Library
from bot.ids import GuildId
from bot.notes import service as own_notes
from bot.notes.assembling import together
from bot.notes.model import Shelf
from bot.storage.together import Together
from bot.storage.work import Storage

# Concepts in all indexes that are held together, the shared ones in each counted again: what
# bounds the memory (`python -m bench server_notes` tells what one takes).
MAX_CONCEPTS_HELD = 300


@dataclass(frozen=True, slots=True)
class _Held:
    """An edition with what it was built of."""

    revision: int
    shared: Edition
    edition: Edition

    @property
    def weight(self) -> int:
        return 0 if self.edition is self.shared else len(self.edition.library.concepts)


class Editions:
    """Builds a server's edition when it first asks, and holds those that were asked last.

    A server without notes of its own shares the one edition. Nothing is read at start-up, however
    many servers there are. Right also where another process publishes: a number in the database
    tells whether what is held is still what the server has.
    """

    def __init__(
        self,
        storage: Storage,
        notes: Notes,
        build: Callable[[Library], Edition] = Edition.of,
        *,
        room: int = MAX_CONCEPTS_HELD,
    ) -> None:
        """Hold editions of up to ``room`` concepts together; ``build`` indexes a library."""
        self._storage = storage
        self._revisions = Together(storage, own_notes.revisions, name="revisions")
        self._notes = notes
        self._build = build
        self._room = room
        self._held: OrderedDict[GuildId, _Held] = OrderedDict()
        self._building: dict[GuildId, asyncio.Lock] = {}

    @property
    def shared(self) -> Edition:
        """The edition of the shared notes alone."""
        return self._notes.edition

    async def of(self, guild: GuildId | None) -> Edition:
        """Return what questions in ``guild`` are answered from (None: in direct messages)."""
        shared = self._notes.edition
        if guild is None:
            return shared
        revision = await self._revisions.of(guild)
        if not revision:
            return shared
        if (found := self._known(guild, revision, shared)) is not None:
            return found
        # Several members may ask at once: the first builds, the others take what it built.
        lock = self._building.setdefault(guild, asyncio.Lock())
        try:
            async with lock:
                if (found := self._known(guild, revision, shared)) is not None:
                    return found
                return await self._built(guild, shared)
        finally:
            if not lock.locked():
                self._building.pop(guild, None)

    async def _built(self, guild: GuildId, shared: Edition) -> Edition:
        async with self._storage.reading() as work:
            shelf = await own_notes.shelf(work, guild)
        edition = shared
        if shelf.notes:
            edition = await asyncio.to_thread(self._indexed, shared.library, shelf)
        self._held[guild] = _Held(shelf.revision, shared, edition)
        self._held.move_to_end(guild)
        while len(self._held) > 1 and sum(each.weight for each in self._held.values()) > self._room:
            self._held.popitem(last=False)
        return edition

    def _indexed(self, shared: Library, shelf: Shelf) -> Edition:
        return self._build(together(shared, shelf))

    def _known(self, guild: GuildId, revision: int, shared: Edition) -> Edition | None:
        held = self._held.get(guild)
        if held is None or held.revision != revision or held.shared is not shared:
            return None
        self._held.move_to_end(guild)
        return held.edition
