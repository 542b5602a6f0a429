"""The one place that a visitor looks at: SimCord's preview, opened, kept fresh and replaced."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import simcord

from bot.sandbox.faces import faces
from bot.sandbox.mentions import with_mentions
from bot.sandbox.places import Place
from bot.sandbox.world import ZONE_NAME


class Screen:
    """At most one open preview, which SimCord allows."""

    def __init__(self, env: simcord.Env, turn: asyncio.Lock) -> None:
        self._env = env
        self._turn = turn
        self._open: simcord.Preview | None = None
        self._seen_events = 0
        self._assets = faces(env)

    async def show(self, place: Place, viewers: Sequence[simcord.MemberActor], locale: str) -> str:
        """Open ``place`` as the first of ``viewers`` sees it, closing what was open.

        The caller has the turn.

        Returns:
            The preview's address, which lets whoever has it act as any of ``viewers``: it is meant
            for this machine's browser alone.
        """
        await self.close()
        preview = self._env.preview(
            place.handle,
            viewers=[viewers[0].user] if place.kind == "dm" else viewers,
            layout="channel",
            locale=locale,
            timezone=ZONE_NAME,
            assets=self._assets,
        )
        act_now = preview._action

        async def act_in_turn(context_id: str | None, body: Mapping[str, Any]) -> dict[str, Any]:
            if isinstance(typed := body.get("content"), str):
                body = {**body, "content": with_mentions(self._env, place.handle, typed)}
            # SimCord would refuse a press while the control page acts; here it waits.
            async with self._turn:
                return await act_now(context_id, body)

        preview._action = act_in_turn  # type: ignore[method-assign]
        await preview.__aenter__()
        self._open = preview
        return preview.url

    async def refresh(self) -> None:
        """Show what happened since the last look. The caller has the turn."""
        events = len(self._env.backend.transcript)
        if self._open is None or events == self._seen_events:
            return
        self._seen_events = events
        try:
            await self._open.refresh()
        except simcord.SetupError:
            # Closed from inside, with its own "End preview session".
            self._open = None

    async def close(self) -> None:
        """Close what is open, if anything is. The caller has the turn."""
        if self._open is not None:
            await self._open.close()
            self._open = None
