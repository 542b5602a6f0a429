"""The presses of /privacy, and their custom ids."""

from bot.discord_ui.custom_ids import custom_id
from bot.ids import MemberId

DELETE = "privacy-delete"
KEEP = "privacy-keep"
DELETE_OF = "privacy-delete-of"


def delete() -> str:
    """Delete everything of whoever presses: in this server, or in direct messages everywhere."""
    return custom_id(DELETE)


def keep() -> str:
    """Leave everything as it is."""
    return custom_id(KEEP)


def delete_of(member: MemberId) -> str:
    """Delete everything of ``member`` in this server, at their wish, as a moderator."""
    return custom_id(DELETE_OF, member)
