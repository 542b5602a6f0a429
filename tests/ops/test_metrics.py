"""Figures for Prometheus: bounded names, and what was counted."""

import math
from datetime import UTC, datetime, timedelta

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.ops.metrics import Metrics, Standing
from bot.ops.watching import Ended

NOW = datetime(2026, 11, 24, 3, 4, 5, tzinfo=UTC)
QUIET = Standing({"claimed": 2, "sent": 40}, timedelta(seconds=7), timedelta(seconds=30))


class Stopped:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOW


def metrics() -> Metrics:
    """Return metrics that know the name `ask`; everything was made half a second ago."""
    made = Metrics(Stopped(), lambda _id: NOW - timedelta(seconds=0.5))
    made.know(lambda: {"ask"})
    return made


def lines(counted: Metrics, standing: Standing = QUIET) -> dict[str, float]:
    """Return every figure by its name with labels."""
    page = counted.page(standing, connected=True).decode()
    pairs = (line.rsplit(" ", 1) for line in page.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in pairs}


def test_interactions_are_counted_by_kind_name_and_outcome() -> None:
    counted = metrics()
    for outcome, seconds in (("ok", 0.2), ("ok", 4.0), ("refused", 0.01)):
        counted.observe(Ended("command", "ask", outcome, seconds))

    found = lines(counted)

    asked = 'doran_interactions_total{kind="command",name="ask",outcome="%s"}'
    assert (found[asked % "ok"], found[asked % "refused"]) == (2, 1)
    assert found['doran_interaction_seconds_bucket{kind="command",le="3.0"}'] == 2
    assert found['doran_interaction_seconds_count{kind="command"}'] == 3


def test_forged_names_share_one_figure() -> None:
    counted = metrics()
    for number in range(1_000):
        counted.observe(Ended("press", f"forged-{number}", "refused", 0.001))

    found = lines(counted)

    assert found['doran_interactions_total{kind="press",name="unknown",outcome="refused"}'] == 1000
    assert not any("forged" in name for name in found)


def test_the_ledger_and_the_scheduler_are_told_as_they_stand() -> None:
    found = lines(metrics())

    assert found['doran_posts{state="claimed"}'] == 2
    assert found['doran_posts{state="sent"}'] == 40
    assert found["doran_scheduler_lag_seconds"] == 7
    assert found["doran_scheduler_looked_seconds"] == 30
    assert found["doran_connected"] == 1
    assert found["process_resident_memory_bytes"] > 0


def test_a_scheduler_that_has_not_begun_is_no_number() -> None:
    found = lines(metrics(), Standing({}, timedelta(0), None))

    assert math.isnan(found["doran_scheduler_looked_seconds"])


async def test_requests_are_counted_by_their_answers_and_what_is_asked_again() -> None:
    statuses = iter([200, 429, 502, 404, 204])

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=next(statuses))

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    counted = metrics()
    async with (
        TestServer(app) as server,
        aiohttp.ClientSession(trace_configs=[counted.trace()]) as session,
    ):
        for _ in range(4):
            await (await session.get(server.make_url("/channels/1/messages"))).read()
        await session.post(server.make_url("/interactions/41/secret-token/callback"))

    found = lines(counted)

    assert found['doran_rest_responses_total{status="2xx"}'] == 2
    assert found['doran_rest_responses_total{status="429"}'] == 1
    assert found["doran_rest_retries_total"] == 2
    assert found["doran_acknowledged_seconds_count"] == 1
    assert found['doran_acknowledged_seconds_bucket{le="0.5"}'] == 1
    assert "secret-token" not in str(found)
