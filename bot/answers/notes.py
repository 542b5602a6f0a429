"""The notes that are answered from at this moment: a library and the index built of it."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from bot.answers.index import Index
from bot.content.library import Library
from bot.content.reader import read


@dataclass(frozen=True, slots=True)
class Edition:
    """A library with its index: always of one reading."""

    library: Library
    index: Index

    @classmethod
    def of(cls, library: Library) -> Self:
        """Index ``library``."""
        return cls(library, Index.build(library))


class Notes:
    """Holds the present edition, and replaces it whole or not at all."""

    def __init__(self, folder: Path, edition: Edition | None = None) -> None:
        """Read ``folder``, unless what it holds was read already (``edition``).

        Raises:
            BrokenContent: with every fault that the folder has.
        """
        self.folder = folder
        self.edition = edition or Edition.of(read(folder))

    async def reload(self) -> Edition:
        """Read the folder again, off the event loop; on a fault the present edition stays.

        Raises:
            BrokenContent: with every fault; nothing was replaced.
        """
        self.edition = await asyncio.to_thread(lambda: Edition.of(read(self.folder)))
        return self.edition
