"""Figures for Prometheus: interactions, acknowledgements, requests, the ledger, the scheduler."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import SimpleNamespace

import aiohttp
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from bot.clock import Clock
from bot.ops.watching import Ended

# Imported only where METRICS_PORT is set: docs/figures.md has what it costs.

CONTENT_TYPE = CONTENT_TYPE_LATEST
UNKNOWN = "unknown"
# Discord waits three seconds for an acknowledgement, so that is one of the borders.
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0)
# What discord.py 2.7 asks for again by itself (discord/http.py, HTTPClient.request).
RETRIED = frozenset({429, 500, 502, 504, 524})
_CALLBACK = re.compile(r"/interactions/(\d+)/[^/]+/callback$")


@dataclass(frozen=True, slots=True)
class Standing:
    """How posting stands: rows by state, how late the most overdue is, when it last looked."""

    posts: Mapping[str, int]
    lag: timedelta
    since_looked: timedelta | None


class Metrics:
    """Counts what happens; the names of interactions are only those that the bot knows."""

    def __init__(self, clock: Clock, made_at: Callable[[int], datetime]) -> None:
        """Begin at zero; ``made_at`` tells when Discord made what has an id."""
        self._clock = clock
        self._made_at = made_at
        self._known: Callable[[], Collection[str]] = frozenset
        registry = self._registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._interactions = Counter(
            "doran_interactions",
            "Interactions by kind, name and outcome",
            ("kind", "name", "outcome"),
            registry=registry,
        )
        self._seconds = Histogram(
            "doran_interaction_seconds",
            "Time from an interaction's arrival to its end",
            ("kind",),
            buckets=SECONDS,
            registry=registry,
        )
        self._acknowledged = Histogram(
            "doran_acknowledged_seconds",
            "Time from Discord's making an interaction to its acknowledgement, by this clock",
            buckets=SECONDS,
            registry=registry,
        )
        self._responses = Counter(
            "doran_rest_responses", "Discord's answers to requests", ("status",), registry=registry
        )
        self._retries = Counter(
            "doran_rest_retries", "Requests that had to be made again", registry=registry
        )
        self._posts = Gauge(
            "doran_posts", "Rows of the ledger by state", ("state",), registry=registry
        )
        self._lag = Gauge(
            "doran_scheduler_lag_seconds", "How late the most overdue post is", registry=registry
        )
        self._looked = Gauge(
            "doran_scheduler_looked_seconds", "Time since the scheduler looked", registry=registry
        )
        self._connected = Gauge(
            "doran_connected", "1 while connected to Discord", registry=registry
        )

    def know(self, names: Callable[[], Collection[str]]) -> None:
        """Tell apart only ``names``; members can forge others, without end."""
        self._known = names

    def observe(self, ended: Ended) -> None:
        """Count an interaction."""
        name = ended.name if ended.name in self._known() else UNKNOWN
        self._interactions.labels(ended.kind, name, ended.outcome).inc()
        self._seconds.labels(ended.kind).observe(ended.seconds)

    def trace(self) -> aiohttp.TraceConfig:
        """Return what watches the requests of discord.py's session."""
        trace = aiohttp.TraceConfig()
        trace.on_request_end.append(self._answered)
        trace.on_request_exception.append(self._broken)
        return trace

    def page(self, standing: Standing, *, connected: bool) -> bytes:
        """Return every figure, in Prometheus' text format."""
        for state, count in standing.posts.items():
            self._posts.labels(state).set(count)
        self._lag.set(standing.lag.total_seconds())
        since = standing.since_looked
        self._looked.set(float("nan") if since is None else since.total_seconds())
        self._connected.set(connected)
        return generate_latest(self._registry)

    async def _answered(
        self,
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        request: aiohttp.TraceRequestEndParams,
    ) -> None:
        status = request.response.status
        self._responses.labels("429" if status == 429 else f"{status // 100}xx").inc()
        if status in RETRIED:
            self._retries.inc()
        callback = _CALLBACK.search(request.url.path)
        if callback and status < 400:
            waited = self._clock.now() - self._made_at(int(callback[1]))
            self._acknowledged.observe(max(0.0, waited.total_seconds()))

    async def _broken(
        self,
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        _request: aiohttp.TraceRequestExceptionParams,
    ) -> None:
        self._responses.labels("none").inc()
        self._retries.inc()
