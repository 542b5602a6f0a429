"""What a moderator typed into a schedule's options, read as what the schedule is to be."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import NamedTuple

import discord

from bot.discord_ui.cutting import plain
from bot.discord_ui.words import Say
from bot.guilds.model import GuildSettings
from bot.ids import ChannelId, RoleId
from bot.posts.announce.model import UnclearTime
from bot.posts.announce.power import writable
from bot.posts.announce.typed_time import read_clock
from bot.posts.wallclock import Weekly, reading
from bot.quiz.schedule import CannotPing, Schedule, ScheduleGone
from bot.quiz.timetable import Wish
from bot.quiz.typed_days import EVERY_DAY, UnclearDates, UnclearDays, read_dates, read_days

# Stands for the newest note, whichever that is on the day.
NEWEST = "newest"
USUAL_RULE = Weekly(EVERY_DAY, time(9, 0))


class Typed(NamedTuple):
    """What a moderator gave; None: as it was (or, of a new schedule, the usual)."""

    channel: discord.TextChannel | None
    time: str | None
    days: str | None
    topic: str | None
    items: int | None
    skip: str | None
    ping: discord.Role | None
    hide: bool | None
    digest: bool | None


def wish_of(
    interaction: discord.Interaction,
    typed: Typed,
    present: Schedule | None,
    settings: GuildSettings,
    say: Say,
    now: datetime,
) -> Wish:
    """Return what is wanted: what was typed, else what is, else the usual."""
    today = reading(now, settings.zone_info()).date()
    if typed.ping is not None:
        _pingable(interaction, typed.ping)
    channel = typed.channel.id if typed.channel else present.channel if present else 0
    writable(interaction, channel, say)
    was = Wish.of(present) if present else Wish(ChannelId(channel), USUAL_RULE)
    return replace(
        was,
        channel=ChannelId(channel),
        rule=_rule(typed, was.rule),
        topic=was.topic if typed.topic is None else _topic(typed.topic),
        skips=was.skips if typed.skip is None else _dates(typed.skip, today),
        items=typed.items or was.items,
        ping=RoleId(typed.ping.id) if typed.ping else was.ping,
        hides_verdict=was.hides_verdict if typed.hide is None else typed.hide,
        digest=was.digest if typed.digest is None else typed.digest,
    )


def number_of(typed: str) -> int:
    """Return the number of the schedule that was chosen from the suggestions."""
    # What is no suggestion of ours names no schedule.
    if not (typed.isascii() and typed.isdigit() and len(typed) < 19):
        raise ScheduleGone
    return int(typed)


def _rule(typed: Typed, was: Weekly) -> Weekly:
    at = was.time if typed.time is None else read_clock(typed.time)
    if at is None:
        raise UnclearTime(plain(typed.time or ""))
    days = was.weekdays if typed.days is None else read_days(typed.days)
    if days is None:
        raise UnclearDays(typed.days or "")
    return Weekly(days, at)


def _dates(typed: str, today: date) -> frozenset[date]:
    dates = read_dates(typed, today)
    if dates is None:
        raise UnclearDates(typed)
    return dates


def _topic(typed: str) -> str | None:
    return None if typed == NEWEST else typed


def _pingable(interaction: discord.Interaction, role: discord.Role) -> None:
    """Let pass a role that a message of ours can ping (docs: permissions, "Mention Everyone")."""
    ours = interaction.guild.me.guild_permissions if interaction.guild else None
    if role.is_default() or not (role.mentionable or (ours and ours.mention_everyone)):
        raise CannotPing(role.name)
