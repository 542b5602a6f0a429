"""Where discord.py 2.7.1 itself differs from Discord's description, and nothing else is let by.

Discord takes these in practice: snowflakes as integers in a few places, permission bits as strings,
a command's `nsfw`, `tts: false` in an edit, and `flags: 0` in an embed.
"""

from __future__ import annotations

from typing import Any

from tests.wire.objects import Json

_SNOWFLAKES = {
    "/users/@me/channels": ("recipient_id",),
    "/guilds/{guild_id}/channels": ("parent_id",),
    "/channels/{channel_id}": ("parent_id",),
    "/guilds/{guild_id}/scheduled-events": ("channel_id",),
}
_BITS = {
    "/guilds/{guild_id}/roles": ("permissions",),
    "/guilds/{guild_id}/roles/{role_id}": ("permissions",),
    "/channels/{channel_id}/permissions/{overwrite_id}": ("allow", "deny"),
}
# Callback types whose `data` is a message.
_NEW_MESSAGE, _UPDATED_MESSAGE = 4, 7


def as_described(template: str, body: Any) -> Any:
    """The body as Discord's description would have it, where only discord.py's ways differ."""
    if isinstance(body, list):
        return [as_described(template, each) for each in body]
    if not isinstance(body, dict):
        return body
    changed: Json = dict(body)
    if template.endswith("/commands"):
        changed.pop("nsfw", None)
    if template.endswith("/callback") and isinstance(changed.get("data"), dict):
        kind = changed.get("type")
        if kind in (_NEW_MESSAGE, _UPDATED_MESSAGE):
            changed["data"] = _message(changed["data"], edited=kind == _UPDATED_MESSAGE)
    elif "/messages" in template or template.startswith("/webhooks"):
        edited = template.endswith(("{message_id}", "@original"))
        changed = _message(changed, edited=edited)
    _turn(changed, _SNOWFLAKES.get(template, ()), int, str)
    _turn(changed, _BITS.get(template, ()), str, int)
    if isinstance(changed.get("permission_overwrites"), list):
        overwrites = [dict(overwrite) for overwrite in changed["permission_overwrites"]]
        for overwrite in overwrites:
            _turn(overwrite, ("allow", "deny"), str, int)
            _turn(overwrite, ("id",), int, str)
        changed["permission_overwrites"] = overwrites
    return changed


def _message(body: Json, *, edited: bool) -> Json:
    changed = dict(body)
    if isinstance(changed.get("message_reference"), dict):
        reference = dict(changed["message_reference"])
        _turn(reference, ("message_id", "channel_id", "guild_id"), int, str)
        changed["message_reference"] = reference
    if edited and changed.get("tts") is False:
        # discord.py says it of every message; only a new one has it.
        del changed["tts"]
    if isinstance(changed.get("embeds"), list):
        # discord.py sends an embed's flags, which only Discord sets, when they are all off.
        changed["embeds"] = [
            {key: value for key, value in embed.items() if (key, value) != ("flags", 0)}
            for embed in changed["embeds"]
        ]
    if isinstance(changed.get("attachments"), list):
        changed["attachments"] = [dict(attachment) for attachment in changed["attachments"]]
        for attachment in changed["attachments"]:
            _turn(attachment, ("id",), int, str)
    return changed


def _turn(body: Json, keys: tuple[str, ...], found: type, wanted: type) -> None:
    for key in keys:
        if isinstance(body.get(key), found):
            body[key] = wanted(body[key])
