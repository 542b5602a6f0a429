"""Scheduled events: made, read, changed, deleted, with their gateway events."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.wire import permissions
from tests.wire.objects import Guild, ScheduledEvent
from tests.wire.payloads import EXTERNAL_EVENT, event_payload, user_payload
from tests.wire.permissions import Permission
from tests.wire.refusals import INVALID_FORM_BODY, Refusal
from tests.wire.routing import NOTHING, Call, Reply, Routes

routes = Routes()
SCHEDULED, ACTIVE, COMPLETED, CANCELLED = 1, 2, 3, 4
# Which status may follow which (Discord's reference, "Guild Scheduled Event Status").
NEXT = {SCHEDULED: {SCHEDULED, ACTIVE, CANCELLED}, ACTIVE: {ACTIVE, COMPLETED}}
# Discord gives a server at most so many events that are scheduled or active.
MOST_EVENTS = 100


def _guild(call: Call) -> Guild:
    return call.world.guild(call.id("guild_id"))


def _event(call: Call) -> ScheduledEvent:
    found = _guild(call).events.get(call.id("guild_scheduled_event_id"))
    if found is None:
        raise Refusal(10070)
    return found


def _check_times(call: Call, event: ScheduledEvent) -> None:
    start = datetime.fromisoformat(event.body["scheduled_start_time"])
    if event.status == SCHEDULED and start.replace(tzinfo=start.tzinfo or UTC) <= call.world.now():
        why = "scheduled_start_time: Cannot schedule event in the past."
        raise Refusal(INVALID_FORM_BODY, why)
    end = event.body.get("scheduled_end_time")
    if event.body["entity_type"] == EXTERNAL_EVENT and end is None:
        raise Refusal(INVALID_FORM_BODY, "scheduled_end_time: required for external events")
    if end is not None and datetime.fromisoformat(end) <= start:
        raise Refusal(INVALID_FORM_BODY, "scheduled_end_time: must be after the start")


def _tell(call: Call, what: str, event: ScheduledEvent) -> None:
    name = f"GUILD_SCHEDULED_EVENT_{what}"
    call.world.emit(name, event_payload(event), guild=event.guild)
    call.world.changed()


@routes.add("POST", "/guilds/{guild_id}/scheduled-events")
def create_event(call: Call) -> Reply:
    guild = _guild(call)
    anyone = (Permission.CREATE_EVENTS, Permission.MANAGE_EVENTS)
    permissions.need_of_guild(guild, call.world.bot.id, *anyone)
    event = ScheduledEvent(call.world.new_id(), guild, call.world.bot.id, dict(call.body))
    _check_times(call, event)
    if sum(each.status in NEXT for each in guild.events.values()) >= MOST_EVENTS:
        raise Refusal(30038, "Maximum number of guild scheduled events reached (100)")
    guild.events[event.id] = event
    _tell(call, "CREATE", event)
    return Reply(event_payload(event) | {"creator": user_payload(call.world.bot)})


@routes.add("GET", "/guilds/{guild_id}/scheduled-events")
def events(call: Call) -> Reply:
    listed = [event_payload(each) for each in _guild(call).events.values() if each.status in NEXT]
    if call.asked_flag("with_user_count"):
        listed = [each | {"user_count": 0} for each in listed]
    return Reply(listed)


@routes.add("GET", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}")
def one_event(call: Call) -> Reply:
    return Reply(event_payload(_event(call)))


@routes.add("PATCH", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}")
def edit_event(call: Call) -> Reply:
    event = _event(call)
    anyone = [Permission.MANAGE_EVENTS]
    if event.creator_id == call.world.bot.id:
        anyone.append(Permission.CREATE_EVENTS)
    permissions.need_of_guild(event.guild, call.world.bot.id, *anyone)
    asked = {key: value for key, value in call.body.items() if key != "status"}
    status = call.body.get("status") or event.status
    if status not in NEXT.get(event.status, set()):
        raise Refusal(INVALID_FORM_BODY, f"status: {event.status} cannot become {status}")
    changed = ScheduledEvent(
        event.id, event.guild, event.creator_id, {**event.body, **asked}, status
    )
    if asked:
        _check_times(call, changed)
    event.guild.events[event.id] = changed
    _tell(call, "UPDATE", changed)
    return Reply(event_payload(changed))


@routes.add("DELETE", "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}")
def delete_event(call: Call) -> Reply:
    event = _event(call)
    anyone = (Permission.MANAGE_EVENTS, Permission.CREATE_EVENTS)
    permissions.need_of_guild(event.guild, call.world.bot.id, *anyone)
    event.guild.events.pop(event.id)
    _tell(call, "DELETE", event)
    return NOTHING
