"""Shows what surrounds an answer: the form to ask on, thanks for a verdict, how a reload went."""

from bot.answers import buttons
from bot.answers.notes import Edition
from bot.answers.teaching.buttons import wish_button
from bot.content.faults import Fault
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_CONTENT,
    Button,
    Input,
    ModalScreen,
    Screen,
)
from bot.discord_ui.words import Say

MAX_QUESTION = 200


def ask_on_modal(sent: str, say: Say) -> ModalScreen:
    """Ask for a question that goes on from the one before; ``sent`` is what its submit does."""
    field = Input(
        buttons.QUESTION_FIELD,
        say("ask-on-label"),
        placeholder=say("ask-on-placeholder"),
        max_length=MAX_QUESTION,
    )
    return ModalScreen(say("answer-ask-on"), sent, (field,))


def judged_screen(question: int, say: Say, *, good: bool, can_wait: bool = False) -> Screen:
    """Thank for a verdict; after a bad one offer to ask differently, or to wait for a better one.

    ``can_wait``: who presses asked in a server, where moderators may teach the answer.
    """
    if good:
        return Screen(content=say("judged-good"))
    row: tuple[Button, ...] = (Button(say("answer-ask-on"), buttons.ask_on(question)),)
    if can_wait:
        row += (wish_button(question, say),)
    return Screen(content=say("judged-bad"), rows=(row,))


def reloaded_screen(edition: Edition, say: Say) -> Screen:
    """Tell an operator what was read."""
    library = edition.library
    return Screen(
        content=say(
            "reload-done",
            concepts=len(library.concepts),
            items=len(library.items),
            prompts=len(library.prompts),
        )
    )


def broken_screen(faults: tuple[Fault, ...], say: Say) -> Screen:
    """Tell an operator every fault that fits, and that the old notes stay."""
    lines = "\n".join(f"- {plain(fault.said(say.language))}" for fault in faults)
    return Screen(content=cut(f"{say('reload-broken', count=len(faults))}\n{lines}", MAX_CONTENT))
