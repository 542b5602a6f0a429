"""The overlays of the servers that ask, kept in memory for as long as nothing is taught there."""

from collections import OrderedDict

from bot.answers.notes import Edition
from bot.answers.teaching.overlay import Overlay
from bot.answers.teaching.store import lessons
from bot.ids import GuildId
from bot.storage.work import Work

MAX_KEPT = 200  # servers; of the others the overlay is laid anew when they ask


class Overlays:
    """Remembers overlays by server; right also where another process teaches."""

    def __init__(self) -> None:
        """Begin with none: they are laid when a server first asks."""
        self._kept: OrderedDict[GuildId, tuple[lessons.Stamp, Edition, Overlay]] = OrderedDict()

    def kept(self, guild: GuildId | None, edition: Edition, stamp: lessons.Stamp) -> Overlay | None:
        """Return the overlay of ``guild`` where ``stamp`` is that of its lessons now.

        Raises:
            LookupError: it has to be laid anew, by ``of``.
        """
        count, undone, _ = stamp
        if guild is None:
            return None
        if count == undone:
            self._kept.pop(guild, None)
            return None
        kept = self._kept[guild]
        if kept[0] != stamp or kept[1] is not edition:
            raise LookupError
        self._kept.move_to_end(guild)
        return kept[2]

    async def of(self, work: Work, guild: GuildId | None, edition: Edition) -> Overlay | None:
        """Return the overlay of ``guild``; None: nothing was taught there, or it is no server."""
        if guild is None:
            return None
        stamp = await lessons.stamp(work, guild)
        try:
            return self.kept(guild, edition, stamp)
        except LookupError:
            active = await lessons.active(work, guild)
        overlay = Overlay(edition.index, edition.library, active)
        self._kept[guild] = stamp, edition, overlay
        self._kept.move_to_end(guild)
        if len(self._kept) > MAX_KEPT:
            self._kept.popitem(last=False)
        return overlay
