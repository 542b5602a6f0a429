"""What several screens of the quiz say alike: options with their letters, moments, days."""

from collections.abc import Iterable
from datetime import datetime

import discord

from bot.content.model import ItemKind
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_BUTTON_LABEL, Button
from bot.discord_ui.words import Say
from bot.posts.announce.model import WEEKDAYS
from bot.posts.wallclock import Weekly
from bot.quiz import buttons
from bot.quiz.schedule import Schedule
from bot.quiz.snapshot import TRUE, Option, Snapshot

COLOUR = discord.Colour(0x5353CF)
RIGHT_COLOUR = discord.Colour(0x2F8F6B)
WRONG_COLOUR = discord.Colour(0xC9803A)
QUIET_COLOUR = discord.Colour(0x8A8FA3)
LETTERS = "ABCDEF"
MAX_STEM = 600
MAX_EXPLANATION = 1000
MAX_OPTION = 160
MAX_SOURCE = 250
_WORKDAYS = frozenset(range(5))
_WEEKEND = frozenset({5, 6})


def label(snapshot: Snapshot, option: Option, say: Say) -> str:
    """Return what names ``option`` in a sentence: its letter and text, or true or false."""
    words = option_words(snapshot, option, say)
    if snapshot.kind is ItemKind.TRUE_FALSE:
        return words
    return f"{letter(snapshot, option.index)}. {words}"


def option_words(snapshot: Snapshot, option: Option, say: Say) -> str:
    """Return what ``option`` says, without its letter."""
    if snapshot.kind is ItemKind.TRUE_FALSE:
        return say("quiz-true" if option.index == TRUE else "quiz-false")
    return cut(option.text.into(say.language), MAX_OPTION)


def letter(snapshot: Snapshot, index: int) -> str:
    """Return the letter under which the option ``index`` was shown."""
    shown = [option.index for option in snapshot.options]
    return LETTERS[shown.index(index)]


def stem(snapshot: Snapshot, say: Say) -> str:
    """Return the question."""
    return f"**{cut(snapshot.stem.into(say.language), MAX_STEM)}**"


def explanation(snapshot: Snapshot, say: Say) -> str:
    """Return why the key is right."""
    return cut(snapshot.explanation.into(say.language), MAX_EXPLANATION)


def key_words(snapshot: Snapshot, say: Say) -> str:
    """Return the right answer in words."""
    if snapshot.key is not None:
        return snapshot.key.into(say.language)
    return ", ".join(label(snapshot, option, say) for option in snapshot.options if option.is_key)


def name_source(embed: discord.Embed, snapshot: Snapshot, say: Say) -> None:
    """Say from which note the item is."""
    note = snapshot.source.into(say.language)
    embed.set_footer(text=cut(say("source-note", note=note), MAX_SOURCE))


def concept_button(post: int, snapshot: Snapshot, say: Say) -> Button:
    """Return the button that shows the item's concept."""
    title = snapshot.concept_title.into(say.language)
    words = cut(say("quiz-concept", title=title), MAX_BUTTON_LABEL)
    return Button(words, buttons.concept(post, snapshot.concept), "primary")


def small(lines: Iterable[str]) -> str:
    """Return ``lines`` as Discord's small print."""
    return "\n".join(f"-# {line}" for line in lines)


def moment(at: datetime, style: str = "R") -> str:
    """Return ``at`` as Discord shows it in each reader's own zone."""
    return f"<t:{int(at.timestamp())}:{style}>"


def days_words(rule: Weekly, say: Say) -> str:
    """Return on which days and when a schedule posts."""
    at = f"{rule.time:%H:%M}"
    match rule.weekdays:
        case days if len(days) == len(WEEKDAYS):
            return say("quiz-daily", time=at)
        case days if days == _WORKDAYS:
            return say("quiz-workdays", time=at)
        case days if days == _WEEKEND:
            return say("quiz-weekend", time=at)
    names = ", ".join(say(f"choice-{WEEKDAYS[day]}") for day in sorted(rule.weekdays))
    return say("quiz-weekly", days=names, time=at)


def schedule_name(schedule: Schedule, channel: str, say: Say) -> str:
    """Return what a schedule is called in one line; ``channel`` is its name or mention."""
    return f"{channel} · {days_words(schedule.rule, say)}"
