"""Shows schedules and the log to moderators."""

from collections.abc import Mapping, Sequence

import discord

from bot.content.model import Text
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_EMBED_DESCRIPTION, Screen
from bot.discord_ui.words import Say
from bot.quiz.model import AskedItem, AskedState
from bot.quiz.schedule import Schedule, ScheduleState
from bot.quiz.show import parts
from bot.quiz.tally import percent

COLOUR = discord.Colour(0x5B7FDB)
SHOWN_STEM = 50
# A topic's title by its id; None: of the newest note, by the key None.
Topics = Mapping[str | None, Text]


def schedule_screen(headline: str, schedule: Schedule, topics: Topics, say: Say) -> Screen:
    """Say under ``headline`` what a schedule does from now on."""
    embed = discord.Embed(description=_described(schedule, topics, say), colour=COLOUR)
    return Screen(content=say(headline), embeds=(embed,))


def removed_screen(schedule: Schedule, say: Say) -> Screen:
    """Say that a schedule is gone, and what stays."""
    name = parts.schedule_name(schedule, f"<#{schedule.channel}>", say)
    return Screen(content=say("quiz-schedule-removed", name=name))


def list_screen(schedules: Sequence[Schedule], topics: Topics, say: Say) -> Screen:
    """Show every schedule of a server."""
    if not schedules:
        return Screen(content=say("quiz-no-schedules"))
    body = "\n\n".join(_described(schedule, topics, say) for schedule in schedules)
    embed = discord.Embed(
        title=say("quiz-schedules"), description=cut(body, MAX_EMBED_DESCRIPTION), colour=COLOUR
    )
    return Screen(embeds=(embed,))


def log_screen(asked: Sequence[AskedItem], say: Say) -> Screen:
    """Show what was asked, missed or taken back last."""
    if not asked:
        return Screen(content=say("quiz-log-empty"))
    body = "\n".join(_logged(item, say) for item in asked)
    embed = discord.Embed(
        title=say("quiz-log", count=len(asked)),
        description=cut(body, MAX_EMBED_DESCRIPTION),
        colour=COLOUR,
    )
    return Screen(embeds=(embed,))


def _described(schedule: Schedule, topics: Topics, say: Say) -> str:
    name = parts.schedule_name(schedule, f"<#{schedule.channel}>", say)
    lines = [f"**{name}**", say("quiz-schedule-items", count=schedule.items)]
    title = topics.get(schedule.topic)
    topic = title.into(say.language) if title else schedule.topic or say("quiz-topic-newest")
    lines[1] += " · " + (topic if schedule.topic else say("quiz-topic-newest"))
    extras = []
    if schedule.ping is not None:
        extras.append(say("quiz-schedule-ping", role=f"<@&{schedule.ping}>"))
    if schedule.hides_verdict:
        extras.append(say("quiz-schedule-hides"))
    if schedule.digest:
        extras.append(say("quiz-schedule-digest"))
    if schedule.skips:
        days = ", ".join(f"{day:%Y-%m-%d}" for day in sorted(schedule.skips)[:10])
        extras.append(say("quiz-schedule-skips", days=days))
    if extras:
        lines.append(" · ".join(extras))
    lines.append(_standing(schedule, say))
    return "\n".join(lines)


def _standing(schedule: Schedule, say: Say) -> str:
    if schedule.state is ScheduleState.PAUSED:
        reason = schedule.paused_for
        return say(f"quiz-paused-{reason}" if reason else "quiz-paused")
    if schedule.coming is None:
        return say("quiz-over")
    at = schedule.coming.at
    return say("quiz-next", at=f"{parts.moment(at, 'F')} ({parts.moment(at)})")


def _logged(item: AskedItem, say: Say) -> str:
    stem = cut(item.snapshot.stem.into(say.language), SHOWN_STEM)
    state = say(f"quiz-state-{item.state}")
    if item.state is AskedState.CLOSED and item.answers:
        state = say(
            "quiz-state-counted",
            answers=item.answers,
            percent=percent(item.right or 0, item.answers),
        )
    return f"`{item.day:%m-%d}` {state} · {stem}"
