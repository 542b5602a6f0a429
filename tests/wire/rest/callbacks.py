"""The first response to an interaction, once only, within three seconds."""

from __future__ import annotations

import asyncio

from tests.wire import posting
from tests.wire.held import hold_message, hold_modal
from tests.wire.interaction_payloads import callback_payload, metadata_payload
from tests.wire.interactions import SECONDS_TO_ACKNOWLEDGE, Callback, Interaction, Kind
from tests.wire.messages import CHAT_INPUT, CONTEXT_MENU, DEFAULT, Message, MessageFlag
from tests.wire.objects import Json
from tests.wire.refusals import INVALID_FORM_BODY, Refusal
from tests.wire.routing import NOTHING, Call, Reply, Routes

routes = Routes()
MENU_COMMANDS = frozenset({2, 3})


def allowed_callbacks(interaction: Interaction) -> set[Callback]:
    """What Discord takes as a first response to this kind of interaction."""
    if interaction.kind is Kind.AUTOCOMPLETE:
        return {Callback.CHOICES}
    allowed = {Callback.MESSAGE, Callback.DEFERRED_MESSAGE}
    if interaction.kind is not Kind.MODAL:
        allowed.add(Callback.MODAL)
    if interaction.source is not None and interaction.kind in (Kind.COMPONENT, Kind.MODAL):
        allowed |= {Callback.DEFERRED_UPDATE, Callback.UPDATE}
    return allowed


@routes.add(
    "POST", "/interactions/{interaction_id}/{interaction_token}/callback", needs_token=False
)
def respond(call: Call) -> Reply:
    interaction = call.world.interactions.get(call.params["interaction_token"])
    age = 0.0
    if interaction is not None:
        age = asyncio.get_running_loop().time() - interaction.born
    if interaction is None or interaction.id != call.id("interaction_id"):
        raise Refusal(10062)
    if interaction.acknowledged_as is not None:
        raise Refusal(40060)
    if age > SECONDS_TO_ACKNOWLEDGE:
        raise Refusal(10062)
    callback = Callback(call.body["type"])
    if callback not in allowed_callbacks(interaction):
        call.world.transcript.violate(f"{callback.name} in answer to {interaction.kind.name}")
        raise Refusal(INVALID_FORM_BODY, f"type: {callback.value} does not fit this interaction")
    _carry_out(call, interaction, callback, call.body.get("data") or {})
    interaction.acknowledged_as = callback
    interaction.seconds_to_acknowledge = age
    interaction.changed()
    if not call.asked_flag("with_response"):
        return NOTHING
    return Reply(callback_payload(interaction))


def _carry_out(call: Call, interaction: Interaction, callback: Callback, body: Json) -> None:
    if callback is Callback.MESSAGE:
        hold_message(call, body, editing=False)
        interaction.original = answer(call, interaction, body)
    elif callback is Callback.DEFERRED_MESSAGE:
        flags = (body.get("flags") or 0) | MessageFlag.LOADING
        interaction.original = answer(call, interaction, {"flags": flags})
    elif callback is Callback.UPDATE:
        assert interaction.source is not None
        hold_message(call, body, editing=True, flags=interaction.source.flags)
        posting.edit(call.world, interaction.source, body, call.uploads, call.request)
        interaction.original = interaction.source
    elif callback is Callback.DEFERRED_UPDATE:
        interaction.original = interaction.source
    elif callback is Callback.CHOICES:
        interaction.choices = body["choices"]
    elif callback is Callback.MODAL:
        hold_modal(call, body)
        interaction.modal = body


def answer(
    call: Call, interaction: Interaction, body: Json, reference: Message | None = None
) -> Message:
    """A new message in answer to an interaction, shown to all or to the member alone."""
    ephemeral = bool((body.get("flags") or 0) & MessageFlag.EPHEMERAL)
    message = posting.compose(
        call.world,
        interaction.channel,
        call.world.bot,
        body,
        call.uploads,
        audience=interaction.user if ephemeral else None,
        reference=reference,
    )
    message.from_interaction = True
    message.interaction_metadata = metadata_payload(interaction)
    if reference is None:
        menu = interaction.data.get("type") in MENU_COMMANDS
        command = CONTEXT_MENU if menu else CHAT_INPUT
        message.kind = command if interaction.kind is Kind.COMMAND else DEFAULT
    posting.post(call.world, message, call.request)
    return message
