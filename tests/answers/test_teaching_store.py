"""What is kept of conversations, lessons and wishes, on both databases."""

from datetime import UTC, datetime, timedelta

from bot.answers import service, store
from bot.answers.asked import Asked, Judged, Outcome, Verdict
from bot.answers.conversation import service as conversation
from bot.answers.conversation.model import WINDOW, Topic
from bot.answers.teaching import waiting
from bot.answers.teaching.store import lessons, missed, wishes
from bot.ids import ChannelId, GuildId, MemberId, Place
from bot.storage.work import Storage, Work

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GUILD, OTHER, MINA, CHIEF = GuildId(1), GuildId(2), MemberId(3), MemberId(4)
PLACE = Place(GUILD, ChannelId(2))


async def asked(
    work: Work,
    text: str,
    *,
    guild: GuildId | None = GUILD,
    outcome: Outcome = Outcome.GAP,
    concept: str | None = None,
) -> int:
    """Keep a question; return its number."""
    place = Place(guild, ChannelId(2))
    return await store.keep_question(
        work, Asked(place, MINA, text, outcome, concept, None, 0.1, NOON, previous="도커")
    )


async def test_a_question_comes_back_as_it_was_kept(storage: Storage) -> None:
    question = Asked(
        PLACE,
        MINA,
        "차이는?",
        Outcome.ANSWERED,
        "vm-vs-container",
        None,
        0.9,
        NOON,
        compared=("vm", "container"),
        previous="가상 머신",
    )
    async with storage.work() as work:
        number = await store.keep_question(work, question)

        assert await store.question(work, number, GUILD) == question
        assert await store.question(work, number, OTHER) is None


async def test_a_subject_lasts_ten_minutes_in_its_place_for_its_member(storage: Storage) -> None:
    direct = Place(None, ChannelId(9))
    async with storage.work() as work:
        await conversation.look_at(work, PLACE, MINA, "docker", now=NOON)
        await conversation.look_at(work, direct, MINA, "kernel", now=NOON)
        await conversation.go_on(work, PLACE, MINA, Topic(("vm", "container")), now=NOON)
        await conversation.go_on(work, PLACE, MINA, None, now=NOON)

        in_time, late = NOON + WINDOW, NOON + WINDOW + timedelta(seconds=1)
        askers = [(PLACE, MINA), (direct, MINA), (PLACE, CHIEF), (direct, CHIEF)]
        assert await conversation.topics_of(work, askers, now=in_time) == {
            (PLACE, MINA): Topic(("vm", "container")),
            (direct, MINA): Topic(("kernel",)),
        }
        assert await conversation.topics_of(work, [(PLACE, MINA)], now=late) == {}


async def test_unanswered_and_wrong_answers_of_the_server_wait(storage: Storage) -> None:
    async with storage.work() as work:
        gap = await asked(work, "무지개표?")
        wrong = await asked(work, "커널?", outcome=Outcome.ANSWERED, concept="kernel")
        await asked(work, "도커?", outcome=Outcome.ANSWERED, concept="docker")
        await asked(work, "다른 서버", guild=OTHER)
        await asked(work, "둘이서만", guild=None)
        await service.judge(work, [Judged(wrong, GUILD, MINA, Verdict.DOWN, NOON)])

        found = await missed.of_guild(work, GUILD, 10)

        assert [(each.number, each.answered_with) for each in found] == [
            (wrong, "kernel"),
            (gap, None),
        ]
        assert found[1].previous == "도커"


async def test_a_lesson_settles_its_questions_until_it_is_undone(storage: Storage) -> None:
    async with storage.work() as work:
        number = await asked(work, "무지개표?")
        assert await lessons.stamp(work, GUILD) == (0, 0, 0)
        lesson = await lessons.add(work, GUILD, "docker", ("무지개표", "무지개"), CHIEF, NOON)
        await lessons.settle(work, lesson, {number})
        taught = await lessons.stamp(work, GUILD)

        assert await missed.of_guild(work, GUILD, 10) == []
        [kept] = await lessons.active(work, GUILD)
        assert (kept.concept, kept.phrases, kept.by) == ("docker", ("무지개표", "무지개"), CHIEF)
        assert await lessons.active(work, OTHER) == []
        assert await lessons.one(work, OTHER, lesson) is None
        assert not await lessons.undo(work, OTHER, lesson, NOON)

        assert await lessons.undo(work, GUILD, lesson, NOON)
        assert not await lessons.undo(work, GUILD, lesson, NOON)

        assert [each.number for each in await missed.of_guild(work, GUILD, 10)] == [number]
        assert await lessons.active(work, GUILD) == []
        assert len({taught, await lessons.stamp(work, GUILD), (0, 0, 0)}) == 3


async def test_a_wish_is_kept_once_granted_once_and_told_once(storage: Storage) -> None:
    async with storage.work() as work:
        number = await asked(work, "무지개표?")
        assert await waiting.wish(work, GUILD, MINA, number, now=NOON)
        assert not await waiting.wish(work, GUILD, MINA, number, now=NOON)
        [hoping] = await wishes.open_in(work, GUILD, 10)
        assert (hoping.text, hoping.member, hoping.previous) == ("무지개표?", MINA, "도커")
        assert [each.question for each in await wishes.open_after(work, 0, 10)] == [number]
        assert await wishes.open_after(work, number, 10) == []
        assert await wishes.earliest(work) is None

        await wishes.answer(work, {number: "docker"}, NOON)
        await wishes.answer(work, {number: "kernel"}, NOON + WINDOW)

        assert await wishes.earliest(work) == NOON
        [granted] = await wishes.ready(work, 10)
        assert granted.concept == "docker"
        await wishes.tell(work, [number], NOON)
        assert await wishes.ready(work, 10) == []
        assert await waiting.unwish(work, GUILD, MINA, number) == 0


async def test_wishes_of_one_member_in_one_server_are_dropped_together(storage: Storage) -> None:
    async with storage.work() as work:
        here = [await asked(work, f"무지개 {n}") for n in range(2)]
        there = await asked(work, "무지개", guild=OTHER)
        for number in here:
            await waiting.wish(work, GUILD, MINA, number, now=NOON)
        await waiting.wish(work, OTHER, MINA, there, now=NOON)

        assert await waiting.stop(work, GUILD, CHIEF) == 0
        assert await waiting.stop(work, GUILD, MINA) == 2
        assert [each.question for each in await wishes.open_after(work, 0, 10)] == [there]
