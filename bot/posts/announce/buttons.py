"""The kinds of press that announcements carry, and the custom ids that name them."""

from datetime import datetime, time

from bot.discord_ui.custom_ids import custom_id
from bot.posts.announce.model import DAILY, WEEKDAYS, weekly
from bot.posts.wallclock import Once, Rule, Weekly

WRITE_NOW = "announce-now"
WRITE_ONCE = "announce-at"
WRITE_WEEKLY = "announce-weekly"
CANCEL = "announce-cancel"
RESUME = "announce-resume"
TEXT_FIELD = "text"


def written(channel: int, rule: Rule | None, *, silent: bool) -> str:
    """Return the id of the modal for an announcement by ``rule`` (None: now)."""
    match rule:
        case None:
            return custom_id(WRITE_NOW, channel, int(silent))
        case Once(at):
            return custom_id(WRITE_ONCE, channel, int(silent), int(f"{at:%Y%m%d%H%M}"))
        case Weekly(weekdays, at):
            day = next(iter(weekdays)) if len(weekdays) == 1 else len(WEEKDAYS)
            return custom_id(WRITE_WEEKLY, channel, int(silent), day, at.hour * 60 + at.minute)


def once_of(number: int) -> Once:
    """Return the rule that a modal's id carries as ``YYYYMMDDhhmm``.

    Raises:
        ValueError: it is no such time: the id was forged.
    """
    return Once(datetime.strptime(f"{number:012d}", "%Y%m%d%H%M"))  # noqa: DTZ007 - wall clock


def weekly_of(day: int, minutes: int) -> Weekly:
    """Return the rule that a modal's id carries.

    Raises:
        ValueError: there is no such day or time: the id was forged.
    """
    name = (*WEEKDAYS, DAILY)[day] if day <= len(WEEKDAYS) else ""
    return weekly(name, time(minutes // 60, minutes % 60))


def cancelled(announcement: int) -> str:
    """Cancel an announcement."""
    return custom_id(CANCEL, announcement)


def resumed(announcement: int) -> str:
    """Let a paused announcement go on."""
    return custom_id(RESUME, announcement)
