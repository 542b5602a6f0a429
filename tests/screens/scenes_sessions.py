"""Every screen of sessions, plans and what to study next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.content.library import Library
from bot.content.model import Text
from bot.discord_ui.screens import ModalScreen, Screen
from bot.discord_ui.words import Say
from bot.ids import ChannelId, GuildId, MemberId
from bot.sessions.minutes import minutes_of
from bot.sessions.model import Ending, Kind, Move, Part, Phase, Session, Understood
from bot.sessions.plan import Plan, Reminder
from bot.sessions.recap import CardSeen, ItemAsked, Recap, Talked
from bot.sessions.show import head, part, plan, recap, study, told
from bot.sessions.show.head import Head
from bot.sessions.show.plan import Reminded
from bot.sessions.study import StudyCase, StudyKind
from bot.sessions.view import View
from tests.screens.scene import Scene

EVENING = datetime(2026, 1, 3, 11, tzinfo=UTC)
GOAL = Text("커널을 자기 말로 설명해요.", "Explain the kernel in your own words.")
TITLE = Text("첫 모임", "First meeting")
KERNEL = Text("커널", "Kernel")
QUESTION = Text("어떤 OS가 가장 좋을까요?", "Which OS is the best?")


def _part(step: int, kind: Kind, ko: str, en: str, **more: object) -> Part:
    return Part(step, kind, Text(ko, en), 300, **more)  # type: ignore[arg-type]


PARTS = (
    _part(0, Kind.OPENING, "인사", "Hello"),
    _part(
        1,
        Kind.CARD,
        "커널",
        "Kernel",
        nth=1,
        of=2,
        concept="k",
        short=Text("OS의 가운데.", "The core."),
    ),
    _part(
        1, Kind.CARD, "셸", "Shell", nth=2, of=2, concept="s", short=Text("껍데기.", "The shell.")
    ),
    _part(2, Kind.QUIZ, "퀴즈", "Quiz", items=3),
    _part(3, Kind.FIRST_VOTE, "어떤 OS?", "Which OS?", nth=1, of=3, prompt="p", question=QUESTION),
    _part(3, Kind.ARGUMENT, "어떤 OS?", "Which OS?", nth=2, of=3, prompt="p", question=QUESTION),
    _part(3, Kind.SECOND_VOTE, "어떤 OS?", "Which OS?", nth=3, of=3, prompt="p", question=QUESTION),
    _part(4, Kind.SHARING, "처음 쓴 OS", "My first OS", prompt="q", question=QUESTION),
    _part(5, Kind.TALK, "아직 헷갈리는 것", "What is unclear", question=QUESTION),
    _part(6, Kind.BREAK, "쉬는 시간", "Break", moves_by_itself=True),
    _part(7, Kind.WRAP_UP, "마무리", "Wrap-up"),
)
SESSION = Session(
    number=5,
    guild=GuildId(1),
    channel=ChannelId(33),
    member=MemberId(2),
    topic="os",
    title=TITLE,
    goal=GOAL,
    parts=PARTS,
    phase=Phase.RUNNING,
    started_at=EVENING,
    turned_at=EVENING,
    until=EVENING + timedelta(minutes=5),
    at=1,
    turn=2,
    thread=ChannelId(44),
)
OVER = replace(SESSION, phase=Phase.ENDED, until=None, ending=Ending.DONE, at=10)
HEAD = Head(TITLE, GOAL, (Text("인사", "Hello"), Text("개념", "Concepts")), 70)
TWO = Understood(1, 1)


def view(at: int, **changes: object) -> View:
    """Return the part ``at`` as it goes on."""
    here = replace(SESSION, at=at, turn=at + 1)
    shown = View.of(here, at + 1, at, present=3, answers=TWO)
    return replace(shown, **changes)  # type: ignore[arg-type]


CARD = view(1)
PLAN = Plan(
    number=3,
    guild=GuildId(1),
    channel=ChannelId(33),
    member=MemberId(2),
    topic="os",
    title=TITLE,
    minutes=70,
    weekly=False,
    zone="Asia/Seoul",
    wall=datetime(2026, 1, 3, 20),  # noqa: DTZ001
    starts_at=EVENING,
)
SOON = Reminded(TITLE, EVENING, 70, Reminder.SOON, 1)
RECAP = Recap(
    title=TITLE,
    goal=GOAL,
    day="2026-01-03",
    minutes=72,
    present=3,
    ending=Ending.DONE,
    cards=(CardSeen("k", KERNEL, Text("OS의 가운데.", "The core."), Understood(2, 1)),),
    items=(ItemAsked(QUESTION, 3, 2),),
    talked=(Talked(Text("어떤 OS?", "Which OS?"), QUESTION),),
    unanswered=("쿠버네티스는 뭐예요?",),
)
UNCLEAR = StudyCase(StudyKind.UNCLEAR, "k", KERNEL, 2, 3, EVENING, "k")
CASES = (
    UNCLEAR,
    StudyCase(StudyKind.SURE_BUT_WRONG, "i", QUESTION, 2, 6, EVENING),
    StudyCase(StudyKind.UNANSWERED, "1", Text("*쿠버네티스*는?"), 2, 2, EVENING),
    StudyCase(StudyKind.SPLIT, "j", QUESTION, 3, 6, EVENING),
    StudyCase(StudyKind.OPEN_QUESTION, "7", Text("서버에서는요?"), 1, 1, EVENING),
)
EMPTY = Library()
Draw = Callable[[Say], Screen | ModalScreen]


def _parts() -> tuple[Scene, ...]:
    drawn: list[tuple[str, View]] = [
        (f"{each.kind} {at}", view(at)) for at, each in enumerate(PARTS)
    ]
    drawn += [
        ("a card whose answers are shown", replace(CARD, is_revealed=True)),
        ("a card that was left", replace(CARD, is_present=False, is_revealed=True)),
        ("after its time", replace(CARD, phase=Phase.OVERTIME)),
        ("paused", replace(CARD, phase=Phase.PAUSED)),
        ("a discussion with its place", view(5, talk=ChannelId(55))),
        *(
            (f"with the remark {remark}", view(3, remark=remark))
            for remark in ("quiz-over", "quiz-none", "discussion-gone", "discussion-over")
        ),
    ]
    return tuple(
        Scene(part.part_screen, about, partial(part.part_screen, 7, each, library=EMPTY))
        for about, each in drawn
    )


def _told() -> tuple[Scene, ...]:
    scenes = [
        Scene(told.started_screen, "started", lambda say: told.started_screen(SESSION, say)),
        Scene(
            told.status_screen,
            "in the middle",
            lambda say: told.status_screen(SESSION, 3, say, is_there=True),
        ),
        Scene(
            told.status_screen,
            "over",
            lambda say: told.status_screen(OVER, 1, say, is_there=False),
        ),
    ]
    for is_new in (True, False):
        scenes.append(
            Scene(
                told.attended_screen,
                "new" if is_new else "again",
                partial(told.attended_screen, 3, is_new=is_new),
            )
        )
        scenes.append(
            Scene(
                told.said_screen,
                "clear" if is_new else "unclear, shown",
                partial(told.said_screen, replace(CARD, is_revealed=not is_new), is_clear=is_new),
            )
        )
        for move in Move:
            each = OVER if move is Move.END else SESSION
            scenes.append(
                Scene(
                    told.led_screen,
                    f"{move.name.lower()}, {'done' if is_new else 'already'}",
                    partial(told.led_screen, move, each, is_new=is_new),
                )
            )
    return tuple(scenes)


def _studied() -> tuple[Scene, ...]:
    return (
        *(
            Scene(
                study.study_screen,
                each.kind.name.lower(),
                partial(study.study_screen, CASES, at, None),
            )
            for at, each in enumerate(CASES)
        ),
        Scene(
            study.study_screen,
            "nothing left",
            lambda say: study.study_screen((), 0, None, say, say("study-settled", title="커널")),
        ),
        Scene(
            study.studied_modal,
            "an unclear concept",
            lambda say: study.studied_modal(UNCLEAR, None, say),
        ),
    )


def _ended(ending: Ending) -> Draw:
    def draw(say: Say) -> Screen:
        return recap.recap_screen(replace(RECAP, ending=ending), minutes_of(RECAP, say), say)

    return draw


def _endings() -> tuple[Scene, ...]:
    return tuple(
        Scene(
            recap.recap_screen,
            ending,
            _ended(ending),
        )
        for ending in Ending
    )


SCENES = (
    Scene(head.head_screen, "just started", lambda say: head.head_screen(7, 5, HEAD, say)),
    Scene(
        head.head_screen, "in its thread", lambda say: head.head_screen(7, 5, HEAD, say, SESSION)
    ),
    Scene(
        head.head_screen,
        "without a thread",
        lambda say: head.head_screen(7, 5, HEAD, say, replace(SESSION, thread=None)),
    ),
    Scene(head.head_screen, "over", lambda say: head.head_screen(7, 5, HEAD, say, OVER)),
    *_parts(),
    *_told(),
    *_endings(),
    Scene(plan.planned_screen, "once", lambda say: plan.planned_screen(PLAN, say)),
    Scene(
        plan.planned_screen,
        "weekly",
        lambda say: plan.planned_screen(replace(PLAN, weekly=True), say),
    ),
    Scene(plan.plans_screen, "none", lambda say: plan.plans_screen((), say)),
    Scene(
        plan.plans_screen,
        "two",
        lambda say: plan.plans_screen((PLAN, replace(PLAN, number=4, weekly=True)), say),
    ),
    Scene(
        plan.reminder_screen,
        "a day before",
        lambda say: plan.reminder_screen(7, 3, replace(SOON, reminder=Reminder.DAY), say),
    ),
    Scene(plan.reminder_screen, "soon", lambda say: plan.reminder_screen(7, 3, SOON, say)),
    Scene(
        plan.reminder_screen,
        "past",
        lambda say: plan.reminder_screen(7, 3, SOON, say, stands=False),
    ),
    *_studied(),
)
