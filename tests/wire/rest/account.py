"""Who the program is, and where its gateway is."""

from __future__ import annotations

from tests.wire.payloads import SESSION_START_LIMIT, application_payload, user_payload
from tests.wire.refusals import Refusal
from tests.wire.routing import Call, Reply, Routes

routes = Routes()


def _gateway_url(call: Call) -> str:
    return call.world.base_url.replace("http", "ws", 1) + "/ws/"


@routes.add("GET", "/gateway", needs_token=False)
def gateway(call: Call) -> Reply:
    return Reply({"url": _gateway_url(call)})


@routes.add("GET", "/gateway/bot")
def gateway_for_bot(call: Call) -> Reply:
    limit = SESSION_START_LIMIT
    shards = call.world.shards
    return Reply({"url": _gateway_url(call), "shards": shards, "session_start_limit": limit})


@routes.add("GET", "/users/@me")
def own_user(call: Call) -> Reply:
    own = {"mfa_enabled": True, "locale": "en-US", "verified": True, "email": None}
    return Reply(user_payload(call.world.bot) | own)


@routes.add("GET", "/users/{user_id}")
def user(call: Call) -> Reply:
    user_id = call.id("user_id")
    if user_id not in call.world.users:
        raise Refusal(10013)
    return Reply(user_payload(call.world.users[user_id]))


def _application(call: Call) -> Reply:
    world = call.world
    return Reply(application_payload(world.bot, world.owner, len(world.guilds)))


@routes.add("GET", "/oauth2/applications/@me")
@routes.add("GET", "/applications/@me")
def own_application(call: Call) -> Reply:
    return _application(call)


@routes.add("GET", "/applications/{application_id}")
def application(call: Call) -> Reply:
    if call.id("application_id") != call.world.application_id:
        raise Refusal(50001)
    return _application(call)
