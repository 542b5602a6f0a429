"""What is offered while moderators type: discussions, and lengths of time."""

from collections.abc import Iterable
from datetime import timedelta

from discord import app_commands

from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_CHOICE_NAME, MAX_CHOICES
from bot.discord_ui.words import Say
from bot.discussion.model import Discussion
from bot.discussion.show.parts import length_words, phase_words, title_of
from bot.discussion.typed_lengths import read_length

Choices = list[app_commands.Choice[str]]
MAX_TITLE = 60
MINUTE = timedelta(minutes=1)
LIKELY = (
    timedelta(hours=1),
    timedelta(hours=12),
    timedelta(days=1),
    timedelta(days=2),
    timedelta(days=3),
    timedelta(days=7),
)


def offered_discussions(found: Iterable[Discussion], typed: str, say: Say) -> Choices:
    """Return those of ``found`` that fit what is typed."""
    named = [
        (f"#{each.id} {title_of(each, say, MAX_TITLE)} · {phase_words(each, say)}", each.id)
        for each in found
    ]
    return [
        app_commands.Choice(name=cut(name, MAX_CHOICE_NAME), value=str(number))
        for name, number in named
        if typed.casefold() in name.casefold()
    ][:MAX_CHOICES]


def offered_lengths(typed: str, say: Say) -> Choices:
    """Return how what is typed is understood; before anything is typed, usual lengths."""
    read = read_length(typed)
    found = [read] if read else [] if typed.strip() else list(LIKELY)
    return [
        app_commands.Choice(name=length_words(each, say), value=f"{each // MINUTE}m")
        for each in found
    ]
