"""Shows a member's reminder: the choice of an hour, and the private message itself."""

from dataclasses import dataclass

import discord

from bot.discord_ui.screens import Button, Link, Part, Screen, Select
from bot.discord_ui.words import Say
from bot.ids import GuildId
from bot.review import buttons
from bot.review.reminder import HOURS, Reminder

COLOUR = discord.Colour(0x5353CF)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a member: items to review, and daily items that they have not answered."""

    due: int
    asked: int

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.due or self.asked)


def notify_screen(reminder: Reminder | None, zone: str, say: Say, *, note: str = "") -> Screen:
    """Show whether and when the member is reminded, and let them choose."""
    if reminder is not None and reminder.coming is not None:
        at = f"<t:{int(reminder.coming.at.timestamp())}:R>"
        words = say("notify-on", hour=_hour(reminder.hour), next=at)
    else:
        words = say("notify-off")
    embed = discord.Embed(
        title=say("notify-title"),
        description=f"{words}\n-# {say('notify-how', zone=zone)}",
        colour=COLOUR,
    )
    options = tuple((str(hour), _hour(hour)) for hour in HOURS)
    rows: tuple[tuple[Part, ...], ...] = ((Select(buttons.hour(), say("notify-choose"), options),),)
    if reminder is not None and reminder.is_on:
        rows += ((Button(say("notify-stop"), buttons.off(), "danger"),),)
    return Screen(note, (embed,), rows)


def reminder_screen(post: int, number: int, guild: GuildId, waiting: Waiting, say: Say) -> Screen:
    """Show what waits, in a private message, with the one button that ends them."""
    lines = [say("reminder-hello")]
    if waiting.asked:
        lines.append(say("reminder-asked", count=waiting.asked))
    if waiting.due:
        lines.append(say("reminder-due", count=waiting.due))
    # Discord opens a server at the channel that was read last.
    url = f"https://discord.com/channels/{guild}"
    row = (
        Link(say("reminder-open"), url),
        Button(say("notify-stop"), buttons.off_by_message(post, number)),
    )
    return Screen("\n".join(lines), rows=(row,))


def stopped_screen(say: Say) -> Screen:
    """Say that the reminders have ended."""
    return Screen(say("notify-stopped"))


def _hour(hour: int) -> str:
    return f"{hour:02}:00"
