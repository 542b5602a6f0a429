"""The HTTP side of the loopback: reads a request, lets it fail as scripted, answers, records."""

from __future__ import annotations

import asyncio
import socket
import struct
import time
import traceback
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.wire.faults import ACTS_FIRST, Fault, What
from tests.wire.gateway import Gateway
from tests.wire.gateway_session import encoded
from tests.wire.limits import Verdict
from tests.wire.objects import Json
from tests.wire.reading import Body, read_body
from tests.wire.refusals import INVALID_FORM_BODY, NotModelled, Refusal
from tests.wire.rest.all_routes import ALL_ROUTES
from tests.wire.routing import Call, Reply, Route, Router
from tests.wire.transcript import Request
from tests.wire.validation import Validation
from tests.wire.world import TOKEN, World

API = "/api/v10"
GATEWAY_PATH = "/ws/"
FILES = "/attachments/"
# Longer than any client of ours waits; the loopback's end cuts it short.
NEVER = 3600.0
# Hundreds of members who act at once make the program open as many connections.
BACKLOG = 1024


class Loopback:
    """Serves one world on a free port of 127.0.0.1, from `async with` on."""

    def __init__(self, world: World, *, validate: bool = True) -> None:
        self.world = world
        self.validation = Validation.where_there() if validate else None
        self.gateway = Gateway(world, self.validation)
        self._router = Router(ALL_ROUTES)
        self._server = web.Server(self._answer, access_log=None)
        self._runner = web.ServerRunner(self._server, shutdown_timeout=0.1)
        self._over = asyncio.Event()

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, backlog=BACKLOG)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.world.base_url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        await self.gateway.drop()
        await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        return self.world.base_url + API

    @property
    def gateway_url(self) -> str:
        return self.world.base_url.replace("http", "ws", 1) + GATEWAY_PATH

    # ----- one request -----

    async def _answer(self, http: web.BaseRequest) -> web.StreamResponse:
        if http.path.startswith(GATEWAY_PATH):
            return await self.gateway.serve(http)
        if http.path.startswith(FILES):
            content = self.world.uploads.get(http.rel_url.raw_path)
            return web.Response(status=404 if content is None else 200, body=content)
        path = http.path.removeprefix(API)
        found = self._router.find(http.method, path)
        template = found[0].template if found else ""
        request = Request(self.world.now(), http.method, path, template)
        self.world.transcript.requests.append(request)
        if found is None or not http.path.startswith(API):
            return self._unknown(http, request)
        route, params = found
        fault = self.world.faults.for_request(http.method, template)
        if fault is not None:
            request.fault = fault.what.name
            if fault.what not in ACTS_FIRST:
                return await self._fail(http, fault, request)
        now = asyncio.get_running_loop().time()
        verdict = self.world.limits.verdict(
            http.method, template, params, now=now, wall=time.time()
        )
        if not verdict.allowed:
            scope_is_global = verdict.is_global
            return _too_many(verdict.retry_after, request, is_global=scope_is_global)
        try:
            body = await read_body(http)
        except ValueError as error:
            self.world.transcript.violate(f"{http.method} {path}: {error}")
            return self._send(Reply({"message": str(error), "code": 50109}, 400), request, verdict)
        reply = self._act(http, route, params, body, request)
        if fault is not None:
            return await self._fail(http, fault, request, self._send(reply, request, verdict))
        return self._send(reply, request, verdict)

    def _act(
        self,
        http: web.BaseRequest,
        route: Route,
        params: dict[str, str],
        body: Body,
        request: Request,
    ) -> Reply:
        """What Discord does with a request that reached it; never raises."""
        request.body = body.parsed
        if route.needs_token and http.headers.get("Authorization") != f"Bot {TOKEN}":
            return Reply({"message": "401: Unauthorized", "code": 0}, 401)
        errors = self._body_errors(route, body)
        if errors:
            for error in errors:
                self.world.transcript.violate(f"{route.method} {route.template}: {error}")
            refusal = Refusal(INVALID_FORM_BODY, f"Invalid Form Body\n{'; '.join(errors)}")
            return Reply(refusal.body, refusal.status)
        call = Call(self.world, request, params, http.query, uploads=body.uploads)
        if isinstance(body.parsed, list):
            call = Call(self.world, request, params, http.query, items=body.parsed)
        elif body.parsed is not None:
            call = Call(
                self.world, request, params, http.query, body=body.parsed, uploads=body.uploads
            )
        try:
            reply = route.answer(call)
        except Refusal as refusal:
            return Reply(refusal.body, refusal.status)
        except NotModelled as unknown:
            self.world.transcript.violate(f"{route.method} {route.template}: {unknown}")
            return Reply({"message": str(unknown), "code": 0}, 400)
        except Exception:
            # A fault of the loopback's own must fail the test, not hang the program.
            self.world.transcript.violate(f"loopback crashed:\n{traceback.format_exc()}")
            return Reply({"message": "500: Internal Server Error", "code": 0}, 500)
        request.acted = True
        if self.validation is not None and reply.body is not None:
            for error in self.validation.reply_errors(
                route.method, route.template, reply.status, reply.body
            ):
                what = f"loopback's own answer to {route.method} {route.template}: {error}"
                self.world.transcript.violate(what)
        return reply

    def _body_errors(self, route: Route, body: Body) -> list[str]:
        if self.validation is None or (body.parsed is None and not body.uploads):
            return []
        return self.validation.body_errors(route.method, route.template, body.parsed)

    def _unknown(self, http: web.BaseRequest, request: Request) -> web.Response:
        self.world.transcript.violate(f"unknown route: {http.method} {http.path}")
        return self._send(Reply({"message": "404: Not Found", "code": 0}, 404), request)

    def _send(self, reply: Reply, request: Request, verdict: Verdict | None = None) -> web.Response:
        request.status = reply.status
        self.world.changed()
        headers = verdict.headers if verdict else {}
        return _response(reply.status, reply.body, headers)

    # ----- failing on request -----

    async def _fail(
        self,
        http: web.BaseRequest,
        fault: Fault,
        request: Request,
        answer: web.Response | None = None,
    ) -> web.StreamResponse:
        self.world.changed()
        if fault.what is What.SLOW and answer is not None:
            await self._unless_over(fault.seconds)
            return answer
        if fault.what in (What.SERVER_ERROR, What.SERVER_ERROR_AFTER):
            request.status = fault.status
            return _response(fault.status, {"message": f"{fault.status}: scripted", "code": 0}, {})
        if fault.what in (What.BUCKET_429, What.GLOBAL_429):
            is_global = fault.what is What.GLOBAL_429
            return _too_many(fault.seconds, request, is_global=is_global)
        request.status = None
        if fault.what in (What.TIMEOUT_BEFORE, What.TIMEOUT_AFTER):
            await self._unless_over(NEVER)
        _reset(http)
        return web.Response(status=500)

    async def _unless_over(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._over.wait(), seconds)
        except TimeoutError:
            return


def _reset(http: web.BaseRequest) -> None:
    """Cuts the connection as a crashed peer does: with a reset, not an orderly end."""
    transport = http.transport
    if transport is None:
        return
    raw = transport.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


def _too_many(retry_after: float, request: Request, *, is_global: bool) -> web.Response:
    request.status = 429
    body: Json = {"message": "You are being rate limited.", "retry_after": retry_after}
    headers = {"Via": "1.1 google", "Retry-After": f"{retry_after:.3f}"}
    headers |= {"X-RateLimit-Scope": "global" if is_global else "user"}
    if is_global:
        headers["X-RateLimit-Global"] = "true"
    return _response(429, body | {"global": is_global}, headers)


def _response(status: int, body: Any, headers: Any) -> web.Response:
    if body is None:
        return web.Response(status=status, headers=headers)
    text = encoded(body).encode()
    # Exactly this content type: with a charset behind it, discord.py does not read JSON.
    return web.Response(status=status, body=text, headers=headers, content_type="application/json")
