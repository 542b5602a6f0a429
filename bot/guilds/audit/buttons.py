"""The press that turns the pages of the audit."""

from bot.discord_ui.custom_ids import custom_id

PAGE = "audit-page"


def page(number: int) -> str:
    """Show the page ``number`` (0: the newest)."""
    return custom_id(PAGE, number)
