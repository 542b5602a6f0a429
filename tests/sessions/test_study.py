"""What to study next: each case with its evidence, ranked by the written rule, and settled."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.answers import service as answers
from bot.answers.asked import Asked, Outcome
from bot.answers.store import keep_question
from bot.content.model import Text
from bot.discussion import arguing
from bot.discussion.model import Who
from bot.ids import GuildId, MemberId, Place
from bot.sessions import studying
from bot.sessions.model import Move
from bot.sessions.refusals import NoConceptCalled, StudyGone
from bot.sessions.study import Studied, StudyCase, StudyKind, is_split, page_of, ranked
from tests.posts.posts import CHANNEL, GUILD, MEMBER, NOON
from tests.sessions.room import JUN, MINA, SEO, Room


def case(kind: StudyKind, members: int, key: str = "a") -> StudyCase:
    return StudyCase(kind, key, Text("무엇"), members, members, NOON)


def test_more_members_come_first_and_of_equals_what_is_known_wrongly() -> None:
    cases = [
        case(StudyKind.OPEN_QUESTION, 1),
        case(StudyKind.UNANSWERED, 2),
        case(StudyKind.SURE_BUT_WRONG, 2),
        case(StudyKind.UNCLEAR, 3),
    ]

    assert [each.kind for each in ranked(cases, [])] == [
        StudyKind.UNCLEAR,
        StudyKind.SURE_BUT_WRONG,
        StudyKind.UNANSWERED,
        StudyKind.OPEN_QUESTION,
    ]


def test_what_waited_longer_comes_first_among_equals() -> None:
    young = replace(case(StudyKind.UNCLEAR, 2, "b"), since=NOON + timedelta(days=1))
    old = case(StudyKind.UNCLEAR, 2, "a")

    assert ranked([young, old], []) == (old, young)


def test_a_settled_case_comes_back_only_with_more_evidence() -> None:
    two, three = case(StudyKind.UNCLEAR, 2), case(StudyKind.UNCLEAR, 3)
    settled = [Studied(two.number, 2, "kernel")]

    assert ranked([two], settled) == ()
    assert ranked([three], settled) == (three,)


@pytest.mark.parametrize(
    ("given", "right", "split"),
    [(4, 2, False), (5, 2, True), (10, 6, True), (10, 9, False), (10, 1, False)],
)
def test_an_item_splits_a_group_where_neither_side_is_small(
    given: int, right: int, *, split: bool
) -> None:
    assert is_split(given, right) is split


def test_a_page_is_found_by_its_case() -> None:
    cases = [case(StudyKind.UNCLEAR, 2, "a"), case(StudyKind.UNCLEAR, 1, "b")]

    assert page_of(cases, 0) == 0
    assert page_of(cases, cases[1].number) == 1
    assert page_of(cases, 5) is None
    assert page_of([], 0) is None


async def cases_of(room: Room, guild: GuildId = GUILD) -> tuple[StudyCase, ...]:
    async with room.storage.reading() as work:
        return await studying.open_cases(work, room.library, guild, room.clock.now())


async def ask(room: Room, member: MemberId, text: str, channel: int = CHANNEL) -> None:
    asked = Asked(
        place=Place(GUILD, CHANNEL if channel == CHANNEL else channel),  # type: ignore[arg-type]
        member=member,
        text=text,
        outcome=Outcome.GAP,
        concept=None,
        prompt=None,
        confidence=0.1,
        at=room.clock.now(),
    )
    async with room.storage.work() as work:
        await keep_question(work, asked)
        await work.commit()


async def test_questions_concepts_and_open_questions_are_collected_with_their_n(
    room: Room,
) -> None:
    await ask(room, MINA, "쿠버네티스는 뭐야?")
    session = await room.to(await room.start(), 1)
    for member, is_clear in ((MINA, False), (JUN, False), (SEO, True)):
        await room.say(session, await room.post(session), member, is_clear=is_clear)
    session = await room.to(session, 5)
    [(_, number)] = session.discussions
    async with room.storage.work() as work:
        await arguing.ask_question(
            work, GUILD, number, Who(MINA), "서버에서는요?", now=room.clock.now()
        )
        await work.commit()
    await room.lead(session, Move.END)

    found = await cases_of(room)

    assert [(each.kind, each.members, each.n) for each in found] == [
        (StudyKind.UNCLEAR, 2, 3),
        (StudyKind.UNANSWERED, 1, 1),
        (StudyKind.OPEN_QUESTION, 1, 1),
    ]
    assert found[0].concept == "kernel"
    assert await cases_of(room, GuildId(GUILD + 1)) == ()


async def test_who_understands_it_later_is_counted_no_more(room: Room) -> None:
    for is_clear in (False, True):
        session = await room.to(await room.start(), 1)
        await room.say(session, await room.post(session), MINA, is_clear=is_clear)
        await room.lead(session, Move.END)

    assert await cases_of(room) == ()


async def test_settling_points_at_the_concept_that_answers_it(room: Room) -> None:
    await ask(room, MINA, "쿠버네티스는 뭐야?")
    [waiting] = await cases_of(room)
    now = room.clock.now()
    async with room.storage.work() as work:
        with pytest.raises(NoConceptCalled):
            await studying.settle(
                work, room.library, GUILD, waiting.number, "없는 것", MEMBER, now=now
            )
        _, concept = await studying.settle(
            work, room.library, GUILD, waiting.number, " kernel ", MEMBER, now=now
        )
        with pytest.raises(StudyGone):
            await studying.settle(
                work, room.library, GUILD, waiting.number, "커널", MEMBER, now=now
            )
        await work.commit()

    assert concept.id == "kernel"
    assert await cases_of(room) == ()


async def test_the_minutes_have_what_was_asked_in_the_thread_without_an_answer(
    room: Room,
) -> None:
    session = await room.start()
    assert session.thread is not None
    await ask(room, MINA, "쿠버네티스는 뭐야?", session.thread)
    await ask(room, MINA, "다른 방 질문", CHANNEL)
    async with room.storage.reading() as work:
        found = await answers.unanswered_in(work, GUILD, session.thread, since=session.started_at)

    session = await room.lead(session, Move.END)

    assert found == ["쿠버네티스는 뭐야?"]
    minutes = (await room.post(session)).claim.snapshot["minutes"]
    assert "쿠버네티스는 뭐야?" in minutes
    assert "다른 방 질문" not in minutes
