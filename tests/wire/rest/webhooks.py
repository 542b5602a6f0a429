"""What may follow the first response: its edit, its deletion, and follow-up messages."""

from __future__ import annotations

import asyncio

from tests.wire import posting
from tests.wire.held import hold_message
from tests.wire.interactions import SECONDS_OF_TOKEN, Callback, Interaction
from tests.wire.message_payloads import message_payload
from tests.wire.messages import Message, MessageFlag
from tests.wire.refusals import Refusal
from tests.wire.rest.callbacks import answer
from tests.wire.routing import NOTHING, Call, Reply, Routes

routes = Routes()
WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"


def _interaction(call: Call) -> Interaction:
    found = call.world.interactions.get(call.params["webhook_token"])
    if found is None or call.id("webhook_id") != call.world.application_id:
        raise Refusal(10015)
    if asyncio.get_running_loop().time() - found.born > SECONDS_OF_TOKEN:
        raise Refusal(50027)
    if found.acknowledged_as is None:
        raise Refusal(10015)
    return found


def _message(call: Call, interaction: Interaction) -> Message:
    if "message_id" not in call.params:
        found = interaction.original
    else:
        message_id = call.id("message_id")
        own = [*interaction.followups, interaction.original]
        found = next((each for each in own if each and each.id == message_id), None)
    if found is None or found.deleted:
        raise Refusal(10008)
    return found


@routes.add("POST", WEBHOOK, needs_token=False)
def follow_up(call: Call) -> Reply:
    interaction = _interaction(call)
    hold_message(call, call.body, editing=False)
    original = interaction.original
    deferred = interaction.acknowledged_as is Callback.DEFERRED_MESSAGE
    if deferred and original is not None and original.flags & MessageFlag.LOADING:
        # The first follow-up of a deferred answer becomes that answer.
        posting.edit(call.world, original, call.body, call.uploads, call.request)
        interaction.changed()
        return Reply(message_payload(original))
    reference = original if original is not None and not original.deleted else None
    message = answer(call, interaction, call.body, reference)
    interaction.followups.append(message)
    interaction.changed()
    return Reply(message_payload(message))


@routes.add("GET", WEBHOOK + "/messages/@original", needs_token=False)
@routes.add("GET", WEBHOOK + "/messages/{message_id}", needs_token=False)
def response_message(call: Call) -> Reply:
    return Reply(message_payload(_message(call, _interaction(call))))


@routes.add("PATCH", WEBHOOK + "/messages/@original", needs_token=False)
@routes.add("PATCH", WEBHOOK + "/messages/{message_id}", needs_token=False)
def edit_response(call: Call) -> Reply:
    interaction = _interaction(call)
    message = _message(call, interaction)
    hold_message(call, call.body, editing=True, flags=message.flags)
    posting.edit(call.world, message, call.body, call.uploads, call.request)
    if message is interaction.original:
        interaction.edits_of_original += 1
    interaction.changed()
    return Reply(message_payload(message))


@routes.add("DELETE", WEBHOOK + "/messages/@original", needs_token=False)
@routes.add("DELETE", WEBHOOK + "/messages/{message_id}", needs_token=False)
def delete_response(call: Call) -> Reply:
    posting.delete(call.world, _message(call, _interaction(call)), call.request)
    return NOTHING
