"""A bare client of the loopback's REST, for tests of the loopback itself."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp

from tests.wire.server import Loopback
from tests.wire.world import TOKEN


@dataclass(frozen=True)
class Answer:
    """A status and the JSON that came with it."""

    status: int
    body: Any

    @property
    def code(self) -> int | None:
        """Discord's error code, where there is one."""
        return self.body.get("code") if isinstance(self.body, dict) else None


class Client:
    """Sends what a test says, as the bot."""

    def __init__(self, loopback: Loopback, *, token: str = TOKEN) -> None:
        self._base = loopback.api_url
        self._session = aiohttp.ClientSession(headers={"Authorization": f"Bot {token}"})

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def ask(self, method: str, path: str, body: Any = None) -> Answer:
        """One request, with a JSON body where one is given."""
        url = self._base + path
        async with self._session.request(method, url, json=body) as response:
            return Answer(
                response.status, await response.json() if response.status != 204 else None
            )
