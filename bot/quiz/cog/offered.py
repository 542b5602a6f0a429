"""What moderators are offered while they type the options of a schedule (pure)."""

from collections.abc import Iterable, Sequence

import discord
from discord import app_commands

from bot.content.library import Library
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_CHOICE_NAME, MAX_CHOICES
from bot.discord_ui.words import Say
from bot.posts.announce.typed_time import read_clock
from bot.quiz.cog.wishes import NEWEST
from bot.quiz.schedule import Schedule
from bot.quiz.show.parts import schedule_name
from bot.quiz.typed_days import read_days

Choices = list[app_commands.Choice[str]]
LIKELY_TIMES = ("08:00", "09:00", "12:00", "18:00", "21:00")


def schedules(
    every: Sequence[Schedule], guild: discord.Guild | None, typed: str, say: Say
) -> Choices:
    """Return those of a server's schedules whose name, or number, is typed."""
    names = [(_named(each, guild, say), str(each.number)) for each in every]
    wanted = typed.casefold()
    found = [each for each in names if wanted in each[0].casefold() or typed == each[1]]
    return _choices(found)


def topics(library: Library, typed: str, say: Say) -> Choices:
    """Return the newest note, then every topic, as far as what is typed fits."""
    found = [(say("quiz-topic-newest"), NEWEST)]
    found += [(each.title.into(say.language), each.id) for each in library.topics]
    return _choices(each for each in found if typed.casefold() in each[0].casefold())


def times(typed: str) -> Choices:
    """Return how what is typed is understood; before that, usual times."""
    read = read_clock(typed) if typed.strip() else None
    found = [f"{read:%H:%M}"] if read else [] if typed.strip() else list(LIKELY_TIMES)
    return _choices((each, each) for each in found)


def days(typed: str, say: Say) -> Choices:
    """Return usual sets of days; what else is typed is taken as it is."""
    usual = [say(f"quiz-days-{name}") for name in ("daily", "workdays", "weekend")]
    found = [each for each in usual if typed.casefold() in each.casefold()]
    if not found and read_days(typed):
        found = [cut(typed, MAX_CHOICE_NAME)]
    return _choices((each, each) for each in found)


def _choices(found: Iterable[tuple[str, str]]) -> Choices:
    named = [
        app_commands.Choice(name=cut(name, MAX_CHOICE_NAME), value=value) for name, value in found
    ]
    return named[:MAX_CHOICES]


def _named(schedule: Schedule, guild: discord.Guild | None, say: Say) -> str:
    channel = guild.get_channel(schedule.channel) if guild else None
    name = f"#{channel.name}" if channel else "#?"
    return cut(schedule_name(schedule, name, say), MAX_CHOICE_NAME)
