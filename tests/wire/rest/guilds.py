"""Guilds, their roles and their members."""

from __future__ import annotations

from tests.wire import permissions
from tests.wire.gateway_session import Intent
from tests.wire.guild_payloads import guild_payload
from tests.wire.objects import Guild, Member
from tests.wire.payloads import member_payload, role_payload
from tests.wire.permissions import Permission
from tests.wire.refusals import Refusal
from tests.wire.routing import NOTHING, Call, Reply, Routes

routes = Routes()
MOST_MEMBERS_AT_ONCE = 1000


def _guild(call: Call) -> Guild:
    guild = call.world.guild(call.id("guild_id"))
    if call.world.bot.id not in guild.members:
        raise Refusal(50001)
    return guild


def _member(call: Call, guild: Guild) -> Member:
    member = guild.members.get(call.id("user_id"))
    if member is None:
        raise Refusal(10007 if call.id("user_id") in call.world.users else 10013)
    return member


@routes.add("GET", "/guilds/{guild_id}")
def guild_of(call: Call) -> Reply:
    return Reply(guild_payload(_guild(call)))


@routes.add("GET", "/guilds/{guild_id}/roles")
def roles(call: Call) -> Reply:
    return Reply([role_payload(role) for role in _guild(call).roles.values()])


@routes.add("POST", "/guilds/{guild_id}/roles")
def create_role(call: Call) -> Reply:
    guild = _guild(call)
    permissions.need_of_guild(guild, call.world.bot.id, Permission.MANAGE_ROLES)
    granted = int(call.body.get("permissions") or 0)
    role = call.world.add_role(guild, call.body.get("name") or "new role", granted)
    event = {"guild_id": str(guild.id), "role": role_payload(role)}
    call.world.emit("GUILD_ROLE_CREATE", event, guild=guild)
    return Reply(role_payload(role))


@routes.add("GET", "/guilds/{guild_id}/members")
def members(call: Call) -> Reply:
    if not call.world.granted_intents & Intent.GUILD_MEMBERS:
        raise Refusal(50001)
    limit = call.asked_number("limit", 1, most=MOST_MEMBERS_AT_ONCE)
    after = call.asked_id("after") or 0
    found = sorted(_guild(call).members.values(), key=lambda member: member.user.id)
    chosen = [member_payload(member) for member in found if member.user.id > after]
    return Reply(chosen[:limit])


@routes.add("GET", "/guilds/{guild_id}/members/search")
def search_members(call: Call) -> Reply:
    limit = call.asked_number("limit", 1, most=MOST_MEMBERS_AT_ONCE)
    prefix = call.query["query"].lower()
    found = [
        member_payload(member)
        for member in _guild(call).members.values()
        if (member.nick or member.user.name).lower().startswith(prefix)
    ]
    return Reply(found[:limit])


@routes.add("GET", "/guilds/{guild_id}/members/{user_id}")
def member(call: Call) -> Reply:
    return Reply(member_payload(_member(call, _guild(call))))


def _set_role(call: Call, *, given: bool) -> Reply:
    guild = _guild(call)
    permissions.need_of_guild(guild, call.world.bot.id, Permission.MANAGE_ROLES)
    target = _member(call, guild)
    role = guild.roles.get(call.id("role_id"))
    if role is None:
        raise Refusal(10011)
    own = max(guild.roles[each].position for each in guild.members[call.world.bot.id].roles)
    if role.position >= own:
        raise Refusal(50013)
    (target.roles.add if given else target.roles.discard)(role.id)
    return NOTHING


@routes.add("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}")
def give_role(call: Call) -> Reply:
    return _set_role(call, given=True)


@routes.add("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}")
def take_role(call: Call) -> Reply:
    return _set_role(call, given=False)
