"""Discord's documented error codes, as exceptions that a route raises.

Source: Discord's reference, "Opcodes and Status Codes", JSON error codes.
"""

from __future__ import annotations

from tests.wire.objects import Json

INVALID_FORM_BODY = 50035

_KNOWN: dict[int, tuple[int, str]] = {
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10011: (404, "Unknown Role"),
    10013: (404, "Unknown User"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    10070: (404, "Unknown Guild Scheduled Event"),
    30003: (400, "Maximum number of pins reached (250)"),
    40060: (400, "Interaction has already been acknowledged."),
    50001: (403, "Missing Access"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50008: (400, "Cannot send messages in a non-text channel"),
    50013: (403, "Missing Permissions"),
    50021: (403, "Cannot execute action on a system message"),
    50024: (400, "Cannot execute action on this channel type"),
    50027: (401, "Invalid Webhook Token"),
    INVALID_FORM_BODY: (400, "Invalid Form Body"),
    50083: (400, "Thread is archived"),
    160002: (403, "Cannot reply without permission to read message history"),
    160004: (400, "A thread has already been created for this message"),
    160005: (403, "Thread is locked"),
}


class Refusal(Exception):
    """Discord says no: an HTTP status and one of its error codes."""

    def __init__(self, code: int, why: str | None = None, *, status: int | None = None) -> None:
        known_status, known_text = _KNOWN.get(code, (400, ""))
        self.status = status or known_status
        self.code = code
        self.text = why or known_text
        super().__init__(f"{self.status} (error code: {code}): {self.text}")

    @property
    def body(self) -> Json:
        return {"message": self.text, "code": self.code}


class NotModelled(Exception):
    """The program asked for something of Discord that the loopback does not know: teach it."""
