"""Shows answers: a concept's card, two side by side, a prompt, or an honest no."""

from bot.answers.show.concept import comparison_screen, concept_screen
from bot.answers.show.found import (
    answer_screen,
    gap_screen,
    prompt_screen,
    shared_screen,
    with_why,
)
from bot.answers.show.told import ask_on_modal, broken_screen, judged_screen, reloaded_screen
from bot.answers.show.why import why_screen

__all__ = [
    "answer_screen",
    "ask_on_modal",
    "broken_screen",
    "comparison_screen",
    "concept_screen",
    "gap_screen",
    "judged_screen",
    "prompt_screen",
    "reloaded_screen",
    "shared_screen",
    "why_screen",
    "with_why",
]
