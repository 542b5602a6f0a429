"""Every screen of live rounds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.content.model import Text
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ids import ChannelId, GuildId, MemberId
from bot.quiz.model import AskedItem, AskedState
from bot.quiz.rounds.model import Ending, Move, Phase, Round, Score
from bot.quiz.rounds.service import turn_of
from bot.quiz.rounds.show import controls, item, table
from bot.quiz.rounds.show.controls import Controls
from bot.quiz.rounds.show.item import Place, Start
from bot.quiz.rounds.show.table import Table
from bot.quiz.rounds.standings import placed
from bot.quiz.show.question import answer_modal
from bot.quiz.tally import tally
from tests.screens.scene import Scene
from tests.screens.scenes_quiz_daily import CLOSED, COUNTED, MULTIPLE, OPEN, SHORT, SINGLE

EVENING = datetime(2026, 1, 3, 11, tzinfo=UTC)
SOON = EVENING + timedelta(seconds=10)
TOPIC = Text("운영체제", "Operating systems")
ROUND = Round(
    number=3,
    guild=GuildId(1),
    channel=ChannelId(33),
    member=MemberId(2),
    topic=TOPIC,
    items=(SINGLE, MULTIPLE, SHORT),
    seconds=30,
    phase=Phase.ASKING,
    started_at=EVENING,
    turned_at=EVENING,
    until=SOON,
    part=1,
)
OVER = replace(ROUND, phase=Phase.ENDED, until=None, part=2, ending=Ending.DONE)
STEERED = Controls.of(ROUND, turn_of(ROUND))
PAUSED = Controls(3, turn_of(ROUND), is_paused=True)
WAITING = Controls(3, 0, has_next=False)
START = Start(TOPIC, 3, 30, SOON)
ROWS = placed(
    [Score(MemberId(n), 3, right) for n, right in enumerate((3, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0))]
)
IN_ROUND: AskedItem = replace(CLOSED, schedule=0, round=3, state=AskedState.CLOSED)


def name(member: MemberId) -> str:
    """Return the nickname of some; the others did not press since the start."""
    names = {MemberId(0): "민지", MemberId(1): "준호", MemberId(2): "Sol\\_\\*"}
    return names.get(member, f"<@{member}>")


Draw = Callable[[Say], Screen]


def steered(move: Move, *, is_new: bool) -> Draw:
    """Return what a press on a button says."""
    return lambda say: controls.steered_screen(move, say, is_new=is_new)


def ended(ending: Ending) -> Draw:
    """Return the table of a round that ended so."""
    shown = Table.of(replace(OVER, ending=ending), ROWS[:2])
    return lambda say: table.table_screen(1, 3, shown, name, say)


def closed(place: Place) -> Draw:
    """Return the result that stands at ``place``."""
    counted = tally(SINGLE, COUNTED)
    return lambda say: item.closed_screen(1, IN_ROUND, counted, place, ROWS, name, say)


SCENES = (
    Scene(controls.started_screen, "", lambda say: controls.started_screen(ROUND, say)),
    *(
        Scene(
            controls.steered_screen,
            f"{move.name.lower()}, {'now' if is_new else 'already'}",
            steered(move, is_new=is_new),
        )
        for move in Move
        for is_new in (True, False)
    ),
    Scene(item.start_screen, "", lambda say: item.start_screen(1, START, STEERED, say)),
    Scene(
        item.start_screen,
        "waits for its thread",
        lambda say: item.start_screen(1, replace(START, until=None, in_thread=True), WAITING, say),
    ),
    Scene(
        item.start_screen,
        "paused",
        lambda say: item.start_screen(1, replace(START, until=None), PAUSED, say),
    ),
    Scene(
        item.start_screen,
        "ended early",
        lambda say: item.start_screen(1, replace(START, is_over=True), None, say),
    ),
    Scene(
        item.item_screen,
        "",
        lambda say: item.item_screen(1, 4, SINGLE, Place(0, 3, SOON, STEERED), 0, say),
    ),
    Scene(
        item.item_screen,
        "several, answered",
        lambda say: item.item_screen(1, 4, MULTIPLE, Place(1, 3, SOON, STEERED), 7, say),
    ),
    Scene(
        item.item_screen,
        "short, paused",
        lambda say: item.item_screen(1, 4, SHORT, Place(2, 3, None, PAUSED), 1, say),
    ),
    Scene(
        answer_modal,
        "in a round",
        lambda say: answer_modal(replace(OPEN, snapshot=SHORT, schedule=0, round=3), say),
    ),
    Scene(item.closed_screen, "", closed(Place(0, 3, SOON, STEERED))),
    Scene(item.closed_screen, "paused", closed(Place(0, 3, None, PAUSED))),
    Scene(item.closed_screen, "of an earlier item", closed(Place(0, 3))),
    Scene(
        item.closed_screen,
        "nobody",
        lambda say: item.closed_screen(1, IN_ROUND, tally(SINGLE, ()), Place(2, 3), (), name, say),
    ),
    Scene(
        table.table_screen,
        "",
        lambda say: table.table_screen(1, 3, Table.of(OVER, ROWS), name, say),
    ),
    *(
        Scene(
            table.table_screen,
            f"ended: {ending}",
            ended(ending),
        )
        for ending in (Ending.STOPPED, Ending.SLEPT, Ending.UNSENT)
    ),
    Scene(
        table.table_screen,
        "nobody",
        lambda say: table.table_screen(1, 3, Table.of(OVER, ()), name, say),
    ),
    Scene(table.own_screen, "", lambda say: table.own_screen(OVER, ROWS[2], len(ROWS), say)),
)
