"""Every screen of the inbox's overview."""

from datetime import UTC, datetime, timedelta

from bot.inbox.model import Line, Waiting
from bot.inbox.show import overview_screen
from tests.screens.scene import Scene

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LINES = (
    Line("gaps", Waiting(12, NOON), "1:inbox-gaps:0"),
    Line("appeals", Waiting(1, NOON - timedelta(days=3)), "1:inbox-open:0:0"),
    Line("suggestions", Waiting(2), "1:inbox-open:1:0"),
    Line("study", Waiting(4, NOON - timedelta(days=9), is_advice=True), "1:study:0"),
)
SCENES = (
    Scene(overview_screen, "three sections and advice", lambda say: overview_screen(LINES, say)),
    Scene(overview_screen, "one case", lambda say: overview_screen(LINES[1:2], say)),
    Scene(overview_screen, "advice alone", lambda say: overview_screen(LINES[3:], say)),
    Scene(overview_screen, "nothing waits", lambda say: overview_screen((), say)),
)
