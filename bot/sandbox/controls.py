"""Custom ids of what can be pressed under a message, for the tours that press it."""

import discord


def controls_of(message: discord.Message, kind: str | None = None) -> list[str]:
    """Return the custom ids of a message's buttons and menus in order, or those of one kind."""
    found = [
        part.custom_id
        for row in message.components
        if isinstance(row, discord.ActionRow)
        for part in row.children
        if part.custom_id
    ]
    return found if kind is None else [each for each in found if f":{kind}:" in each]
