"""The press that every section shares: back to the overview."""

from bot.discord_ui.custom_ids import custom_id
from bot.discord_ui.screens import Button
from bot.discord_ui.words import Say

HOME = "inbox-home"


def home_button(say: Say) -> Button:
    """Return the button back to the overview; it stands at the end of a section's screen."""
    return Button(say("inbox-home"), custom_id(HOME))
