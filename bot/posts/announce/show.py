"""Shows announcements: the post itself, its confirmation, the list, the modal to write one."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import discord

from bot.discord_ui.cutting import plain
from bot.discord_ui.screens import MAX_BUTTONS_IN_ROW, Button, Input, ModalScreen, Screen
from bot.discord_ui.words import Say
from bot.posts.announce import buttons
from bot.posts.announce.model import MAX_TEXT, WEEKDAYS, Announcement, Standing
from bot.posts.wallclock import Once, Rule, is_skipped

COLOUR = discord.Colour(0x5B7FDB)
EXCERPT = 80
_BROADCASTS = ("@everyone", "@here")


def announcement_screen(text: str) -> Screen:
    """Show what the moderator wrote; nobody is pinged, and nothing looks as if it did."""
    for broadcast in _BROADCASTS:
        text = text.replace(broadcast, "@\u200b" + broadcast[1:])
    return Screen(content=text)


def writing_modal(custom_id: str, say: Say) -> ModalScreen:
    """Ask for the text."""
    field = Input(
        buttons.TEXT_FIELD,
        say("announce-text"),
        say("announce-text.placeholder"),
        long=True,
        max_length=MAX_TEXT,
    )
    return ModalScreen(say("announce-title"), custom_id, (field,))


def kept_screen(announcement: Announcement, say: Say) -> Screen:
    """Say when and where it will be posted."""
    channel = f"<#{announcement.channel}>"
    if announcement.next is None:
        return Screen(content=say("announce-sending", channel=channel))
    lines = [say("announce-kept", channel=channel, at=moment(announcement.next.at))]
    wall = datetime.combine(announcement.next.day, announcement.rule.time)
    if is_skipped(wall, ZoneInfo(announcement.zone)):
        lines.append(say("announce-skipped-hour"))
    if not isinstance(announcement.rule, Once):
        lines.append(say("announce-repeats", rule=rule_words(announcement.rule, say)))
    return Screen(content="\n".join(lines))


def list_screen(announcements: Sequence[Announcement], say: Say) -> Screen:
    """Show what waits, with a button each to cancel it, or to let a paused one go on."""
    if not announcements:
        return Screen(content=say("announce-none"))
    lines, row = [], []
    for number, each in enumerate(announcements, 1):
        lines.append(f"**{number}.** {plain(each.text, EXCERPT)}\n{_line(each, say)}")
        if each.standing is Standing.PAUSED:
            row.append(
                Button(say("announce-resume", number=number), buttons.resumed(each.id), "primary")
            )
        else:
            row.append(Button(say("announce-cancel", number=number), buttons.cancelled(each.id)))
    embed = discord.Embed(title=say("announce-list"), description="\n\n".join(lines), colour=COLOUR)
    rows = [
        tuple(row[start : start + MAX_BUTTONS_IN_ROW])
        for start in range(0, len(row), MAX_BUTTONS_IN_ROW)
    ]
    return Screen(embeds=(embed,), rows=tuple(rows))


def cancelled_screen(announcement: Announcement, say: Say) -> Screen:
    """Say that it will not be posted again."""
    return Screen(content=say("announce-cancelled", text=plain(announcement.text, EXCERPT)))


def resumed_screen(announcement: Announcement, say: Say) -> Screen:
    """Say when it goes on."""
    return kept_screen(announcement, say)


def moment(at: datetime) -> str:
    """Return ``at`` as Discord shows a moment, in each reader's own zone."""
    seconds = int(at.timestamp())
    return f"<t:{seconds}:F> (<t:{seconds}:R>)"


def rule_words(rule: Rule, say: Say) -> str:
    """Return when a repeated announcement is posted, in words."""
    if isinstance(rule, Once):
        return f"{rule.at:%Y-%m-%d %H:%M}"
    at = f"{rule.time:%H:%M}"
    if len(rule.weekdays) == len(WEEKDAYS):
        return say("announce-daily", time=at)
    days = ", ".join(say(f"choice-{WEEKDAYS[day]}") for day in sorted(rule.weekdays))
    return say("announce-weekly", days=days, time=at)


def _line(announcement: Announcement, say: Say) -> str:
    channel = f"<#{announcement.channel}>"
    if announcement.next is None:
        return say("announce-paused", channel=channel)
    line = f"{channel} · {moment(announcement.next.at)}"
    if isinstance(announcement.rule, Once):
        return line
    return f"{line}\n{rule_words(announcement.rule, say)}"
