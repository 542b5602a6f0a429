"""A session from its start to its minutes, over the real ledger."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.discussion.model import Phase as TalkPhase
from bot.ids import GuildId
from bot.posts import service as posts
from bot.posts.model import State
from bot.posts.outcomes import Refused, Why
from bot.quiz.kinds import ROUND_TABLE_KIND
from bot.quiz.rounds import service as rounds
from bot.quiz.rounds.model import NoRound
from bot.sessions.model import Ending, Kind, Move, Phase, Understood
from bot.sessions.posting import view_in
from bot.sessions.recap import Recap
from bot.sessions.refusals import (
    NotLeading,
    NotOnCard,
    SessionGone,
    SessionMovedOn,
    SessionOver,
    SessionRunning,
    UnknownNote,
)
from bot.sessions.source import SessionPosts
from tests.posts.posts import GUILD
from tests.sessions.room import JUN, MINA, MINUTE, SEO, Room, with_notices

CARD, SECOND_CARD, QUIZ, VOTE, ARGUMENT, AGAIN, TALK, BREAK, WRAP_UP = range(1, 10)


async def test_a_session_says_so_opens_its_thread_and_begins_there(room: Room) -> None:
    session = await room.start()

    assert session.phase is Phase.RUNNING
    assert session.at == 0
    assert session.thread is not None
    head, first = await room.posts(session)
    assert head.claim.channel == session.channel
    assert first.claim.channel == session.thread
    assert first.claim.silent
    view = view_in(first)
    assert view is not None
    assert view.until == room.clock.now() + 5 * MINUTE


async def test_every_part_is_posted_once_in_its_order(room: Room) -> None:
    session = await room.start()
    session = await room.to(session, WRAP_UP)
    await room.live()
    await room.live(MINUTE)

    assert await room.names(session) == ["head", *(f"turn-{turn}" for turn in range(1, 11))]
    kinds = [part.kind for part in session.parts]
    assert kinds[CARD : ARGUMENT + 1] == [
        Kind.CARD,
        Kind.CARD,
        Kind.QUIZ,
        Kind.FIRST_VOTE,
        Kind.ARGUMENT,
    ]


async def test_it_waits_at_a_part_s_end_and_goes_on_by_itself_only_where_the_agenda_says_so(
    room: Room,
) -> None:
    session = await room.start()
    await room.live(6 * MINUTE)

    waiting = await room.stands(session)
    assert (waiting.phase, waiting.at) == (Phase.OVERTIME, 0)
    session = await room.to(waiting, BREAK)
    await room.live(6 * MINUTE)
    assert (await room.stands(session)).at == WRAP_UP


async def test_without_a_thread_it_goes_on_in_the_channel_and_tells_once(room: Room) -> None:
    await with_notices(room)
    room.chores.says["open_thread"] = [Refused(Why.CANNOT_WRITE, ("create_public_threads",))]

    session = await room.start()

    assert session.phase is Phase.RUNNING
    assert session.thread is None
    assert (await room.post(session)).claim.channel == session.channel
    assert await room.told(session.number) == ["notice-session-no-thread"]


async def test_one_runs_in_a_channel_at_a_time_and_another_is_shown_the_way(room: Room) -> None:
    session = await room.start()

    with pytest.raises(SessionRunning) as refused:
        await room.start()

    assert refused.value.link == f"<#{session.thread}>"
    await room.lead(session, Move.END)
    again = await room.start()
    assert again.number != session.number


async def test_an_unknown_note_is_refused(room: Room) -> None:
    with pytest.raises(UnknownNote):
        await room.start(topic="nothing")


async def test_attendance_counts_once_and_who_answers_is_there(room: Room) -> None:
    session = await room.start()

    standing, is_new = await room.attend(session, MINA)
    again, is_new_again = await room.attend(session, MINA)
    session = await room.to(session, CARD)
    await room.say(session, await room.post(session), JUN)
    later, _ = await room.attend(session, SEO)

    assert (standing.present, is_new) == (1, True)
    assert (again.present, is_new_again) == (1, False)
    assert later.present == 3


async def test_a_card_shows_its_answers_once_all_who_are_there_have_answered(room: Room) -> None:
    session = await room.start()
    await room.attend(session, MINA)
    await room.attend(session, JUN)
    session = await room.to(session, CARD)
    post = await room.post(session)

    hidden = await room.say(session, post, MINA)
    changed = await room.say(session, post, MINA, is_clear=False)
    shown = await room.say(session, post, JUN)

    assert not hidden.is_revealed
    assert not changed.is_revealed
    assert shown.is_revealed
    assert shown.answers == Understood(clear=1, unclear=1)


async def test_a_card_shows_its_answers_once_the_time_is_in(room: Room) -> None:
    session = await room.start()
    await room.attend(session, MINA)
    await room.attend(session, JUN)
    session = await room.to(session, CARD)
    post = await room.post(session)
    await room.say(session, post, MINA)

    await room.live(3 * MINUTE)

    assert (await room.say(session, post, MINA)).is_revealed


async def test_a_late_answer_to_a_card_that_was_left_still_counts(room: Room) -> None:
    session = await room.start()
    session = await room.to(session, CARD)
    post = await room.post(session)
    session = await room.to(session, QUIZ)

    told = await room.say(session, post, MINA)

    assert told.answers == Understood(clear=1)


async def test_only_cards_take_answers_and_only_while_it_runs(room: Room) -> None:
    session = await room.start()
    head, opening = await room.posts(session)

    for post in (head, opening):
        with pytest.raises(NotOnCard):
            await room.say(session, post, MINA)
    session = await room.to(session, CARD)
    card = await room.post(session)
    session = await room.lead(session, Move.END)
    with pytest.raises(SessionOver):
        await room.say(session, card, MINA)
    with pytest.raises(SessionOver):
        await room.attend(session, MINA)


async def test_another_server_knows_nothing_of_it(room: Room) -> None:
    session = await room.start()
    async with room.storage.work() as work:
        with pytest.raises(SessionGone):
            await room.sessions.attend(
                work, GuildId(GUILD + 1), session.number, MINA, now=room.clock.now()
            )


async def test_a_stranger_does_not_lead_but_who_started_it_does(room: Room) -> None:
    session = await room.start()

    with pytest.raises(NotLeading):
        await room.lead(session, Move.NEXT, member=MINA, is_moderator=False)

    session = await room.lead(session, Move.NEXT, member=session.member, is_moderator=False)
    assert session.at == CARD


@pytest.mark.parametrize("move", [Move.NEXT, Move.BACK, Move.EXTEND])
async def test_a_press_that_comes_twice_counts_once(room: Room, move: Move) -> None:
    session = await room.to(await room.start(), CARD)
    turn = session.turn
    moved = await room.lead(session, Move.NEXT, turn=turn)

    with pytest.raises(SessionMovedOn):
        await room.lead(session, move, turn=turn)

    assert (await room.stands(session)).turn == moved.turn


async def test_back_posts_the_part_again_and_keeps_what_was_said(room: Room) -> None:
    session = await room.to(await room.start(), CARD)
    await room.say(session, await room.post(session), MINA)
    session = await room.to(session, SECOND_CARD)

    session = await room.lead(session, Move.BACK)

    assert session.at == CARD
    view = view_in(await room.post(session))
    assert view is not None
    assert view.answers == Understood(clear=1)
    assert view.present == 1


async def test_a_pause_keeps_what_was_left(room: Room) -> None:
    session = await room.start()
    await room.live(2 * MINUTE)
    paused = await room.lead(session, Move.PAUSE)
    await room.live(30 * MINUTE)

    going = await room.lead(paused, Move.RESUME)

    assert paused.left == 3 * MINUTE
    assert going.phase is Phase.RUNNING
    assert going.until == room.clock.now() + 3 * MINUTE


async def test_the_quiz_is_played_in_the_thread_and_ends_with_its_part(room: Room) -> None:
    session = await room.to(await room.start(), QUIZ)
    assert session.round is not None
    await room.live(MINUTE)

    session = await room.to(session, VOTE)

    assert session.round is None
    async with room.storage.reading() as work:
        with pytest.raises(NoRound):
            await rounds.running_in(work, GUILD, session.place)
        tables = await posts.posts_of(work, GUILD, ROUND_TABLE_KIND, 1)
    assert [post.claim.channel for post in tables] == [session.thread]


async def test_a_quiz_that_ends_by_itself_is_told_and_the_session_waits(room: Room) -> None:
    session = await room.to(await room.start(), QUIZ)
    for _ in range(20):
        await room.live(timedelta(seconds=15))

    session = await room.stands(session)

    assert session.at == QUIZ
    assert session.round is None
    assert session.remark == "quiz-over"


async def test_a_discussion_is_started_moved_on_and_closed_with_the_session(room: Room) -> None:
    session = await room.to(await room.start(), VOTE)
    [(_, number)] = session.discussions
    assert (await room.talked(number)).phase is TalkPhase.FIRST_VOTE
    await room.vote(number, MINA, 0)
    await room.vote(number, JUN, 1)

    session = await room.to(session, ARGUMENT)
    assert (await room.talked(number)).phase is TalkPhase.ARGUMENT
    session = await room.to(session, AGAIN)
    assert (await room.talked(number)).phase is TalkPhase.SECOND_VOTE
    await room.vote(number, MINA, 1)
    session = await room.to(session, TALK)

    assert (await room.talked(number)).phase is TalkPhase.CLOSED


async def test_a_session_adopts_the_discussion_that_runs(room: Room) -> None:
    running = await room.talk()
    await room.vote(running.id, MINA, 0)
    await room.live(timedelta(hours=2))

    session = await room.start()

    kinds = [part.kind for part in session.parts]
    assert Kind.FIRST_VOTE not in kinds
    assert session.discussions == ((3, running.id),)
    session = await room.to(session, kinds.index(Kind.ARGUMENT))
    assert (await room.talked(running.id)).phase is TalkPhase.ARGUMENT
    session = await room.to(session, kinds.index(Kind.SECOND_VOTE))
    assert (await room.talked(running.id)).phase is TalkPhase.SECOND_VOTE
    await room.to(session, kinds.index(Kind.TALK))
    assert (await room.talked(running.id)).phase is TalkPhase.CLOSED


async def test_a_session_that_ends_early_lets_its_discussion_go_on(room: Room) -> None:
    session = await room.to(await room.start(), ARGUMENT)
    [(_, number)] = session.discussions

    session = await room.lead(session, Move.END)

    assert session.ending is Ending.STOPPED
    assert (await room.talked(number)).phase is TalkPhase.ARGUMENT


async def test_the_recap_counts_and_names_nobody(room: Room) -> None:
    session = await room.start()
    for member in (MINA, JUN, SEO):
        await room.attend(session, member)
    session = await room.to(session, CARD)
    await room.say(session, await room.post(session), MINA, is_clear=False)
    session = await room.to(session, WRAP_UP)

    session = await room.lead(session, Move.NEXT)

    assert session.ending is Ending.DONE
    post = await room.post(session)
    assert post.claim.occurrence == "recap"
    assert post.claim.channel == session.thread
    recap = Recap.from_json(post.claim.snapshot["recap"])
    assert recap.present == 3
    assert recap.cards[0].answers == Understood(unclear=1)
    assert str(MINA) not in str(post.claim.snapshot)


async def test_nobody_leads_for_hours_and_it_ends_by_itself(room: Room) -> None:
    session = await room.start()
    await room.live(6 * MINUTE)
    await room.live(timedelta(hours=4))

    session = await room.stands(session)

    assert session.ending is Ending.SLEPT
    assert (await room.names(session))[-1] == "recap"


async def test_a_thread_that_is_gone_sends_the_session_back_to_its_channel(room: Room) -> None:
    await with_notices(room)
    session = await room.start()
    assert session.thread is not None
    room.channels.gone = {session.thread}

    session = await room.lead(session, Move.NEXT)

    assert session.thread is None
    assert session.phase is Phase.RUNNING
    assert (await room.post(session)).claim.channel == session.channel
    assert await room.told(session.number) == ["notice-session-thread-gone"]


async def test_a_channel_that_is_gone_with_the_thread_ends_the_session_and_is_told_once(
    room: Room,
) -> None:
    await with_notices(room)
    session = await room.start()
    assert session.thread is not None
    room.channels.gone = {session.channel, session.thread}

    session = await room.lead(session, Move.NEXT)
    await room.live(timedelta(hours=1))

    assert session.ending is Ending.UNSENT
    assert await room.told(session.number) == ["notice-session-channel-gone"]


async def test_a_second_post_for_the_thread_that_it_left_does_not_end_it(room: Room) -> None:
    await with_notices(room)
    session = await room.start()
    assert session.thread is not None
    room.channels.gone = {session.thread}
    late = replace(await room.post(session), state=State.MISSED)
    assert late.claim.channel == session.thread
    session = await room.lead(session, Move.NEXT)
    async with room.storage.work() as work:
        refused, now = Refused(Why.CHANNEL_GONE), room.clock.now()
        await SessionPosts(room.sessions).refused(work, late, refused, now)
        await work.commit()

    assert not (await room.stands(session)).is_over
    assert await room.told(session.number) == ["notice-session-thread-gone"]
