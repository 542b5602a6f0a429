"""Requests on their way to the route that answers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.wire.objects import Json
from tests.wire.refusals import INVALID_FORM_BODY, Refusal
from tests.wire.rendering import Upload
from tests.wire.transcript import Request

if TYPE_CHECKING:
    from tests.wire.world import World


@dataclass(frozen=True)
class Reply:
    """An answer: a status and a JSON body, or none with 204."""

    body: Any = None
    status: int = 200


NOTHING = Reply(status=204)


@dataclass(frozen=True)
class Call:
    """One request, read and held against Discord's schemas."""

    world: World
    request: Request
    params: Mapping[str, str]
    query: Mapping[str, str]
    body: Json = field(default_factory=dict)
    items: list[Json] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)

    def id(self, name: str) -> int:
        """A snowflake of the path; a refusal where it is not one."""
        return snowflake(self.params[name])

    def asked_id(self, name: str) -> int | None:
        """A snowflake of the query, or None where it is not asked for."""
        return snowflake(self.query[name]) if name in self.query else None

    def asked_number(self, name: str, default: int, *, most: int) -> int:
        """A number of the query between 1 and `most`; a refusal where it is not one."""
        text = self.query.get(name, str(default))
        if not text.isdecimal() or not 1 <= int(text) <= most:
            raise Refusal(INVALID_FORM_BODY, f"{name} must be between 1 and {most}")
        return int(text)

    def asked_flag(self, name: str) -> bool:
        """A yes or no of the query."""
        return self.query.get(name, "").lower() in ("1", "true")


def snowflake(text: str) -> int:
    """The id in a text; a refusal where it is not one."""
    if not text.isdecimal():
        raise Refusal(INVALID_FORM_BODY, f'Value "{text}" is not snowflake.')
    return int(text)


Answer = Callable[[Call], Reply]


@dataclass(frozen=True)
class Route:
    """A method and a path template (Discord's own names for its parts) and what answers them."""

    method: str
    template: str
    answer: Answer
    needs_token: bool = True

    @property
    def segments(self) -> tuple[str, ...]:
        return tuple(self.template.strip("/").split("/"))


class Routes:
    """A table of routes, filled with a decorator."""

    def __init__(self) -> None:
        self.routes: list[Route] = []

    def add(
        self, method: str, template: str, *, needs_token: bool = True
    ) -> Callable[[Answer], Answer]:
        """Registers the function beneath as the answer to this method and template."""

        def register(answer: Answer) -> Answer:
            self.routes.append(Route(method, template, answer, needs_token))
            return answer

        return register


class Router:
    """Finds the route of a path; a literal segment wins over a parameter."""

    def __init__(self, tables: Iterable[Routes]) -> None:
        self._by_shape: dict[tuple[str, int], list[Route]] = {}
        for table in tables:
            for route in table.routes:
                key = (route.method, len(route.segments))
                self._by_shape.setdefault(key, []).append(route)
        for routes in self._by_shape.values():
            routes.sort(key=lambda route: [part.startswith("{") for part in route.segments])

    def find(self, method: str, path: str) -> tuple[Route, dict[str, str]] | None:
        """The route with its parameters, or None where Discord is not known to have one."""
        segments = path.strip("/").split("/")
        for route in self._by_shape.get((method, len(segments)), []):
            params = _match(route.segments, segments)
            if params is not None:
                return route, params
        return None


def _match(template: tuple[str, ...], segments: list[str]) -> dict[str, str] | None:
    params: dict[str, str] = {}
    for part, segment in zip(template, segments, strict=True):
        if part.startswith("{"):
            params[part[1:-1]] = segment
        elif part != segment:
            return None
    return params
