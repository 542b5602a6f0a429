"""Every screen of the set-up, of the check and of the audit."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from bot.guilds.audit.model import Act, Page, Via
from bot.guilds.audit.show import audit_screen
from bot.ids import ChannelId, GuildId, MemberId, RoleId
from bot.setup import show
from bot.setup.model import ASKED, Checked, Draft, Step
from tests.screens.scene import Scene

BLANK = Draft(GuildId(1))
FULL = Draft(
    GuildId(1),
    revision=6,
    step=Step.REVIEW,
    zone="Asia/Seoul",
    quiz_channel=ChannelId(33),
    quiz_minutes=20 * 60 + 30,
    notice_channel=ChannelId(44),
    moderator_role=RoleId(22),
)
FINE = Checked(ChannelId(33), ("check-use-quiz", "check-use-announcement"))
LACKING = Checked(
    ChannelId(44), ("check-use-discussion",), ("create_public_threads", "pin_messages")
)
GONE = Checked(ChannelId(55), ("check-use-notice",), is_gone=True)
AT = datetime(2026, 1, 1, tzinfo=UTC)
ACTS = (
    Act(3, GuildId(1), MemberId(7), AT, Via.PRESS, "x", (("label", "받기"), ("title", "제안 1/2"))),
    Act(2, GuildId(1), MemberId(7), AT, Via.FORM, "announce-at", (("text", "내일 모여요"),)),
    Act(1, GuildId(1), MemberId(0), AT, Via.COMMAND, "settings zone", (("zone", "UTC"),)),
)
NAMES = {MemberId(7): "하늘"}

SCENES = (
    Scene(show.hello_screen, "", lambda _say: show.hello_screen()),
    *(
        Scene(
            show.step_screen,
            step.word,
            partial(show.step_screen, replace(FULL, step=step)),
        )
        for step in (*ASKED, Step.REVIEW)
    ),
    Scene(
        show.step_screen,
        "review, without a quiz",
        lambda say: show.step_screen(replace(BLANK, step=Step.REVIEW), say),
    ),
    Scene(
        show.step_screen,
        "review, without a time",
        lambda say: show.step_screen(replace(FULL, quiz_minutes=None), say),
    ),
    Scene(show.typing_modal, "zone", lambda say: show.typing_modal(Step.ZONE, say)),
    Scene(show.typing_modal, "time", lambda say: show.typing_modal(Step.QUIZ_TIME, say)),
    Scene(show.begun_screen, "with a quiz", lambda say: show.begun_screen(FULL, say)),
    Scene(show.begun_screen, "without one", lambda say: show.begun_screen(BLANK, say)),
    Scene(show.check_screen, "nothing used", lambda say: show.check_screen((), say)),
    Scene(show.check_screen, "fine", lambda say: show.check_screen((FINE,), say)),
    Scene(show.check_screen, "trouble", lambda say: show.check_screen((LACKING, GONE, FINE), say)),
    Scene(audit_screen, "empty", lambda say: audit_screen(Page((), 0, 1, 0), {}, say)),
    Scene(audit_screen, "a page", lambda say: audit_screen(Page(ACTS, 1, 3, 23), NAMES, say)),
)
