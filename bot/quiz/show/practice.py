"""Offers some items to practise on, beside the day's item."""

from dataclasses import replace

from bot.discord_ui.screens import Button, Screen
from bot.discord_ui.words import Say
from bot.quiz import buttons


def practice_button(say: Say) -> Button:
    """Return the button that begins a round of practice."""
    return Button(say("quiz-practise"), buttons.practise())


def with_practice(screen: Screen, say: Say) -> Screen:
    """Show ``screen`` with the offer below it."""
    return replace(screen, rows=(*screen.rows, (practice_button(say),)))


def only_practice_screen(say: Say) -> Screen:
    """Say that nothing is open, and offer practice."""
    return with_practice(Screen(say("quiz-nothing-open")), say)
