"""The kinds of press of teaching and of waiting for an answer, and the custom ids for them."""

from bot.discord_ui.custom_ids import custom_id
from bot.discord_ui.screens import Button
from bot.discord_ui.words import Say

CASE = "teach-case"
TEACH = "teach"
TYPE = "teach-type"
TYPED = "teach-typed"
OUTSIDE = "teach-outside"
LESSONS = "teach-lessons"
UNDO = "teach-undo"
GAPS = "inbox-gaps"
WISH = "answer-wish"
UNWISH = "answer-unwish"
STOP = "answer-wish-stop"
NAME = "concept"

OLDEST = 0


def case(question: int) -> str:
    """Show the case of ``question``; 0: the first."""
    return custom_id(CASE, question)


def teach(question: int) -> str:
    """Teach that the chosen concept answers the case of ``question``."""
    return custom_id(TEACH, question)


def type_concept(question: int) -> str:
    """Open the form in which the concept is typed."""
    return custom_id(TYPE, question)


def typed(question: int) -> str:
    """Send that form."""
    return custom_id(TYPED, question)


def outside(question: int) -> str:
    """Teach that our notes don't cover the case of ``question``."""
    return custom_id(OUTSIDE, question)


def lessons(page: int) -> str:
    """Show a page (from 0) of what was taught."""
    return custom_id(LESSONS, page)


def undo(lesson: int) -> str:
    """Take a lesson back."""
    return custom_id(UNDO, lesson)


def wish(question: int) -> str:
    """Be told when ``question`` has an answer."""
    return custom_id(WISH, question)


def unwish(question: int) -> str:
    """Be told no more."""
    return custom_id(UNWISH, question)


def stop(post: int, guild: int) -> str:
    """Be told of none of one's questions in ``guild``, from the direct message ``post``."""
    return custom_id(STOP, post, guild)


def wish_button(question: int, say: Say) -> Button:
    """Return the button with which who asked waits for an answer."""
    return Button(say("wish-button"), wish(question))
