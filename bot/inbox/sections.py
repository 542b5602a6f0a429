"""The sections of the inbox: each capability that moderators decide something for has one."""

from collections.abc import Iterable
from typing import Protocol

from bot.ids import GuildId
from bot.inbox.model import Line, Waiting
from bot.storage.work import Work


class Section(Protocol):
    """One kind of case. Its screens and presses are its capability's own."""

    @property
    def name(self) -> str:
        """Its name in words: ``inbox-section-<name>`` is what moderators read."""
        ...

    async def waiting(self, work: Work, guild: GuildId) -> Waiting:
        """Return how much waits in ``guild``; the number of queries is fixed."""
        ...

    def opens(self) -> str:
        """Return the custom id of the press that shows its first case, privately."""
        ...


class Sections:
    """Every section, in the order in which moderators see them."""

    def __init__(self, sections: Iterable[Section] = ()) -> None:
        """Begin with ``sections``."""
        self._sections: list[Section] = []
        self.add(*sections)

    def add(self, *sections: Section) -> None:
        """Learn of ``sections``.

        Raises:
            ValueError: a name is there already.
        """
        for section in sections:
            if any(section.name == known.name for known in self._sections):
                raise ValueError(f"two sections called {section.name}")
            self._sections.append(section)

    async def lines(self, work: Work, guild: GuildId) -> list[Line]:
        """Return the sections in which something waits."""
        found = [
            Line(section.name, await section.waiting(work, guild), section.opens())
            for section in self._sections
        ]
        return [line for line in found if line.waiting.count]
