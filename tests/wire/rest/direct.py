"""Direct-message channels."""

from __future__ import annotations

from tests.wire.payloads import channel_payload
from tests.wire.refusals import INVALID_FORM_BODY, Refusal
from tests.wire.routing import Call, Reply, Routes

routes = Routes()


@routes.add("POST", "/users/@me/channels")
def open_direct_channel(call: Call) -> Reply:
    recipient = call.world.users.get(int(call.body["recipient_id"]))
    if recipient is None or recipient.bot:
        raise Refusal(INVALID_FORM_BODY, "Invalid Recipient(s)")
    return Reply(channel_payload(call.world.direct_channel(recipient)))
