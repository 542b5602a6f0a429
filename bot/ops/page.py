"""The operator's page on this machine alone: /healthz and /metrics."""

from collections.abc import Awaitable, Callable, Sequence

import structlog
from aiohttp import web

log = structlog.get_logger("doran.ops")

# Never another address: neither page asks who is looking.
HOST = "127.0.0.1"


class OperatorsPage:
    """Answers on ``port`` of the loopback address while the bot runs."""

    def __init__(
        self,
        port: int,
        ails: Callable[[], Sequence[str]],
        metrics: Callable[[], Awaitable[bytes]],
        content_type: str,
    ) -> None:
        """Say that all is well while ``ails`` returns nothing; otherwise each of its lines."""
        self._port = port
        self._ails = ails
        self._metrics = metrics
        self._content_type = content_type
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen. A port that is taken is no reason for the bot to stay away: the log tells."""
        app = web.Application()
        app.router.add_get("/healthz", self._health)
        app.router.add_get("/metrics", self._figures)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, HOST, self._port).start()
        except OSError as taken:
            await runner.cleanup()
            log.error("no operators' page", port=self._port, reason=taken.strerror)
            return
        self._runner = runner

    async def stop(self) -> None:
        """Listen no more."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _health(self, _request: web.Request) -> web.Response:
        ails = self._ails()
        status = 503 if ails else 200
        return web.Response(status=status, text="\n".join(ails or ["ok"]) + "\n")

    async def _figures(self, _request: web.Request) -> web.Response:
        body = await self._metrics()
        return web.Response(body=body, headers={"Content-Type": self._content_type})
