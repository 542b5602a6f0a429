"""Whoever wants errands done: a source of posts that is told how each of them ended."""

from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.posts.errands.model import Errand
from bot.posts.outcomes import Refused
from bot.storage.work import Work


@runtime_checkable
class Owner(Protocol):
    """A source (see ``bot.posts.sources``) whose kind stands as ``owner`` in its wishes."""

    async def errand_done(self, work: Work, errand: Errand, now: datetime) -> None:
        """Go on from there; ``errand.result`` is what came of it. In the same transaction."""
        ...

    async def errand_refused(
        self, work: Work, errand: Errand, refused: Refused, now: datetime
    ) -> None:
        """Do without it, and tell whom it concerns what to mend. In the same transaction."""
        ...
