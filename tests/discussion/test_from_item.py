"""A question of the quiz becomes a debate whose stances are its choices."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.content.model import ItemKind, PromptKind, Text
from bot.discord_ui.words import voice
from bot.discussion.from_item import snapshot_of
from bot.discussion.typed_lengths import read_length
from bot.discussion.wishes import NothingToArgue
from bot.ids import ChannelId, GuildId
from bot.quiz import buttons
from bot.quiz.model import AskedItem, AskedState
from bot.quiz.show.result import result_screen
from bot.quiz.snapshot import FALSE, TRUE, Option, Snapshot
from bot.quiz.tally import Bar, Tally

NOON = datetime(2026, 3, 2, 3, tzinfo=UTC)
SINGLE = Snapshot(
    item="kernel-job",
    topic="os",
    kind=ItemKind.SINGLE,
    stem=Text("커널은 무엇을 나눠 줄까요?" * 10),
    explanation=Text("하드웨어예요."),
    concept=5,
    concept_title=Text("커널"),
    source=Text("노트"),
    options=(
        Option(1, Text("창문"), is_key=False),
        Option(0, Text("하드웨어"), is_key=True),
        Option(2, Text("👩‍👩‍👧 " * 40), is_key=False),
    ),
)
TRUE_FALSE = replace(
    SINGLE,
    kind=ItemKind.TRUE_FALSE,
    options=(Option(FALSE, Text(""), is_key=True), Option(TRUE, Text(""), is_key=False)),
)
SHORT = replace(SINGLE, kind=ItemKind.SHORT, options=(), key=Text("커널"))


def asked(snapshot: Snapshot) -> AskedItem:
    """Return an item that was asked and closed."""
    return AskedItem(
        number=7,
        guild=GuildId(1),
        schedule=1,
        day=date(2026, 3, 2),
        part=0,
        channel=ChannelId(3),
        snapshot=snapshot,
        state=AskedState.CLOSED,
        hides_verdict=False,
        due=NOON,
        closes_at=NOON,
    )


def custom_ids(snapshot: Snapshot, answers: int, right: int) -> list[str]:
    """Return the presses of a result with so many answers."""
    bars = tuple(Bar(option.index, 0, option.is_key) for option in snapshot.options)
    tally = Tally(answers, right, bars or (Bar(None, right, is_key=True),))
    screen = result_screen(4, asked(snapshot), tally, voice("ko"))
    return [getattr(part, "custom_id", "") for row in screen.rows for part in row]


def test_the_choices_are_the_stances_in_their_own_order_and_the_key_is_not_told() -> None:
    prompt = snapshot_of(SINGLE)

    assert prompt.kind is PromptKind.DEBATE
    assert [stance.label.ko for stance in prompt.stances[:2]] == ["하드웨어", "창문"]
    assert len(prompt.title.ko) <= 60
    assert prompt.stances[2].label.ko.removesuffix("…").split()[-1] == "👩‍👩‍👧"
    assert "하드웨어예요" not in str(prompt.to_json())


def test_a_true_or_false_question_has_the_two_sides() -> None:
    labels = [stance.label.into("ko") for stance in snapshot_of(TRUE_FALSE).stances]

    assert labels == ["맞다", "아니다"]


def test_a_short_answer_has_no_sides() -> None:
    with pytest.raises(NothingToArgue):
        snapshot_of(SHORT)


@pytest.mark.parametrize(
    ("snapshot", "answers", "right", "offered"),
    [(SINGLE, 5, 2, True), (SINGLE, 5, 3, False), (SINGLE, 4, 0, False), (SHORT, 9, 0, False)],
)
def test_a_result_offers_to_discuss_what_few_of_enough_got_right(
    snapshot: Snapshot, answers: int, right: int, offered: bool
) -> None:
    assert (buttons.discuss(4, 7) in custom_ids(snapshot, answers, right)) is offered


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("24시간", 1440), ("2일", 2880), ("1d 12h", 2160), ("하루", 1440), ("1시간 반", 90),
        ("90분", 90), ("1 week", 10080), ("90m", 90), ("이틀 동안", 2880),
    ],
)  # fmt: skip
def test_a_length_is_read_as_people_type_it(typed: str, minutes: int) -> None:
    read = read_length(typed)

    assert read is not None
    assert read.total_seconds() == minutes * 60


@pytest.mark.parametrize("typed", ["", "내일", "24", "99999일", "2일 몰라", "0시간", "-1d"])
def test_what_is_no_length_is_not_guessed(typed: str) -> None:
    assert read_length(typed) is None
