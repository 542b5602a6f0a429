"""The record of a world: every request, every violation, and what each member was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tests.wire.messages import Message
from tests.wire.objects import Json


@dataclass(eq=False)
class Request:
    """A request as the loopback got it. `status` is None while or because it was not answered."""

    at: datetime
    method: str
    path: str
    template: str
    body: Json | list[Json] | None = None
    status: int | None = None
    acted: bool = False
    fault: str | None = None


class How(StrEnum):
    """Who could see what was told: everyone in the channel, one member, or one in private."""

    PUBLIC = "public"
    EPHEMERAL = "ephemeral"
    DIRECT = "direct"


class Deed(StrEnum):
    """What happened to the message."""

    SENT = "sent"
    EDITED = "edited"
    DELETED = "deleted"


@dataclass(frozen=True)
class Told:
    """One thing the program said or changed. `text` is what could be read at that moment."""

    at: datetime
    how: How
    deed: Deed
    message: Message
    text: str
    request: Request | None


@dataclass
class Transcript:
    """What happened, oldest first."""

    requests: list[Request] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def requests_to(self, method: str, template: str) -> list[Request]:
        """Requests of this method and route template, answered or not."""
        return [
            each for each in self.requests if (each.method, each.template) == (method, template)
        ]

    def told_to(self, user_id: int) -> list[Told]:
        """What this member alone was told: ephemeral answers and direct messages."""
        return [each for each in self.told if self._alone(each) == user_id]

    def said_in(self, channel_id: int) -> list[Told]:
        """What the program told everyone in a channel or thread, edits and deletions included."""
        return [
            each
            for each in self.told
            if each.how is How.PUBLIC and each.message.channel.id == channel_id
        ]

    def posts_in(self, channel_id: int) -> list[Message]:
        """Messages that the program ever posted there for all to see, those deleted included."""
        return [each.message for each in self.said_in(channel_id) if each.deed is Deed.SENT]

    def unprompted_in(self, channel_id: int) -> list[Message]:
        """Those of them that answer no interaction: what the program posted of its own accord."""
        return [each for each in self.posts_in(channel_id) if not each.from_interaction]

    def posts_by_channel(self) -> dict[int, int]:
        """How many messages the program ever posted for all to see, a channel each."""
        counts: dict[int, int] = {}
        for each in self._public_posts():
            counts[each.message.channel.id] = counts.get(each.message.channel.id, 0) + 1
        return counts

    def violate(self, what: str) -> None:
        """Notes a violation; the fixture of the world fails the test for it."""
        self.violations.append(what)

    def take_violations(self) -> list[str]:
        """The violations so far, which no longer fail the test: for a test that expects them."""
        taken, self.violations = self.violations, []
        return taken

    def _public_posts(self) -> Iterator[Told]:
        return (each for each in self.told if each.how is How.PUBLIC and each.deed is Deed.SENT)

    @staticmethod
    def _alone(told: Told) -> int | None:
        message = told.message
        if message.audience is not None:
            return message.audience.id
        return message.channel.recipient.id if message.channel.recipient else None
