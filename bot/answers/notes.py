"""The notes that are answered from at this moment: a library and the index built of it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import structlog

from bot.answers.embedder import ModelUnavailable
from bot.answers.index import Index
from bot.answers.model import Finding, Question
from bot.content.library import Library
from bot.content.reader import read

if TYPE_CHECKING:
    from bot.answers.embedder import Vectors
    from bot.answers.embedder_model import Model

log = structlog.get_logger("doran.answers")

# A follow-up may need the meaning of what it goes on from, and then of both together.
MAX_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Edition:
    """A library with its index: always of one reading; with a model, also by meaning."""

    library: Library
    index: Index
    model: "Model | None" = None

    @classmethod
    def of(cls, library: Library, model: "Model | None" = None) -> Self:
        """Index ``library``. With a model its new texts take some 20 ms each."""
        embed = None if model is None else model.of_notes
        return cls(library, Index.build(library, embed=embed), model)

    def find(self, question: Question) -> Finding:
        """Find what the notes have. Takes tens of milliseconds with a model: see `found`."""
        if self.model is None:
            return self.index.find(question)
        vectors: dict[str, Vectors] = {}
        for _ in range(MAX_ROUNDS):
            index = self.index.hearing(vectors)
            finding = index.find(question)
            if not index.unheard:
                return finding
            vectors |= self.model.vectors(index.unheard)
        return self.index.hearing(vectors).find(question)

    async def found(self, question: Question) -> Finding:
        """Find what the notes have, off the event loop."""
        if self.model is None:
            return await asyncio.to_thread(self.index.find, question)
        return await self.model.in_line(lambda: self.find(question))


class Notes:
    """Holds the present edition, and replaces it whole or not at all."""

    def __init__(self, folder: Path, edition: Edition | None = None) -> None:
        """Read ``folder``, unless what it holds was read already (``edition``).

        Raises:
            BrokenContent: with every fault that the folder has.
        """
        self.folder = folder
        self.edition = edition or Edition.of(read(folder))
        self._model: Model | None = None
        self._when_learnt: list[Callable[[], Awaitable[object]]] = []

    def when_learnt(self, look: Callable[[], Awaitable[object]]) -> None:
        """Have ``look`` called once the notes are answered by meaning, too."""
        self._when_learnt.append(look)

    def edition_of(self, library: Library) -> Edition:
        """Index ``library`` as the notes themselves are: by meaning where there is a model."""
        return Edition.of(library, self._model)

    async def learn_meaning(self, load: "Callable[[], Model]") -> None:
        """Load a model and index by meaning, off the event loop; until then words must do.

        Where it cannot be loaded, words go on to do, and the log says why.
        """
        try:
            self._model = await asyncio.to_thread(load)
        except ModelUnavailable as unavailable:
            log.warning("answers without meaning", reason=str(unavailable))
            return
        while self.edition.model is None:
            library = self.edition.library
            edition = await asyncio.to_thread(self.edition_of, library)
            # Read again meanwhile: what was read counts.
            if self.edition.library is library:
                self.edition = edition
        log.info("answers by meaning", concepts=len(self.edition.library.concepts))
        for look in self._when_learnt:
            await look()

    def close(self) -> None:
        """Let the model's threads end soon."""
        if self._model is not None:
            self._model.close()

    async def reload(self) -> Edition:
        """Read the folder again, off the event loop; on a fault the present edition stays.

        Raises:
            BrokenContent: with every fault; nothing was replaced.
        """
        self.edition = await asyncio.to_thread(lambda: self.edition_of(read(self.folder)))
        return self.edition
