"""A screen as Markdown that a person reads through: what a member sees, without the machinery."""

import discord

from bot.discord_ui.screens import Button, Link, ModalScreen, Part, Pick, Screen, Select


def drawn(screen: Screen | ModalScreen) -> str:
    """Return ``screen`` as Markdown."""
    return _modal(screen) if isinstance(screen, ModalScreen) else _message(screen)


def _message(screen: Screen) -> str:
    blocks = [screen.content] if screen.content else []
    blocks += [_quoted(_embed(embed)) for embed in screen.embeds]
    blocks += [f"🖼 {picture.name}: {picture.alt}" for picture in screen.pictures]
    blocks += [f"📎 {attached.name}" for attached in screen.attachments]
    blocks += [" ".join(_part(part) for part in row) for row in screen.rows]
    return "\n\n".join(blocks)


def _embed(embed: discord.Embed) -> str:
    blocks = [f"({embed.author.name})"] if embed.author.name else []
    if embed.title:
        blocks.append(f"### {embed.title}")
    if embed.description:
        blocks.append(embed.description)
    blocks += [f"**{field.name}**\n{field.value}" for field in embed.fields]
    if embed.image.url:
        blocks.append(f"({embed.image.url})")
    if embed.footer.text:
        blocks.append(f"_{embed.footer.text}_")
    return "\n\n".join(blocks)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _part(part: Part) -> str:
    if isinstance(part, Link):
        return f"[{part.label} ↗]"
    if isinstance(part, Select):
        options = " / ".join(label for _, label in part.options)
        return f"[{part.placeholder} ▾ {options}]"
    if isinstance(part, Pick):
        return f"[{part.placeholder} ▾ ({part.of}s)]"
    assert isinstance(part, Button)
    return f"[{part.emoji or ''}{part.label}]"


def _modal(screen: ModalScreen) -> str:
    lines = [
        f"{field.label}: {field.value or '………'} {field.placeholder}".rstrip()
        for field in screen.inputs
    ]
    return "\n\n".join([f"### {screen.title}", *lines])
