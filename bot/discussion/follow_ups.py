"""When a quiet thread is asked the prompt's next follow-up: seldom, and never at night."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.content.model import Text
from bot.discussion.model import Discussion, Phase
from bot.discussion.phases import QUIET

MOST_A_DAY = 2
# Between these times of the server's own clock nobody is asked anything.
NIGHT, MORNING = time(22), time(8)


def looked(
    discussion: Discussion, now: datetime, last_word: datetime | None
) -> tuple[Discussion, Text | None]:
    """Look whether it is time for a follow-up; ``last_word``: when somebody wrote there last.

    Returns the discussion with its next time to look, and what is to be asked now, if anything.
    """
    asked = discussion.prompt.follow_ups[discussion.followed :]
    talks = discussion.phase in (Phase.ARGUMENT, Phase.SHARING)
    if not asked or not talks or discussion.is_paused:
        return replace(discussion, follow_at=None), None
    zone = ZoneInfo(discussion.zone)
    today = now.astimezone(zone).date()
    count = discussion.followed_on_day if discussion.follow_day == today else 0
    at = now
    if last_word is not None:
        at = max(at, last_word + QUIET)
    if count >= MOST_A_DAY:
        at = max(at, _morning(today + timedelta(days=1), zone))
    at = _by_day(at, zone)
    if at > now:
        return replace(discussion, follow_at=at), None
    asking = replace(
        discussion,
        followed=discussion.followed + 1,
        follow_at=None if len(asked) == 1 else _by_day(now + QUIET, zone),
        follow_day=today,
        followed_on_day=count + 1,
    )
    return asking, asked[0]


def _by_day(at: datetime, zone: ZoneInfo) -> datetime:
    """Return the first moment from ``at`` on that is not in the night."""
    local = at.astimezone(zone)
    if local.time() >= NIGHT:
        return _morning(local.date() + timedelta(days=1), zone)
    if local.time() < MORNING:
        return _morning(local.date(), zone)
    return at


def _morning(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, MORNING, tzinfo=zone).astimezone(UTC)
