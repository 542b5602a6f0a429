"""Whatever is pressed, in whichever order, a session stays in a state that is defined."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.model import Agenda, StepKind, Text
from bot.ids import ChannelId
from bot.sessions import phases
from bot.sessions.agenda import MOST_CARDS, parts_of, usual_agenda
from bot.sessions.model import (
    Ending,
    Kind,
    Move,
    Phase,
    Session,
    Understood,
    is_revealed,
)
from bot.sessions.refusals import ExtendedTooFar
from tests.posts.posts import CHANNEL, GUILD, MEMBER, NOON
from tests.sessions.agendas import AGENDA, DEBATE, STORY, library, step

MINUTE = timedelta(minutes=1)
THREAD = ChannelId(77)


def session(agenda: Agenda = AGENDA) -> Session:
    draft = Session(
        number=1,
        guild=GUILD,
        channel=CHANNEL,
        member=MEMBER,
        topic="os",
        title=agenda.title,
        goal=agenda.goal,
        parts=parts_of(agenda, library()),
        phase=Phase.OPENING,
        started_at=NOON,
        turned_at=NOON,
        until=NOON,
    )
    return phases.begun(draft, NOON)


def running(at: int = 0) -> Session:
    now = phases.opened(session(), THREAD, NOON).session
    while now.at < at:
        now = phases.moved(now, Move.NEXT, NOON).session
    return now


def require_defined(each: Session) -> None:
    assert (each.until is None) == (each.phase is Phase.ENDED)
    assert (each.ending is not None) == (each.phase is Phase.ENDED)
    assert (each.left is not None) == (each.phase is Phase.PAUSED)
    assert -1 <= each.at < len(each.parts)
    assert (each.at == -1) == (each.turn == 0)
    if each.phase in (Phase.RUNNING, Phase.OVERTIME, Phase.PAUSED):
        assert each.part is not None
    if each.phase is Phase.OPENING:
        assert each.part is None


_MOVES = st.sampled_from(list(Move)).map(lambda move: ("move", move))
_TIMES = st.integers(0, 5 * 60).map(lambda minutes: ("wait", timedelta(minutes=minutes)))
_OTHERS = st.sampled_from([("thread", None), ("thread", THREAD), ("round", 4), ("round", 5)])


@given(st.lists(st.one_of(_MOVES, _TIMES, _OTHERS), max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_sequence_of_moves_timeouts_and_restarts_reaches_an_undefined_state(
    done: list[tuple[str, object]],
) -> None:
    each, now = session(), NOON
    for what, value in done:
        was = each
        match what, value:
            case "move", Move() as move:
                try:
                    step_ = phases.moved(each, move, now)
                except ExtendedTooFar:
                    continue
            case "wait", timedelta() as span:
                now += span
                step_ = phases.passed(each, now)
            case "thread", thread:
                step_ = phases.opened(each, thread, now)  # type: ignore[arg-type]
            case _:
                each = replace(each, round=4) if not each.is_over else each
                step_ = phases.round_over(each, int(str(value)), now)
        each = step_.session
        require_defined(each)
        assert each.turn >= was.turn
        assert step_.enters == (each.turn > was.turn)
        assert not (was.is_over and step_.is_new)


def test_every_part_is_reached_by_next_and_the_last_one_ends_it() -> None:
    each = running()
    seen = [each.at]
    while not each.is_over:
        each = phases.moved(each, Move.NEXT, NOON).session
        seen.append(each.at)

    assert seen == [*range(len(each.parts)), len(each.parts) - 1]
    assert each.ending is Ending.DONE


def test_a_thread_that_comes_late_does_not_begin_it_twice() -> None:
    in_channel = phases.passed(session(), NOON + 2 * MINUTE).session

    late = phases.opened(in_channel, THREAD, NOON + 3 * MINUTE)

    assert in_channel.thread is None
    assert not late.is_new


def test_extending_after_the_time_counts_from_now() -> None:
    late = phases.passed(running(), NOON + 30 * MINUTE).session

    going = phases.moved(late, Move.EXTEND, NOON + 40 * MINUTE).session

    assert going.phase is Phase.RUNNING
    assert going.until == NOON + 45 * MINUTE


def test_no_part_is_extended_for_ever() -> None:
    with pytest.raises(ExtendedTooFar):
        phases.moved(running(), Move.EXTEND, NOON, timedelta(hours=4))


def test_back_from_the_first_part_changes_nothing() -> None:
    assert not phases.moved(running(), Move.BACK, NOON).is_new


def test_a_debate_is_closed_only_once_its_second_vote_was_gone_through() -> None:
    kinds = [part.kind for part in session().parts]
    again = running(kinds.index(Kind.SECOND_VOTE))

    assert phases.moved(again, Move.NEXT, NOON).closes_discussion
    assert not phases.moved(again, Move.BACK, NOON).closes_discussion
    assert not phases.moved(again, Move.END, NOON).closes_discussion
    argued = running(kinds.index(Kind.ARGUMENT))
    assert not phases.moved(argued, Move.NEXT, NOON).closes_discussion


@pytest.mark.parametrize(
    ("present", "answers", "revealed"),
    [
        (0, Understood(), False),
        (2, Understood(clear=1), False),
        (2, Understood(clear=1, unclear=1), True),
        (1, Understood(clear=2), True),
    ],
)
def test_answers_are_hidden_until_all_who_are_there_have_answered(
    present: int, answers: Understood, revealed: bool
) -> None:
    each = running(1)

    assert is_revealed(each, each.turn, answers, present) is revealed
    assert is_revealed(each, each.turn - 1, answers, present)


def test_a_step_s_minutes_are_shared_among_its_parts() -> None:
    parts = session().parts

    cards = [part for part in parts if part.kind is Kind.CARD]
    assert [(card.nth, card.of, card.seconds) for card in cards] == [(1, 2, 150), (2, 2, 150)]
    debate = [part for part in parts if part.prompt == DEBATE]
    assert sum(part.seconds for part in debate) == 10 * 60
    assert [part.kind for part in debate] == [Kind.FIRST_VOTE, Kind.ARGUMENT, Kind.SECOND_VOTE]


def test_an_experience_has_one_part_and_an_adopted_debate_no_first_vote() -> None:
    told = step(StepKind.DISCUSSION, "경험", prompt=STORY)
    argued = step(StepKind.DISCUSSION, "토론", prompt=DEBATE)
    agenda = Agenda(Text("모임"), Text("목표"), (told, argued))

    kinds = [part.kind for part in parts_of(agenda, library(), adopted=[1])]

    assert kinds == [Kind.SHARING, Kind.ARGUMENT, Kind.SECOND_VOTE]


def test_what_the_notes_lack_by_now_is_left_out() -> None:
    gone = step(StepKind.CONCEPTS, "개념", concepts=("nothing",))
    agenda = Agenda(Text("모임"), Text("목표"), (gone, step(StepKind.WRAP_UP, "마무리")))

    assert [part.kind for part in parts_of(agenda, library())] == [Kind.WRAP_UP]


def test_a_note_without_an_agenda_gets_a_usual_one() -> None:
    notes = library(None)

    agenda = usual_agenda(notes.topics[0], notes)

    kinds = [each.kind for each in agenda.steps]
    assert kinds == [
        StepKind.OPENING,
        StepKind.CONCEPTS,
        StepKind.QUIZ,
        StepKind.DISCUSSION,
        StepKind.WRAP_UP,
    ]
    assert len(agenda.steps[1].concepts) <= MOST_CARDS
