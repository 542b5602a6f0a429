"""The presses of /privacy, and their custom ids."""

from bot.discord_ui.custom_ids import custom_id

DELETE = "privacy-delete"
KEEP = "privacy-keep"


def delete() -> str:
    """Delete everything of whoever presses: in this server, or in direct messages everywhere."""
    return custom_id(DELETE)


def keep() -> str:
    """Leave everything as it is."""
    return custom_id(KEEP)
