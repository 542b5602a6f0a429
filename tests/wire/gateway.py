"""The gateway: HELLO to RESUMED, every dispatch, and the ways in which it fails on request."""

from __future__ import annotations

import asyncio
import json
import secrets
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from tests.wire.faults import GatewayWhat
from tests.wire.gateway_session import PRIVILEGED, Connection, Intent, Session
from tests.wire.guild_payloads import guild_create_payload
from tests.wire.objects import Json
from tests.wire.payloads import member_payload, user_payload

if TYPE_CHECKING:
    from tests.wire.validation import Validation
    from tests.wire.world import World

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME, RECONNECT = 0, 1, 2, 3, 6, 7
REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 8, 9, 10, 11
HEARTBEAT_MILLISECONDS = 41250
UNKNOWN_OPCODE, AUTHENTICATION_FAILED, DISALLOWED_INTENTS, GOING_AWAY = 4001, 4004, 4014, 4000
MEMBERS_A_CHUNK, MOST_MEMBERS_ASKED = 1000, 100


class Gateway:
    """All sessions of the program, those whose socket is gone included."""

    def __init__(self, world: World, validation: Validation | None) -> None:
        self._world = world
        self._validation = validation
        self.sessions: dict[str, Session] = {}
        self.identifies = 0
        self.resumes = 0
        self._closing: set[asyncio.Task[bool]] = set()
        world.gateway = self

    @property
    def connected(self) -> bool:
        """Whether any session has a socket now."""
        return any(session.connection for session in self.sessions.values())

    def dispatch(self, event: str, payload: Json, *, guild_id: int | None) -> None:
        """Sends an event to every session that hears it, or keeps it for when it resumes."""
        if self._validation is not None:
            frame = {"op": DISPATCH, "s": 1, "t": event, "d": payload}
            for error in self._validation.dispatch_errors(event, frame):
                self._world.transcript.violate(f"loopback's own {event}: {error}")
        for session in list(self.sessions.values()):
            if session.hears(event, payload, guild_id):
                seen = session.seen_by(event, payload, self._world.bot.id)
                numbered = session.number(event, seen)
                if session.connection is not None:
                    session.connection.queue.put_nowait(numbered)

    # ----- failing on request -----

    async def drop(self) -> None:
        """Cuts every socket; the sessions can be resumed."""
        await self._cut(list(self.sessions.values()))

    def ask_reconnect(self) -> None:
        """Asks every session to connect again and resume (op 7)."""
        self._say({"op": RECONNECT, "d": None, "s": None, "t": None})

    def invalidate(self, *, resumable: bool = False) -> None:
        """Tells every session that it is invalid (op 9)."""
        for session in self.sessions.values():
            session.resumable = resumable
        self._say({"op": INVALID_SESSION, "d": resumable, "s": None, "t": None})

    def _say(self, frame: Json) -> None:
        for session in self.sessions.values():
            if session.connection is not None:
                session.connection.queue.put_nowait((0, "", json.dumps(frame)))

    async def _cut(self, sessions: list[Session]) -> None:
        for session in sessions:
            if session.connection is not None:
                connection, session.connection = session.connection, None
                await connection.socket.close(code=GOING_AWAY)

    # ----- serving one socket -----

    async def serve(self, request: web.BaseRequest) -> web.WebSocketResponse:
        """One socket, from HELLO until either side closes it."""
        socket = web.WebSocketResponse(max_msg_size=1 << 16, compress=False)
        await socket.prepare(request)
        connection = Connection(socket, compressed=request.query.get("compress") == "zlib-stream")
        hello = {"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_MILLISECONDS}}
        await connection.write(json.dumps(hello | {"s": None, "t": None}))
        writer = asyncio.create_task(self._write(connection))
        session: Session | None = None
        try:
            async for incoming in socket:
                if incoming.type is not WSMsgType.TEXT:
                    break
                session = await self._obey(json.loads(incoming.data), connection, session)
        finally:
            writer.cancel()
            if session is not None and session.connection is connection:
                session.connection = None
            self._world.changed()
        return socket

    async def _write(self, connection: Connection) -> None:
        while True:
            _, event, frame = await connection.queue.get()
            try:
                await connection.write(frame)
            except ConnectionError:
                return
            fault = self._world.faults.for_dispatch(event) if event else None
            if fault is None:
                continue
            if fault.what is GatewayWhat.ASK_RECONNECT:
                self.ask_reconnect()
            elif fault.what is GatewayWhat.INVALID_SESSION:
                self.invalidate()
            else:
                # Not from within this writer, which ends with the socket.
                task = asyncio.create_task(connection.socket.close(code=GOING_AWAY))
                self._closing.add(task)
                task.add_done_callback(self._closing.discard)

    async def _obey(
        self, command: Json, connection: Connection, session: Session | None
    ) -> Session | None:
        said, details = command.get("op"), command.get("d")
        if said == HEARTBEAT:
            connection.queue.put_nowait((0, "", json.dumps({"op": HEARTBEAT_ACK})))
        elif said == IDENTIFY:
            return await self._identify(command["d"], connection)
        elif said == RESUME:
            return self._resume(command["d"], connection)
        elif said == REQUEST_MEMBERS and session is not None:
            self._send_members(command["d"], session)
        elif said != PRESENCE or session is None:
            self._world.transcript.violate(f"gateway: op {said} {details}")
            await connection.socket.close(code=UNKNOWN_OPCODE)
        return session

    async def _identify(self, asked: Json, connection: Connection) -> Session | None:
        from tests.wire.world import TOKEN

        intents = asked["intents"]
        if asked["token"] != TOKEN:
            await connection.socket.close(code=AUTHENTICATION_FAILED)
            return None
        if intents & PRIVILEGED & ~self._world.granted_intents:
            await connection.socket.close(code=DISALLOWED_INTENTS)
            return None
        number, count = asked.get("shard") or (0, 1)
        for old in [each for each in self.sessions.values() if each.shard[0] == number]:
            del self.sessions[old.id]
        session = Session(secrets.token_hex(8), intents, (number, count), connection=connection)
        self.sessions[session.id] = session
        self.identifies += 1
        guilds = [
            guild for guild in self._world.guilds.values() if (guild.id >> 22) % count == number
        ]
        bot = user_payload(self._world.bot) | {"mfa_enabled": True, "verified": True}
        ready: Json = {
            "v": 10,
            "user": bot,
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self._world.base_url.replace("http", "ws", 1) + "/ws/",
            "application": {"id": str(self._world.application_id), "flags": 0, "flags_new": "0"},
            "shard": [number, count],
        }
        connection.queue.put_nowait(session.number("READY", ready))
        for guild in guilds:
            created = guild_create_payload(guild, self._world.bot)
            self._hold_against_schema("GUILD_CREATE", created)
            connection.queue.put_nowait(session.number("GUILD_CREATE", created))
        self._hold_against_schema("READY", ready)
        self._world.changed()
        return session

    def _resume(self, asked: Json, connection: Connection) -> Session | None:
        session = self.sessions.get(asked["session_id"])
        if session is None or not session.resumable:
            refused = {"op": INVALID_SESSION, "d": False, "s": None, "t": None}
            connection.queue.put_nowait((0, "", json.dumps(refused)))
            return None
        session.connection = connection
        self.resumes += 1
        for numbered in [each for each in session.sent if each[0] > asked["seq"]]:
            connection.queue.put_nowait(numbered)
        connection.queue.put_nowait(session.number("RESUMED", {"_trace": []}))
        self._world.changed()
        return session

    def _send_members(self, asked: Json, session: Session) -> None:
        """Discord's reference, "Request Guild Members"; all of them need an intent."""
        guild = self._world.guilds[int(asked["guild_id"])]
        ids, query = asked.get("user_ids"), asked.get("query")
        everyone = not ids and not query
        too_many = len(ids or []) > MOST_MEMBERS_ASKED or asked["limit"] > MOST_MEMBERS_ASKED
        if too_many or (everyone and not session.intents & Intent.GUILD_MEMBERS):
            self._world.transcript.violate(f"gateway: members asked for beyond the rules: {asked}")
            return
        members = list(guild.members.values())
        missing: list[str] = []
        if ids:
            wanted = [int(each) for each in ids]
            members = [guild.members[each] for each in wanted if each in guild.members]
            missing = [str(each) for each in wanted if each not in guild.members]
        elif query:
            prefix = query.lower()
            members = [m for m in members if (m.nick or m.user.name).lower().startswith(prefix)]
            members = members[: asked["limit"]]
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": [member_payload(member) for member in members],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": missing,
        }
        if asked.get("nonce"):
            chunk["nonce"] = asked["nonce"]
        self.dispatch("GUILD_MEMBERS_CHUNK", chunk, guild_id=guild.id)

    def _hold_against_schema(self, event: str, payload: Json) -> None:
        if self._validation is None:
            return
        frame = {"op": DISPATCH, "s": 1, "t": event, "d": payload}
        for error in self._validation.dispatch_errors(event, frame):
            self._world.transcript.violate(f"loopback's own {event}: {error}")
