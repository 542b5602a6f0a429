"""A message of the loopback world, and what a test may ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntFlag

from tests.wire.objects import Channel, Json, Thread, User


class MessageFlag(IntFlag):
    """Discord's message flags that the loopback knows."""

    SUPPRESS_EMBEDS = 1 << 2
    HAS_THREAD = 1 << 5
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    SUPPRESS_NOTIFICATIONS = 1 << 12
    COMPONENTS_V2 = 1 << 15


DEFAULT, REPLY, CHAT_INPUT, CONTEXT_MENU = 0, 19, 20, 23

BUTTON = 2
# Components that a member can press or fill in.
INTERACTIVE = frozenset({2, 3, 4, 5, 6, 7, 8, 19, 21, 22, 23})


@dataclass(frozen=True)
class Pings:
    """Whom a message really notified, after `allowed_mentions`."""

    users: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()
    everyone: bool = False

    def __bool__(self) -> bool:
        return bool(self.users or self.roles or self.everyone)


@dataclass(eq=False)
class Message:
    """One message. `audience` is the only member who sees it when it is ephemeral."""

    id: int
    channel: Channel
    author: User
    created_at: datetime
    kind: int = DEFAULT
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    flags: int = 0
    nonce: str | int | None = None
    reference: Message | None = None
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    pings: Pings = field(default_factory=Pings)
    interaction_metadata: Json | None = None
    from_interaction: bool = False
    audience: User | None = None
    thread: Thread | None = None
    edited_at: datetime | None = None
    edits: int = 0
    deleted: bool = False
    # Reads of the channel's history that still miss this message (a lagging read replica).
    unseen_reads: int = 0
    unseen_until: datetime | None = None

    @property
    def ephemeral(self) -> bool:
        return self.audience is not None

    @property
    def pinned(self) -> bool:
        return self.id in self.channel.pins

    @property
    def text(self) -> str:
        """Everything in it that a member can read, a line each."""
        return "\n".join([*self._lines()])

    @property
    def controls(self) -> list[Json]:
        """Its buttons and selects, in reading order."""
        return [part for part in walk(self.components) if part["type"] in INTERACTIVE]

    def control(self, name: str) -> Json | None:
        """The control with this custom id, or else with this label; None where there is none."""
        by_id = [part for part in self.controls if part.get("custom_id") == name]
        by_label = [part for part in self.controls if part.get("label") == name]
        return next(iter(by_id + by_label), None)

    def _lines(self) -> Iterator[str]:
        if self.content:
            yield self.content
        for embed in self.embeds:
            author, footer = embed.get("author", {}), embed.get("footer", {})
            lines = [author.get("name"), embed.get("title"), embed.get("description")]
            for entry in embed.get("fields", []):
                lines += [entry["name"], entry["value"]]
            yield from (line for line in [*lines, footer.get("text")] if line)
        for part in walk(self.components):
            yield from (part[key] for key in ("content", "label", "placeholder") if part.get(key))


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component, depth first, a parent before its children."""
    for component in components:
        yield component
        for key in ("accessory", "component"):
            if key in component:
                yield from walk([component[key]])
        yield from walk(component.get("components", []))
