"""One interaction: what a member did, and what the program answered to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from tests.wire.messages import Message, MessageFlag
from tests.wire.objects import Channel, Guild, Json, User

if TYPE_CHECKING:
    from tests.wire.world import World

# Discord's reference, "Responding to an Interaction".
SECONDS_TO_ACKNOWLEDGE = 3.0
SECONDS_OF_TOKEN = 15 * 60.0


class Kind(IntEnum):
    """Discord's interaction types."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Callback(IntEnum):
    """Discord's types of an interaction's first response."""

    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


class Unanswered(AssertionError):
    """The program did not answer: the member sees "The application did not respond"."""


@dataclass(eq=False)
class Interaction:
    """Awaiting it waits for the answer that the member sees, a deferred one filled in.

    `born` is a monotonic time in seconds; `source` the message whose component was used, or that
    a context menu was opened on.
    """

    world: World
    id: int
    token: str
    kind: Kind
    user: User
    channel: Channel
    data: Json
    born: float
    source: Message | None = None
    cause: Interaction | None = None
    acknowledged_as: Callback | None = None
    seconds_to_acknowledge: float | None = None
    original: Message | None = None
    modal: Json | None = None
    choices: list[Json] | None = None
    followups: list[Message] = field(default_factory=list)
    edits_of_original: int = 0
    # Of its own, so that hundreds of waiting members do not all look at each other's answers.
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def __await__(self) -> Generator[Any, None, Interaction]:
        return self.answered().__await__()

    @property
    def guild(self) -> Guild | None:
        return self.channel.guild

    @property
    def reply(self) -> Message:
        """The message that answered it; an AssertionError where there is none."""
        assert self.original is not None, f"{self.data} was answered without a message"
        return self.original

    @property
    def text(self) -> str:
        """What can be read in the answer."""
        return self.reply.text

    @property
    def ephemeral(self) -> bool:
        return self.reply.ephemeral

    @property
    def waiting(self) -> bool:
        """Whether the member still sees nothing, or "is thinking"."""
        if self.acknowledged_as is None:
            return True
        loading = self.original is not None and self.original.flags & MessageFlag.LOADING
        return self.acknowledged_as is Callback.DEFERRED_MESSAGE and bool(loading)

    def changed(self) -> None:
        """Something was answered: whoever waits for it looks again."""
        self._news.set()
        self.world.changed()

    async def acknowledged(self, *, within: float = 15.0) -> Interaction:
        """Waits for any first response."""
        return await self._until(lambda: self.acknowledged_as is not None, within)

    async def answered(self, *, within: float = 15.0) -> Interaction:
        """Waits for the answer itself."""
        return await self._until(lambda: not self.waiting, within)

    async def followed_up(self, count: int = 1, *, within: float = 15.0) -> list[Message]:
        """Waits for so many follow-ups, and returns them."""
        await self._until(lambda: len(self.followups) >= count, within)
        return self.followups

    async def _until(self, done: Callable[[], bool], within: float) -> Interaction:
        try:
            async with asyncio.timeout(within):
                while not done():
                    await self._news.wait()
                    self._news.clear()
        except TimeoutError:
            raise Unanswered(f"{self.kind.name} {self.data} by {self.user.name}") from None
        return self
