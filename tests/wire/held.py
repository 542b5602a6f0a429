"""Holds a message or a modal against the rules that Discord's schemas do not say."""

from __future__ import annotations

from tests.wire.bodies import is_empty, message_faults, modal_faults
from tests.wire.objects import Json
from tests.wire.refusals import INVALID_FORM_BODY, NotModelled, Refusal
from tests.wire.routing import Call


def hold_message(call: Call, body: Json, *, editing: bool, flags: int = 0) -> None:
    """Notes each fault as a violation and refuses; `flags` are the edited message's own."""
    for key in ("poll", "sticker_ids", "shared_client_theme"):
        if body.get(key):
            raise NotModelled(f"a message with {key}")
    _refuse(
        call,
        message_faults(body, files=len(call.uploads), editing=editing, flags=flags),
        empty=not editing and is_empty(body, files=len(call.uploads)),
    )


def hold_modal(call: Call, body: Json) -> None:
    """The same for a modal."""
    _refuse(call, modal_faults(body), empty=False)


def _refuse(call: Call, faults: list[str], *, empty: bool) -> None:
    for fault in faults:
        call.world.transcript.violate(f"{call.request.method} {call.request.template}: {fault}")
    if empty:
        raise Refusal(50006)
    if faults:
        raise Refusal(INVALID_FORM_BODY, f"Invalid Form Body\n{'; '.join(faults)}")
