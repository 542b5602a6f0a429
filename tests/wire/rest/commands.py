"""Application commands: registered all at once, globally or for one guild."""

from __future__ import annotations

from tests.wire.objects import Json
from tests.wire.refusals import INVALID_FORM_BODY, Refusal
from tests.wire.routing import Call, Reply, Routes

routes = Routes()
CHAT_INPUT = 1
# Discord's reference, "Application Commands": so many chat commands, so many of each other kind.
MOST_CHAT_COMMANDS = 100
MOST_MENU_COMMANDS = 15


def _scope(call: Call) -> int | None:
    if call.id("application_id") != call.world.application_id:
        raise Refusal(50001)
    return call.world.guild(call.id("guild_id")).id if "guild_id" in call.params else None


def _registered(call: Call, scope: int | None, asked: Json) -> Json:
    world = call.world
    kind = asked.get("type") or CHAT_INPUT
    before = [
        each
        for each in world.commands.get(scope, [])
        if (each["name"], each["type"]) == (asked["name"], kind)
    ]
    permissions = asked.get("default_member_permissions")
    command = {key: value for key, value in asked.items() if value is not None} | {
        "id": before[0]["id"] if before else str(world.new_id()),
        "application_id": str(world.application_id),
        "version": str(world.new_id()),
        "type": kind,
        "description": asked.get("description") or "",
        "default_member_permissions": None if permissions is None else str(permissions),
    }
    if scope is not None:
        command["guild_id"] = str(scope)
    if "options" in command:
        command["options"] = [_option(option) for option in command["options"]]
    return command


def _option(asked: Json) -> Json:
    option = {key: value for key, value in asked.items() if value is not None}
    if "options" in option:
        option["options"] = [_option(each) for each in option["options"]]
    return option


@routes.add("PUT", "/applications/{application_id}/commands")
@routes.add("PUT", "/applications/{application_id}/guilds/{guild_id}/commands")
def register_all(call: Call) -> Reply:
    scope = _scope(call)
    keys = [(each["name"], each.get("type") or CHAT_INPUT) for each in call.items]
    chat = sum(kind == CHAT_INPUT for _, kind in keys)
    if len(set(keys)) < len(keys):
        raise Refusal(INVALID_FORM_BODY, "Application command names must be unique")
    if chat > MOST_CHAT_COMMANDS or len(keys) - chat > 2 * MOST_MENU_COMMANDS:
        raise Refusal(30032, "Maximum number of application commands reached")
    call.world.commands[scope] = [_registered(call, scope, each) for each in call.items]
    return Reply(call.world.commands[scope])


@routes.add("POST", "/applications/{application_id}/commands")
@routes.add("POST", "/applications/{application_id}/guilds/{guild_id}/commands")
def register_one(call: Call) -> Reply:
    scope = _scope(call)
    command = _registered(call, scope, call.body)
    others = [each for each in call.world.commands.get(scope, []) if each["id"] != command["id"]]
    replaced = len(others) < len(call.world.commands.get(scope, []))
    call.world.commands[scope] = [*others, command]
    return Reply(command, 200 if replaced else 201)


@routes.add("GET", "/applications/{application_id}/commands")
@routes.add("GET", "/applications/{application_id}/guilds/{guild_id}/commands")
def registered(call: Call) -> Reply:
    return Reply(call.world.commands.get(_scope(call), []))
