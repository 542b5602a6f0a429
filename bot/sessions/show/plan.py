"""How plans look: made, reminded of, listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.content.model import Text
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import (
    MAX_BUTTON_LABEL,
    MAX_EMBED_DESCRIPTION,
    Button,
    Screen,
)
from bot.discord_ui.words import Say
from bot.sessions import buttons
from bot.sessions.plan import Plan, Reminder
from bot.sessions.show.parts import COLOUR, QUIET_COLOUR, full, relative

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reminded:
    """What a reminder is about."""

    title: Text
    starts_at: datetime
    minutes: int
    reminder: Reminder
    occurrence: int


def reminder_screen(
    post: int, plan: int, reminded: Reminded, say: Say, *, stands: bool = True
) -> Screen:
    """Show when it begins; ten minutes before, with the button that starts it."""
    at = reminded.starts_at
    name = f"session-reminder-{reminded.reminder}" if stands else "session-reminder-past"
    embed = discord.Embed(
        title=say("session-reminder", title=reminded.title.into(say.language)),
        description=say(name, at=full(at), left=relative(at), minutes=reminded.minutes),
        colour=COLOUR if stands else QUIET_COLOUR,
    )
    if not stands or reminded.reminder is Reminder.DAY:
        return Screen(embeds=(embed,))
    press = buttons.start(post, plan, reminded.occurrence)
    return Screen(embeds=(embed,), rows=((Button(say("session-start"), press, "primary"),),))


def planned_screen(plan: Plan, say: Say) -> Screen:
    """Say privately what was planned."""
    name = "session-planned-weekly" if plan.weekly else "session-planned"
    return Screen(
        say(
            name,
            title=plan.title.into(say.language),
            at=full(plan.starts_at),
            channel=f"<#{plan.channel}>",
        )
    )


def plans_screen(plans: Sequence[Plan], say: Say) -> Screen:
    """List what is planned, each with a button to cancel it."""
    if not plans:
        return Screen(say("session-plans-none"))
    lines = [_line(at, plan, say) for at, plan in enumerate(plans, 1)]
    embed = discord.Embed(
        title=say("session-plans"),
        description=cut("\n".join(lines), MAX_EMBED_DESCRIPTION),
        colour=COLOUR,
    )
    row = tuple(
        Button(
            cut(say("session-plan-cancel", n=at), MAX_BUTTON_LABEL),
            buttons.cancel_plan(plan.number),
            "danger",
        )
        for at, plan in enumerate(plans[:SHOWN], 1)
    )
    return Screen(embeds=(embed,), rows=(row,))


def _line(at: int, plan: Plan, say: Say) -> str:
    name = "session-plans-line-weekly" if plan.weekly else "session-plans-line"
    title, channel = plan.title.into(say.language), f"<#{plan.channel}>"
    return say(name, n=at, title=title, at=full(plan.starts_at), channel=channel)
