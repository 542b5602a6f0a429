"""What Discord refuses in a message or a modal that its schemas do not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.wire.messages import INTERACTIVE, MessageFlag, walk
from tests.wire.objects import Json

# Discord's reference: "Embed Limits" and "Component Reference".
MAX_EMBEDS_TOTAL = 6000
MAX_COMPONENTS_V2 = 40
MAX_TEXT_V2 = 4000
MAX_ROWS = 5

ROW, BUTTON, LINK_STYLE, PREMIUM_STYLE, TEXT_DISPLAY = 1, 2, 5, 6, 10
V1_TOP = frozenset({ROW})
_SETTABLE = int(
    MessageFlag.SUPPRESS_EMBEDS
    | MessageFlag.EPHEMERAL
    | MessageFlag.SUPPRESS_NOTIFICATIONS
    | MessageFlag.COMPONENTS_V2
)
_V2 = int(MessageFlag.COMPONENTS_V2)


def message_faults(body: Json, *, files: int, editing: bool, flags: int = 0) -> list[str]:
    """Faults in a message's body; `flags` are those that an edited message already has."""
    return [*_message_faults(body, files, editing, flags | (body.get("flags") or 0))]


def modal_faults(body: Json) -> list[str]:
    """Faults in a modal's body: nothing to fill in, or the same custom id twice."""
    return [*_custom_id_faults(body.get("components") or [])]


def is_empty(body: Json, *, files: int) -> bool:
    """Whether a new message would show nothing at all."""
    shown = ("content", "embeds", "sticker_ids", "components", "attachments", "poll")
    return not files and not any(body.get(key) for key in shown)


def _message_faults(body: Json, files: int, editing: bool, flags: int) -> Iterator[str]:
    components = body.get("components") or []
    embeds = body.get("embeds") or []
    if not editing and is_empty(body, files=files):
        yield "an empty message"
    if (body.get("flags") or 0) & ~_SETTABLE:
        yield f"flags that a bot cannot set: {body['flags']}"
    if sum(map(_embed_length, embeds)) > MAX_EMBEDS_TOTAL:
        yield f"embeds of {sum(map(_embed_length, embeds))} characters in all"
    yield from _custom_id_faults(components)
    yield from _attachment_faults(body, files)
    if flags & _V2:
        if body.get("content") or embeds or body.get("poll"):
            yield "content, embeds or a poll beside version 2 components"
        if len([*walk(components)]) > MAX_COMPONENTS_V2:
            yield f"{len([*walk(components)])} components"
        texts = [part["content"] for part in walk(components) if part.get("type") == TEXT_DISPLAY]
        if sum(map(len, texts)) > MAX_TEXT_V2:
            yield f"{sum(map(len, texts))} characters of text in components"
    elif any(part.get("type") not in V1_TOP for part in components):
        yield "version 2 components without the flag"
    elif len(components) > MAX_ROWS:
        yield f"{len(components)} rows"


def _custom_id_faults(components: list[Json]) -> Iterator[str]:
    ids = []
    for part in walk(components):
        if part.get("type") not in INTERACTIVE:
            continue
        if part.get("style") in (LINK_STYLE, PREMIUM_STYLE) and part["type"] == BUTTON:
            if part.get("custom_id"):
                yield f"a link or premium button with a custom_id: {part['custom_id']}"
        elif not part.get("custom_id"):
            yield f"a component of type {part['type']} without custom_id"
        else:
            ids.append(part["custom_id"])
    for custom_id, count in Counter(ids).items():
        if count > 1:
            yield f"custom_id {custom_id!r} {count} times"


def _attachment_faults(body: Json, files: int) -> Iterator[str]:
    for attachment in body.get("attachments") or []:
        number = int(attachment["id"])
        # A small number names an uploaded file; a snowflake names an attachment that is kept.
        if number < 1 << 22 and number >= files:
            yield f"attachment {number} without its file"


def _embed_length(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    for entry in embed.get("fields") or []:
        texts += [entry.get("name"), entry.get("value")]
    return sum(len(text) for text in texts if text)
