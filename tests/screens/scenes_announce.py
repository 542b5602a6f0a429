"""Every screen of announcements."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.ids import ChannelId, GuildId, MemberId
from bot.posts.announce import show
from bot.posts.announce.model import Announcement, Standing
from bot.posts.wallclock import Occurrence, Once, Weekly
from tests.screens.scene import Scene

EVENING = Occurrence(date(2026, 1, 5), datetime(2026, 1, 5, 11, tzinfo=UTC))
ONCE = Announcement(
    id=1,
    guild=GuildId(1),
    channel=ChannelId(33),
    author=MemberId(2),
    text="이번 주 모임은 *토요일* 저녁 8시예요.",
    silent=True,
    rule=Once(datetime(2026, 1, 5, 20)),  # noqa: DTZ001 - wall-clock time
    zone="Asia/Seoul",
    standing=Standing.WAITING,
    next=EVENING,
    claimed_day=None,
)
WEEKLY = replace(ONCE, id=2, rule=Weekly(frozenset({0, 3}), time(20)))
PAUSED = replace(WEEKLY, id=3, standing=Standing.PAUSED, next=None)
SKIPPED = replace(
    ONCE,
    rule=Once(datetime(2026, 3, 29, 2, 30)),  # noqa: DTZ001 - wall-clock time
    zone="Europe/Berlin",
    next=Occurrence(date(2026, 3, 29), datetime(2026, 3, 29, 1, tzinfo=UTC)),
)

SCENES = (
    Scene(
        show.announcement_screen, "", lambda _say: show.announcement_screen("@everyone 모임이에요")
    ),
    Scene(show.writing_modal, "", lambda say: show.writing_modal("1:announce-written:1", say)),
    Scene(show.kept_screen, "once", lambda say: show.kept_screen(ONCE, say)),
    Scene(show.kept_screen, "weekly", lambda say: show.kept_screen(WEEKLY, say)),
    Scene(show.kept_screen, "at once", lambda say: show.kept_screen(PAUSED, say)),
    Scene(show.kept_screen, "an hour that is left out", lambda say: show.kept_screen(SKIPPED, say)),
    Scene(show.list_screen, "", lambda say: show.list_screen((ONCE, WEEKLY, PAUSED), say)),
    Scene(show.list_screen, "nothing waits", lambda say: show.list_screen((), say)),
    Scene(show.cancelled_screen, "", lambda say: show.cancelled_screen(ONCE, say)),
    Scene(show.resumed_screen, "", lambda say: show.resumed_screen(WEEKLY, say)),
)
