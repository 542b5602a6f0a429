"""A source of posts: a part of the bot that decides what is posted, when, and how it looks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.posts.model import Claim, Post
from bot.posts.outcomes import Refused
from bot.storage.work import Work


class Source(Protocol):
    """Announcements, and whatever else posts by a schedule or when something happens."""

    @property
    def kind(self) -> str:
        """The kind of its posts."""
        ...

    async def earliest(self, work: Work) -> datetime | None:
        """Return when something of it is due next; None: nothing is planned."""
        ...

    async def due(self, work: Work, now: datetime, limit: int) -> Sequence[Claim]:
        """Return claims for what is due, of ``limit`` owners at most, and plan their next time.

        The number of queries must not grow with the number of owners.
        """
        ...

    async def refused(self, work: Work, post: Post, refused: Refused, now: datetime) -> None:
        """Pause the owner of ``post``, which Discord will not take, and tell whom it concerns."""
        ...

    async def missed(self, work: Work, posts: Sequence[Post], now: datetime) -> None:
        """Tell of ``posts`` that it became too late to send."""
        ...

    def render(self, post: Post, say: Say) -> Screen:
        """Show ``post`` from its snapshot; any custom ids in it carry the post's id."""
        ...

    async def redraw(self, work: Work, post: Post, say: Say) -> Screen | None:
        """Show ``post`` as it is now; None: nothing of it changes any more."""
        ...


class Sources:
    """Every source, by kind."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        """Begin with ``sources``."""
        self._by_kind: dict[str, Source] = {}
        for source in sources:
            self.add(source)

    def add(self, source: Source) -> None:
        """Learn of ``source``.

        Raises:
            ValueError: its kind is claimed already.
        """
        if source.kind in self._by_kind:
            raise ValueError(f"two sources of {source.kind}")
        self._by_kind[source.kind] = source

    def __iter__(self) -> Iterator[Source]:
        """Iterate over the sources."""
        return iter(self._by_kind.values())

    def of(self, post: Post) -> Source | None:
        """Return whose ``post`` it is; None: of a version that this one does not know."""
        return self.named(post.claim.kind)

    def named(self, kind: str) -> Source | None:
        """Return the source of ``kind``; None: of a version that this one does not know."""
        return self._by_kind.get(kind)
