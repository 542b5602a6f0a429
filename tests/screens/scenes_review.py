"""Every screen of reviews, reminders, the record and the leaderboard."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from bot.content.model import ItemKind, Text
from bot.content.reader import read
from bot.ids import GuildId, MemberId
from bot.posts.wallclock import Occurrence
from bot.quiz.journal import Score
from bot.quiz.judging import verdict_of
from bot.quiz.model import Given, Sureness
from bot.quiz.show import practice
from bot.quiz.snapshot import Snapshot
from bot.review.board import Board, Ranked, Span
from bot.review.model import Answered, Mode, Run, RunOver, Turn
from bot.review.record import Named, Record, Share
from bot.review.reminder import Reminder
from bot.review.show import board, record, reminder, turn
from bot.review.streak import Streak
from tests.screens.scene import Scene
from tests.support.group import CONTENT

NOW = datetime(2026, 1, 5, 11, tzinfo=UTC)
GUILD, MINA, JUN = GuildId(1), MemberId(2), MemberId(3)
REVIEW = Run(7, GUILD, MINA, Mode.REVIEW, 3)
PRACTICE = Run(8, GUILD, MINA, Mode.PRACTICE, 5)
ON = Reminder(4, GUILD, MINA, 20, "Asia/Seoul", Occurrence(date(2026, 1, 5), NOW))
RECORD = Record(
    streak=Streak(3, 12),
    total=Share(48, 37),
    topics=(Named(Text("도커와 가상 머신", "Docker and virtual machines"), Share(40, 31)),),
    weak=(Named(Text("하이퍼바이저", "Hypervisor"), Share(5, 1)),),
    strong=(Named(Text("커널", "Kernel"), Share(5, 5)),),
    sure=Share(12, 9),
    due=4,
)
NOTHING = Record(Streak(0, 0), Share(0, 0), (), (), (), Share(0, 0), 0)
FULL = Board(Span.WEEK, (Ranked(1, JUN, Score(5, 5)), Ranked(2, MINA, Score(5, 3))), 2, True)
NAMES = {JUN: "준호"}


@cache
def _snapshot(kind: ItemKind) -> Snapshot:
    library = read(CONTENT)
    return Snapshot.of(next(item for item in library.items if item.kind is kind), library, 0)


def _turn(kind: ItemKind, run: Run = REVIEW, place: int = 1) -> Turn:
    return Turn(11, run, place, _snapshot(kind), NOW)


def _told(*, right: bool, place: int = 1) -> Answered:
    asked = replace(_turn(ItemKind.SINGLE, place=place), sureness=Sureness.UNSURE)
    wrong = next(option for option in asked.snapshot.options if not option.is_key)
    given = Given(asked.snapshot.keys if right else frozenset({wrong.index}))
    return Answered(asked, given, verdict_of(asked.snapshot, given), is_new=True)


def _asked(kind: ItemKind) -> Scene:
    return Scene(turn.turn_screen, kind, lambda say: turn.turn_screen(_turn(kind), say))


SCENES = (
    *(_asked(kind) for kind in ItemKind),
    Scene(
        turn.begun_screen,
        "nothing was due",
        lambda say: turn.begun_screen(_turn(ItemKind.SHORT, PRACTICE), say, asked_for=Mode.REVIEW),
    ),
    Scene(turn.turn_modal, "", lambda say: turn.turn_modal(_turn(ItemKind.SHORT), say)),
    Scene(turn.told_screen, "right", lambda say: turn.told_screen(_told(right=True), say)),
    Scene(
        turn.told_screen,
        "wrong, the last",
        lambda say: turn.told_screen(_told(right=False, place=3), say),
    ),
    Scene(
        turn.over_screen,
        "more is due",
        lambda say: turn.over_screen(RunOver(REVIEW, 20, 13, 4), say),
    ),
    Scene(
        turn.over_screen, "practice", lambda say: turn.over_screen(RunOver(PRACTICE, 5, 3, 0), say)
    ),
    Scene(practice.only_practice_screen, "", practice.only_practice_screen),
    Scene(
        practice.with_practice,
        "",
        lambda say: practice.with_practice(turn.turn_screen(_turn(ItemKind.TRUE_FALSE), say), say),
    ),
    Scene(
        reminder.notify_screen,
        "off",
        lambda say: reminder.notify_screen(None, "Asia/Seoul", say),
    ),
    Scene(
        reminder.notify_screen,
        "just chosen",
        lambda say: reminder.notify_screen(ON, "Asia/Seoul", say, note=say("notify-kept")),
    ),
    Scene(
        reminder.reminder_screen,
        "both wait",
        lambda say: reminder.reminder_screen(5, 4, GUILD, reminder.Waiting(3, 1), say),
    ),
    Scene(reminder.stopped_screen, "", reminder.stopped_screen),
    Scene(record.record_screen, "", lambda say: record.record_screen(RECORD, say)),
    Scene(record.record_screen, "nothing yet", lambda say: record.record_screen(NOTHING, say)),
    Scene(
        board.board_screen,
        "I am on it, somebody left",
        lambda say: board.board_screen(FULL, MINA, {**NAMES, MINA: say("somebody-who-left")}, say),
    ),
    Scene(
        board.board_screen,
        "nobody",
        lambda say: board.board_screen(Board(Span.MONTH, (), 0, False), MINA, {}, say),
    ),
)
