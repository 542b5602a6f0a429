"""Serves an app to this machine's own browser and to nobody else."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.settings import BadSettings

HOST = "127.0.0.1"
CLOSING_SECONDS = 2.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HEADERS = {
    "Cache-Control": "no-store",
    # Not "no-referrer", under which browsers send our own forms with the Origin "null".
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Opening a place is a form that is redirected to the preview, on a port of its own.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        f"connect-src 'self'; form-action 'self' http://{HOST}:*; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
}


@web.middleware
async def only_this_machine(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn away what comes by another name, or from another page, than our own.

    A page elsewhere on the web could reach this port (by DNS rebinding, or with a form): its Host
    or Origin gives it away.

    Raises:
        web.HTTPForbidden: it did.
    """
    ours = {f"{name}:{request.url.port}" for name in (HOST, "localhost", "[::1]")}
    origin = request.headers.get("Origin")
    if request.host not in ours or origin not in (None, f"http://{request.host}"):
        raise web.HTTPForbidden(text="only this machine's own browser may use this page")
    try:
        response = await handler(request)
    except web.HTTPException as answer:
        answer.headers.update(_HEADERS)
        raise
    response.headers.update(_HEADERS)
    return response


@asynccontextmanager
async def serving(app: web.Application, port: int) -> AsyncIterator[str]:
    """Serve ``app`` on the loopback address; yield its origin (``http://127.0.0.1:…``).

    Args:
        port: 0 for any free one.

    Raises:
        BadSettings: the port is taken.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING_SECONDS)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, HOST, port).start()
        except OSError as refused:
            raise BadSettings(
                f"port {port} cannot be used ({refused.strerror}): "
                "choose another with --port, or leave it out"
            ) from refused
        yield f"http://{HOST}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
