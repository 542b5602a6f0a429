"""Every screen of the daily quiz."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.content.model import ItemKind, Text
from bot.ids import ChannelId, GuildId, MemberId, RoleId
from bot.posts.wallclock import Occurrence, Weekly
from bot.quiz.judging import verdict_of
from bot.quiz.model import Answer, Answered, AskedItem, AskedState, Given, Sureness
from bot.quiz.schedule import Paused, Schedule, ScheduleState
from bot.quiz.show import answer, digest, question, result, timetable
from bot.quiz.show.digest import DigestLine
from bot.quiz.show.question import Before, Setting
from bot.quiz.snapshot import FALSE, TRUE, Option, Snapshot
from bot.quiz.tally import Counted, tally
from tests.screens.scene import Scene

MORNING = datetime(2026, 1, 5, 0, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 1, 6, 0, tzinfo=UTC)
SINGLE = Snapshot(
    item="kernel-job",
    topic="os",
    kind=ItemKind.SINGLE,
    stem=Text("커널은 무엇을 나눠 줄까요?", "What does the kernel share out?"),
    explanation=Text("커널은 하드웨어를 나눠 줘요.", "The kernel shares out the hardware."),
    concept=5,
    concept_title=Text("커널", "Kernel"),
    source=Text("첫 번째 노트", "First note"),
    options=(
        Option(1, Text("창문", "Windows"), False, Text("그건 위에 있어요.", "They stand above.")),
        Option(0, Text("하드웨어", "The hardware"), True),
    ),
)
MULTIPLE = replace(
    SINGLE,
    kind=ItemKind.MULTIPLE,
    options=(*SINGLE.options, Option(2, Text("메모리", "Memory"), True)),
)
TRUE_FALSE = replace(
    SINGLE,
    kind=ItemKind.TRUE_FALSE,
    options=(
        Option(TRUE, Text(""), True),
        Option(FALSE, Text(""), False, Text("정말 그래요.", "It is so.")),
    ),
)
SHORT = replace(
    SINGLE,
    kind=ItemKind.SHORT,
    options=(),
    key=Text("커널", "kernel"),
    contrast=("쉘", "shell"),
)
OPEN = AskedItem(
    number=4,
    guild=GuildId(1),
    schedule=1,
    day=date(2026, 1, 5),
    part=0,
    channel=ChannelId(33),
    snapshot=SINGLE,
    state=AskedState.OPEN,
    hides_verdict=False,
    due=MORNING,
    closes_at=NEXT_MORNING,
)
CLOSED = replace(OPEN, state=AskedState.CLOSED, closed_at=NEXT_MORNING, answers=12, right=9)
COUNTED = (Counted("0", True, 9), Counted("1", False, 3))
FEW_RIGHT = (Counted("0", True, 5), Counted("1", False, 7))
SCHEDULE = Schedule(
    number=1,
    guild=GuildId(1),
    channel=ChannelId(33),
    member=MemberId(2),
    rule=Weekly(frozenset(range(5)), time(9)),
    zone="Asia/Seoul",
    coming=Occurrence(date(2026, 1, 6), NEXT_MORNING),
)
FULL = replace(
    SCHEDULE,
    topic="os",
    rule=Weekly(frozenset({0, 2}), time(9)),
    items=3,
    ping=RoleId(44),
    hides_verdict=True,
    digest=True,
    skips=frozenset({date(2026, 1, 7)}),
)
PAUSED = replace(SCHEDULE, coming=None, state=ScheduleState.PAUSED)
TOPICS = {None: Text("운영체제", "Operating systems"), "os": Text("운영체제", "Operating systems")}
WEEK = (
    DigestLine(SINGLE.stem, 5, SINGLE.concept_title, 12, 9),
    DigestLine(Text("도커는?", "And Docker?"), 6, Text("도커", "Docker"), 10, 9),
)


def given(snapshot: Snapshot, what: Given, *, new: bool = True, item: AskedItem = OPEN) -> Answered:
    """Return ``what`` as the answer to an item with ``snapshot``."""
    verdict = verdict_of(snapshot, what)
    told = Answer(4, GuildId(1), MemberId(2), "kernel-job", what, verdict.is_right, MORNING)
    return Answered(told, replace(item, snapshot=snapshot), verdict, is_new=new)


RIGHT = given(SINGLE, Given(frozenset({0})))
WRONG = given(SINGLE, Given(frozenset({1})))
SURE = replace(WRONG, answer=replace(WRONG.answer, sureness=Sureness.SURE), is_new=False)
LATE = Setting(
    NEXT_MORNING,
    part=1,
    parts=3,
    late_since=MORNING,
    before=Before(12, 9, "https://discord.com/channels/1/33/55"),
    ping=RoleId(44),
    answers=7,
)
PLAIN = Setting(NEXT_MORNING)
QUESTION, ANSWERED = question.question_screen, answer.answered_screen

SCENES = (
    Scene(QUESTION, "single", lambda say: QUESTION(1, 4, SINGLE, PLAIN, say)),
    Scene(QUESTION, "several, late", lambda say: QUESTION(1, 4, MULTIPLE, LATE, say)),
    Scene(QUESTION, "true or false", lambda say: QUESTION(1, 4, TRUE_FALSE, PLAIN, say)),
    Scene(QUESTION, "short", lambda say: QUESTION(1, 4, SHORT, PLAIN, say)),
    Scene(
        question.private_question_screen,
        "",
        lambda say: question.private_question_screen(4, SINGLE, NEXT_MORNING, say),
    ),
    Scene(
        question.answer_modal,
        "",
        lambda say: question.answer_modal(replace(OPEN, snapshot=SHORT), say),
    ),
    Scene(ANSWERED, "right", lambda say: ANSWERED(RIGHT, say)),
    Scene(ANSWERED, "wrong", lambda say: ANSWERED(WRONG, say)),
    Scene(
        ANSWERED,
        "one of several",
        lambda say: ANSWERED(given(MULTIPLE, Given(frozenset({0, 1}))), say),
    ),
    Scene(
        ANSWERED, "false", lambda say: ANSWERED(given(TRUE_FALSE, Given(frozenset({FALSE}))), say)
    ),
    Scene(ANSWERED, "short, wrong", lambda say: ANSWERED(given(SHORT, Given(text="쉘")), say)),
    Scene(ANSWERED, "again", lambda say: ANSWERED(replace(RIGHT, is_new=False), say)),
    Scene(
        ANSWERED,
        "hidden till closing",
        lambda say: ANSWERED(replace(WRONG, asked=replace(OPEN, hides_verdict=True)), say),
    ),
    Scene(answer.sureness_screen, "", lambda say: answer.sureness_screen(SURE, say)),
    Scene(
        result.result_screen,
        "",
        lambda say: result.result_screen(1, CLOSED, tally(SINGLE, COUNTED), say),
    ),
    Scene(
        result.result_screen,
        "few were right",
        lambda say: result.result_screen(1, CLOSED, tally(SINGLE, FEW_RIGHT), say),
    ),
    Scene(
        result.result_screen,
        "short",
        lambda say: result.result_screen(
            1,
            replace(CLOSED, snapshot=SHORT),
            tally(SHORT, (Counted("커널", True, 2), Counted("쉘", False, 1))),
            say,
        ),
    ),
    Scene(
        result.result_screen,
        "nobody",
        lambda say: result.result_screen(1, CLOSED, tally(SINGLE, ()), say),
    ),
    Scene(digest.digest_screen, "", lambda say: digest.digest_screen(1, WEEK, say)),
    Scene(digest.digest_screen, "all well", lambda say: digest.digest_screen(1, WEEK[1:], say)),
    Scene(
        timetable.schedule_screen,
        "",
        lambda say: timetable.schedule_screen("quiz-schedule-added", FULL, TOPICS, say),
    ),
    Scene(
        timetable.list_screen,
        "",
        lambda say: timetable.list_screen(
            (
                SCHEDULE,
                PAUSED,
                replace(PAUSED, paused_for=Paused.CHANNEL),
                replace(PAUSED, paused_for=Paused.NO_ITEMS),
                replace(SCHEDULE, coming=None),
            ),
            TOPICS,
            say,
        ),
    ),
    Scene(timetable.list_screen, "none", lambda say: timetable.list_screen((), TOPICS, say)),
    Scene(timetable.removed_screen, "", lambda say: timetable.removed_screen(SCHEDULE, say)),
    Scene(
        timetable.log_screen,
        "",
        lambda say: timetable.log_screen(
            (OPEN, CLOSED, *(replace(OPEN, state=state) for state in list(AskedState)[1:])), say
        ),
    ),
    Scene(timetable.log_screen, "empty", lambda say: timetable.log_screen((), say)),
)
