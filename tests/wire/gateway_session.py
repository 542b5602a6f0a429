"""A gateway session: what it asked to hear, and what it was sent, to be sent again on RESUME."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections import deque
from dataclasses import dataclass, field
from enum import IntFlag

from aiohttp import web

from tests.wire.objects import Json

# How many events a session can miss before it can no longer be resumed.
REMEMBERED_EVENTS = 5000


encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Intent(IntFlag):
    """Discord's gateway intents that the loopback knows."""

    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    DIRECT_MESSAGES = 1 << 12
    MESSAGE_CONTENT = 1 << 15
    GUILD_SCHEDULED_EVENTS = 1 << 16


PRIVILEGED = Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT
_NEEDS = {
    "GUILD_CREATE": Intent.GUILDS,
    "GUILD_SCHEDULED_EVENT": Intent.GUILD_SCHEDULED_EVENTS,
    "GUILD_MEMBER_": Intent.GUILD_MEMBERS,
    "GUILD_ROLE": Intent.GUILDS,
    "CHANNEL_": Intent.GUILDS,
    "THREAD_": Intent.GUILDS,
}
HIDDEN_WITHOUT_CONTENT: Json = {"content": "", "embeds": [], "attachments": [], "components": []}


class Connection:
    """One socket, and the frames that wait to be written to it."""

    def __init__(self, socket: web.WebSocketResponse, *, compressed: bool) -> None:
        self.socket = socket
        # Frames as (sequence, event or "", text); one writer empties it, in order.
        self.queue: asyncio.Queue[tuple[int, str, str]] = asyncio.Queue()
        # One continuous zlib context a socket, flushed after each payload.
        self._deflate = zlib.compressobj() if compressed else None

    async def write(self, frame: str) -> None:
        if self._deflate is None:
            await self.socket.send_str(frame)
            return
        packed = self._deflate.compress(frame.encode())
        await self.socket.send_bytes(packed + self._deflate.flush(zlib.Z_SYNC_FLUSH))


@dataclass(eq=False)
class Session:
    """What one IDENTIFY began. `shard` is (number, count)."""

    id: str
    intents: int
    shard: tuple[int, int]
    sequence: int = 0
    sent: deque[tuple[int, str, str]] = field(
        default_factory=lambda: deque(maxlen=REMEMBERED_EVENTS)
    )
    connection: Connection | None = None
    resumable: bool = True

    def hears(self, event: str, payload: Json, guild_id: int | None) -> bool:
        """Whether this session's shard and intents cover an event."""
        number, count = self.shard
        if number != ((guild_id >> 22) % count if guild_id is not None else 0):
            return False
        if event.startswith(("MESSAGE_", "CHANNEL_PINS")):
            wanted = Intent.GUILD_MESSAGES if guild_id is not None else Intent.DIRECT_MESSAGES
            return bool(self.intents & wanted) or event.startswith("CHANNEL_PINS")
        needed = [intent for prefix, intent in _NEEDS.items() if event.startswith(prefix)]
        if event == "GUILD_MEMBERS_CHUNK":
            return True
        return all(self.intents & intent for intent in needed)

    def seen_by(self, event: str, payload: Json, bot_id: int) -> Json:
        """The payload as this session may read it: without content where it may not."""
        if event not in ("MESSAGE_CREATE", "MESSAGE_UPDATE") or "guild_id" not in payload:
            return payload
        about_bot = payload["author"]["id"] == str(bot_id) or any(
            mention["id"] == str(bot_id) for mention in payload["mentions"]
        )
        if about_bot or self.intents & Intent.MESSAGE_CONTENT:
            return payload
        return payload | HIDDEN_WITHOUT_CONTENT

    def number(self, event: str, payload: Json | None) -> tuple[int, str, str]:
        """The next frame of this session, remembered until it is too old to be resumed."""
        self.sequence += 1
        frame = {"op": 0, "s": self.sequence, "t": event, "d": payload}
        numbered = (self.sequence, event, encoded(frame))
        self.sent.append(numbered)
        return numbered
