"""What a member sees in a place of the simulated Discord, as plain lines for the control page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import discord
import simcord

_MENTION = re.compile(r"<(@!?|@&|#)(\d+)>")
_EMOJI = re.compile(r"<a?(:\w+:)\d+>")


class _Part(IntEnum):
    """Discord's component types that carry something to read."""

    BUTTON = 2
    STRING_SELECT = 3
    TEXT_DISPLAY = 10


@dataclass(frozen=True)
class Picture:
    """An attached picture: its file's name, and what is said of it to who can't see it."""

    name: str
    description: str


@dataclass(frozen=True)
class Line:
    """One message, readable without Discord.

    Attributes:
        author: the name shown, and whether a bot's.
        at: ISO 8601 moment in UTC.
        private: only the viewer sees it.
        text: paragraphs of what is written, Discord's Markdown kept, ids replaced by names.
        images: the attached pictures.
        footer: what stands below the pictures.
        controls: labels of its buttons and menus.
    """

    id: str
    author: str
    bot: bool
    at: str
    private: bool
    edited: bool
    text: str
    images: tuple[Picture, ...]
    footer: str
    controls: tuple[str, ...]


def last_lines(
    env: simcord.Env, place: simcord.ChannelHandle, viewer: Any, count: int
) -> list[Line]:
    """Return the newest ``count`` messages that ``viewer`` may see, oldest first."""
    stored = env.backend.messages.get(place.id, {})
    seen = [message for _, message in sorted(stored.items()) if message.visible_to(viewer.id)]
    return [_line(env, message) for message in seen[-count:]]


def picture(
    env: simcord.Env, channel_id: int, message_id: int, viewer: Any, name: str
) -> bytes | None:
    """Return the bytes of an attachment that ``viewer`` sees, or None if there is no such."""
    message = env.backend.messages.get(channel_id, {}).get(message_id)
    for attachment in message.attachments if message and message.visible_to(viewer.id) else ():
        if attachment["filename"] == name:
            return env.backend.cdn.get(attachment["url"])
    return None


def _line(env: simcord.Env, message: Any) -> Line:
    paragraphs = [_said(message), *_embed_texts(message.embeds)]
    controls: list[str] = []
    for part in _walk(message.components):
        match part.get("type"):
            case _Part.TEXT_DISPLAY:
                paragraphs.append(part["content"])
            case _Part.BUTTON:
                emoji = (part.get("emoji") or {}).get("name", "")
                controls.append(f"{emoji} {part.get('label') or ''}".strip())
            case _Part.STRING_SELECT:
                controls.append(part.get("placeholder") or "…")
            case _:
                pass
    author = env.backend.get_user(message.author_id)
    return Line(
        id=str(message.id),
        author=_name(env, message.channel_id, author.id),
        bot=author.bot,
        at=message.timestamp,
        private=message.is_ephemeral,
        edited=message.edited_timestamp is not None,
        text="\n".join(
            _readable(env, message.channel_id, text) for text in paragraphs if text
        ).strip(),
        images=tuple(
            Picture(attachment["filename"], attachment.get("description") or "")
            for attachment in message.attachments
            if str(attachment.get("content_type", "")).startswith("image/")
        ),
        footer="\n".join(
            embed["footer"]["text"] for embed in message.embeds if embed.get("footer")
        ),
        controls=tuple(controls),
    )


def _said(message: Any) -> str:
    # Clients say so in their own language; SimCord keeps the English.
    is_pin = message.type == discord.MessageType.pins_add.value
    return "📌 메시지를 고정했어요 · Pinned a message" if is_pin else str(message.content)


def _embed_texts(embeds: list[dict[str, Any]]) -> Iterator[str]:
    for embed in embeds:
        if embed.get("title"):
            yield f"**{embed['title']}**"
        yield embed.get("description") or ""
        for field in embed.get("fields") or ():
            yield f"**{field['name']}**\n{field['value']}"


def _walk(components: list[dict[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components") or [])
        if component.get("accessory"):
            yield component["accessory"]


def _readable(env: simcord.Env, channel_id: int, text: str) -> str:
    def named(found: re.Match[str]) -> str:
        kind, number = found[1], int(found[2])
        if kind == "#":
            channel = env.backend.channels.get(number)
            return f"#{channel.name}" if channel else found[0]
        if kind == "@&":
            guild_id = env.backend.get_channel(channel_id).guild_id
            role = env.backend.get_role(guild_id, number) if guild_id else None
            return f"@{role.name}" if role else found[0]
        return f"@{_name(env, channel_id, number)}" if number in env.backend.users else found[0]

    return _EMOJI.sub(r"\1", _MENTION.sub(named, text))


def _name(env: simcord.Env, channel_id: int, user_id: int) -> str:
    user = env.backend.get_user(user_id)
    guild_id = env.backend.get_channel(channel_id).guild_id
    member = env.backend.get_guild(guild_id).members.get(user_id) if guild_id else None
    return (member.nick if member else None) or user.global_name or user.name
