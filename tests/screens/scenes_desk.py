"""Every screen of appeals, suggested items, the inbox and item statistics."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.content.model import ItemKind, Text
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ids import ChannelId, GuildId, MemberId
from bot.quiz.desk.buttons import edited
from bot.quiz.desk.model import (
    Appeal,
    CaseKind,
    CaseState,
    Decision,
    Draft,
    DraftKind,
    Page,
    Suggestion,
)
from bot.quiz.desk.show import appeal, export, inbox, suggestion, taken
from bot.quiz.model import Answer, Answered, AskedItem, AskedState, Given, Verdict
from bot.quiz.reasons import Reason, Why
from bot.quiz.report import Report
from bot.quiz.show import answer, statistics
from bot.quiz.snapshot import Option, Snapshot
from bot.quiz.statistics import Flag, ItemStatistics, Share
from tests.screens.scene import Scene

NOON = datetime(2026, 1, 5, 3, tzinfo=UTC)
GUILD, MINA, CHIEF = GuildId(1), MemberId(10), MemberId(11)
STEM = Text("OS의 가운데를 무엇이라고 하나요?", "What is the middle of an OS called?")
SHORT = Snapshot(
    item="kernel-name",
    topic="os",
    kind=ItemKind.SHORT,
    stem=STEM,
    explanation=Text("커널이에요."),
    concept=5,
    concept_title=Text("커널", "Kernel"),
    source=Text("노트 「운영체제」", "Note “Operating systems”"),
    key=Text("커널", "kernel"),
)
SINGLE = replace(
    SHORT,
    item="kernel-job",
    kind=ItemKind.SINGLE,
    stem=Text("커널은 무엇을 나눠 줄까요?", "What does the kernel share out?"),
    options=(
        Option(1, Text("창문", "Windows"), False, Text("아니에요.")),
        Option(0, Text("하드웨어", "The hardware"), True),
    ),
    key=None,
)
ASKED = AskedItem(
    number=7,
    guild=GUILD,
    schedule=1,
    day=date(2026, 1, 5),
    part=0,
    channel=ChannelId(33),
    snapshot=SHORT,
    state=AskedState.CLOSED,
    hides_verdict=False,
    due=NOON,
    closes_at=NOON + timedelta(days=1),
)
DECISION = Decision(CHIEF, NOON)
APPEAL = Appeal(
    3, GUILD, MINA, 7, "kernel-name", "중심부", "중심부", "책에는 *중심부*라고 나와요.", NOON
)
ACCEPTED = replace(APPEAL, state=CaseState.ACCEPTED, decision=DECISION)
DECLINED = replace(APPEAL, state=CaseState.DECLINED, decision=DECISION)
DRAFT = Draft(
    DraftKind.SHORT,
    "kernel",
    stem="OS의 알맹이를 뭐라고 하나요? @everyone",
    explanation="커널은 하드웨어를 나눠 줘요.",
    key="커널",
    accept=("kernel", "알맹이"),
    contrast=("쉘",),
)
FALSE = Draft(
    DraftKind.FALSE,
    "kernel",
    stem="커널은 창문이에요.",
    explanation="커널은 OS의 가운데예요.",
    reason="창문은 커널 위에 있어요.",
)
SUGGESTED = Suggestion(4, GUILD, MINA, DRAFT, NOON)
LATER = replace(APPEAL, number=8)
EARLIER = replace(SUGGESTED, number=2)
FIRST = Page(APPEAL, 1, 2, stem=STEM, key=SHORT.key, after=LATER)
SECOND = Page(SUGGESTED, 2, 2, concept=SHORT.concept_title, before=EARLIER)
NAMES = {MINA: "미나"}
FINE = ItemStatistics("kernel-job", 34, 20, (Share(0, 20, True), Share(1, 14, False)), 33, 0.41)
BEATEN = ItemStatistics(
    "kernel-job", 31, 9, (Share(0, 9, True), Share(1, 22, False)), 31, -0.2, tuple(Flag)
)
FEW = ItemStatistics("kernel-name", 3, 1)
SAME = ItemStatistics("kernel-name", 30, 30, compared=30)
REPORTS = (Report(SINGLE, BEATEN), Report(SINGLE, FINE), Report(SHORT, FEW), Report(SHORT, SAME))


def _with_news(say: Say) -> Screen:
    given = Given(text="중심부")
    told = Answer(7, GUILD, MINA, "kernel-name", given, is_right=False, at=NOON)
    verdict = Verdict(is_right=False, mark=Reason(Why.OTHER))
    return answer.answered_screen(Answered(told, ASKED, verdict, is_new=True, news=(ASKED,)), say)


def _already(say: Say) -> Screen:
    note = inbox.decided_words(ACCEPTED, "지우", say)
    return inbox.inbox_screen(SECOND, NAMES, say, note=note)


def _done(say: Say) -> Screen:
    return inbox.inbox_screen(SECOND, NAMES, say, note=inbox.done_words(ACCEPTED, 4, say))


def _left(say: Say) -> Screen:
    return inbox.inbox_screen(Page(None), {}, say, note=inbox.done_words(DECLINED, 0, say))


def _renamed(say: Say) -> Screen:
    page = replace(FIRST, case=replace(APPEAL, given="중심부 아닌가"))
    return inbox.inbox_screen(page, NAMES, say, note=say("inbox-edited"))


def _false_statement(say: Say) -> Screen:
    page = replace(SECOND, case=replace(SUGGESTED, draft=FALSE))
    return inbox.inbox_screen(page, {MINA: say("somebody-who-left")}, say)


TAKEN = Page.of((SUGGESTED, replace(SUGGESTED, number=9)), SUGGESTED.number)


def _withdrawn(say: Say) -> Screen:
    note = say("taken-withdrawn")
    return taken.taken_screen(TAKEN, NAMES, say, note=note, gone=SUGGESTED)


SCENES = (
    Scene(appeal.appeal_modal, "", lambda say: appeal.appeal_modal(7, "중심부", say)),
    Scene(appeal.appeal_screen, "sent", lambda say: appeal.appeal_screen(APPEAL, say)),
    Scene(appeal.appeal_screen, "accepted", lambda say: appeal.appeal_screen(ACCEPTED, say)),
    Scene(appeal.appeal_screen, "declined", lambda say: appeal.appeal_screen(DECLINED, say)),
    Scene(answer.answered_screen, "with news", _with_news),
    Scene(
        suggestion.suggestion_modal,
        "short answer",
        lambda say: suggestion.suggestion_modal(
            DraftKind.SHORT, "1:quiz-suggested:0:5", "커널", say
        ),
    ),
    Scene(
        suggestion.suggestion_modal,
        "false statement, edited",
        lambda say: suggestion.suggestion_modal(
            DraftKind.FALSE, edited(CaseKind.SUGGESTION, 4), "커널", say, FALSE
        ),
    ),
    Scene(suggestion.suggested_screen, "", lambda say: suggestion.suggested_screen(DRAFT, say)),
    Scene(inbox.inbox_screen, "appeal", lambda say: inbox.inbox_screen(FIRST, NAMES, say)),
    Scene(inbox.inbox_screen, "appeal, words changed", _renamed),
    Scene(inbox.inbox_screen, "suggestion", lambda say: inbox.inbox_screen(SECOND, NAMES, say)),
    Scene(inbox.inbox_screen, "false statement of somebody who left", _false_statement),
    Scene(inbox.inbox_screen, "accepted just now", _done),
    Scene(inbox.inbox_screen, "another was quicker", _already),
    Scene(inbox.inbox_screen, "the last was left as it is", _left),
    Scene(inbox.alias_modal, "", lambda say: inbox.alias_modal(APPEAL, say)),
    Scene(
        statistics.statistics_screen, "", lambda say: statistics.statistics_screen(REPORTS, 0, say)
    ),
    Scene(
        statistics.statistics_screen,
        "second page",
        lambda say: statistics.statistics_screen(REPORTS * 2, 1, say),
    ),
    Scene(
        statistics.statistics_screen, "none", lambda say: statistics.statistics_screen((), 0, say)
    ),
    Scene(taken.taken_screen, "", lambda say: taken.taken_screen(TAKEN, NAMES, say)),
    Scene(taken.taken_screen, "withdrawn just now", _withdrawn),
    Scene(taken.taken_screen, "none", lambda say: taken.taken_screen(Page(None), {}, say)),
    Scene(export.export_screen, "", lambda say: export.export_screen({"os": "- id: …\n"}, say)),
    Scene(
        export.export_screen,
        "two topics",
        lambda say: export.export_screen({"os": "- id: …\n", "net": "- id: …\n"}, say),
    ),
)
