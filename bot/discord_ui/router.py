"""The one way in for presses: every button, select and modal goes to the handler of its kind."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

import discord

from bot.discord_ui.custom_ids import read_custom_id
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.words import Say

PRESSES = frozenset({discord.InteractionType.component, discord.InteractionType.modal_submit})


@dataclass(frozen=True, slots=True)
class Press:
    """A press: who and where (``interaction``), on which things (``ids``), with which input."""

    interaction: discord.Interaction
    ids: tuple[int, ...]
    say: Say
    # A select's chosen values, or a modal's fields by name.
    values: tuple[str, ...] = ()
    fields: Mapping[str, str] | None = None

    def field(self, name: str) -> str:
        """Return what was typed into the modal's field ``name`` (empty if nothing was)."""
        return (self.fields or {}).get(name, "")


Handler = Callable[[Press], Awaitable[None]]


class Power(StrEnum):
    """Who may press."""

    MEMBER = "member"
    # Whoever began the thing, or a moderator: the press itself knows.
    OWNER = "owner"
    MODERATOR = "moderator"


MODERATOR = Power.MODERATOR


class Gate(Protocol):
    """Lets an interaction pass, or raises the refusal."""

    async def __call__(self, interaction: discord.Interaction, power: Power, /) -> None:
        """Let pass whoever has ``power`` in the server where they are."""
        ...


async def open_gate(_interaction: discord.Interaction, _power: Power) -> None:
    """Let everybody pass."""


@dataclass(frozen=True, slots=True)
class Route:
    """A kind of press: how many ids its custom id carries, what it does, and for whom.

    The router lets only those with ``power`` come to ``do``, which checks again where it writes.
    """

    kind: str
    ids: int
    do: Handler
    power: Power = Power.MEMBER


class Router:
    """Knows every kind of press. Its cost does not grow with the messages that carry them."""

    def __init__(self, routes: tuple[Route, ...] = ()) -> None:
        """Begin with ``routes``."""
        self._routes: dict[str, Route] = {}
        self.gate: Gate = open_gate
        self.add(*routes)

    def add(self, *routes: Route) -> None:
        """Learn ``routes``.

        Raises:
            ValueError: a kind is claimed twice.
        """
        for route in routes:
            if route.kind in self._routes:
                raise ValueError(f"two routes for {route.kind}")
            self._routes[route.kind] = route

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind that some part of the bot answers."""
        return frozenset(self._routes)

    @property
    def routes(self) -> tuple[Route, ...]:
        """Every route, by kind."""
        return tuple(self._routes[kind] for kind in sorted(self._routes))

    async def route(self, interaction: discord.Interaction, say: Say) -> None:
        """Do what the pressed component says.

        Raises:
            OldButton: nothing of this version answers it.
            NotModerator, OnlyInServer, TooFast: the gate is closed to whoever presses.
        """
        read = read_custom_id(str(_payload(interaction).get("custom_id", "")))
        found = self._routes.get(read.kind) if read else None
        if read is None or found is None or len(read.ids) != found.ids:
            raise OldButton
        await self.gate(interaction, found.power)
        payload = _payload(interaction)
        values = tuple(str(value) for value in payload.get("values", ()))
        await found.do(Press(interaction, read.ids, say, values, _fields(payload)))


def kind_of(interaction: discord.Interaction) -> str:
    """Return the kind of a press for the log; ``unknown`` where it cannot be read."""
    read = read_custom_id(str(_payload(interaction).get("custom_id", "")))
    return read.kind if read else "unknown"


def _payload(interaction: discord.Interaction) -> Mapping[str, Any]:
    return interaction.data or {}


def _fields(payload: Mapping[str, Any]) -> dict[str, str]:
    """Collect a modal's inputs, which lie in rows or (newer) in labels."""
    found: dict[str, str] = {}
    waiting = list(payload.get("components", ()))
    while waiting:
        part = waiting.pop()
        waiting.extend(part.get("components", ()))
        if "component" in part:
            waiting.append(part["component"])
        if "value" in part and "custom_id" in part:
            found[str(part["custom_id"])] = str(part["value"] or "")
    return found
