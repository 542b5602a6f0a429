"""What moderators do with schedules, and what nobody else may."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta

from tests.quiz.daily import AT, DAY, HALF_AN_HOUR, Quiz, option, told
from tests.quiz.notes import SINGLE, TRUE_FALSE
from tests.support.told import words_of

Groups = Callable[..., AbstractAsyncContextManager[Quiz]]


async def test_a_schedule_is_made_listed_and_said_back(a_group: Groups) -> None:
    async with a_group(SINGLE, TRUE_FALSE) as quiz:
        made = told(
            await quiz.schedule(
                days="평일", topic="os", items=2, skip="1-2", hide=True, digest=True
            )
        )
        listed = told(await quiz.moderate("schedule list"))

        for said in (made, listed):
            assert "평일 09:30" in said
            assert "하루 2문제 · 운영체제" in said
            assert "마감 전 정답 숨김 · 일요일 정리 · 쉬는 날 2026-01-02" in said
        assert "일정을 만들었어요." in made


async def test_only_moderators_may_whatever_discord_shows_them(quiz: Quiz) -> None:
    group = quiz.group
    # Discord hides the command by default; a server may open it to everyone.
    roles = group.env.backend.get_role(group.guild.id, group.guild.default_role.id)
    roles.permissions |= 1 << 13

    for command, options in (
        ("schedule add", {"time": AT, "channel": group.channel}),
        ("schedule list", {}),
        ("schedule edit", {"schedule": "1"}),
        ("schedule pause", {"schedule": "1"}),
        ("schedule resume", {"schedule": "1"}),
        ("schedule remove", {"schedule": "1"}),
        ("log", {}),
    ):
        said = told(await group.mina.slash(group.channel, f"quiz-admin {command}", **options))
        assert "운영자만" in said, command


async def test_an_edit_changes_what_is_given_from_the_next_day_on(quiz: Quiz) -> None:
    said = told(await quiz.moderate("schedule edit", schedule="1", time="오전 10시", days="매일"))
    await quiz.wait(DAY)
    assert len(quiz.posts) == 1
    await quiz.wait(HALF_AN_HOUR)

    assert "매일 10:00" in said
    assert len(quiz.posts) == 2


async def test_a_paused_schedule_asks_nothing_and_what_is_open_still_closes(quiz: Quiz) -> None:
    await quiz.give(quiz.group.mina, option(quiz.post, "하드웨어"))

    said = told(await quiz.moderate("schedule pause", schedule="1"))
    await quiz.wait(DAY + timedelta(minutes=1))

    assert "멈췄어요" in said
    assert len(quiz.posts) == 1
    assert "1명이 답했고" in words_of(quiz.post)
    resumed = told(await quiz.moderate("schedule resume", schedule="1"))
    await quiz.wait(DAY)
    assert "다시 시작했어요" in resumed
    assert len(quiz.posts) == 2


async def test_a_removed_schedule_is_gone_and_its_answers_stay(quiz: Quiz) -> None:
    await quiz.give(quiz.group.mina, option(quiz.post, "하드웨어"))

    removed = told(await quiz.moderate("schedule remove", schedule="1"))
    await quiz.wait(DAY + timedelta(minutes=1))

    assert "일정을 지웠어요" in removed
    assert len(quiz.posts) == 1
    assert "1명이 답했고" in words_of(quiz.post)
    assert "아직 일정이 없어요" in told(await quiz.moderate("schedule list"))
    gone = told(await quiz.moderate("schedule resume", schedule="1"))
    assert "이제 없어요" in gone


async def test_what_cannot_be_read_is_asked_again_with_an_example(a_group: Groups) -> None:
    async with a_group(SINGLE) as quiz:
        for options, sentence in (
            ({"time": "아무 때나"}, "언제인지 못 알아들었어요"),
            ({"days": "가끔"}, "무슨 요일인지 못 알아들었어요"),
            ({"skip": "언젠가"}, "어느 날인지 못 알아들었어요"),
            ({"topic": "nowhere"}, "주제를 못 찾았어요"),
            ({"ping": quiz.group.guild.default_role}, "제가 부를 수 없어요"),
        ):
            assert sentence in told(await quiz.schedule(**options)), options
        for typed in ("99", "없는 일정", "9" * 30):
            said = told(await quiz.moderate("schedule pause", schedule=typed))
            assert "이제 없어요" in said
        assert "아직 일정이 없어요" in told(await quiz.moderate("schedule list"))


async def test_a_server_has_ten_schedules_at_most(a_group: Groups) -> None:
    async with a_group(SINGLE) as quiz:
        for _ in range(10):
            await quiz.schedule()

        assert "벌써 10개" in told(await quiz.schedule())


async def test_schedules_topics_times_and_days_are_suggested(quiz: Quiz) -> None:
    group = quiz.group

    async def suggested(command: str, name: str, typed: str) -> list[str]:
        found = await group.moderator.autocomplete(
            group.channel, f"quiz-admin schedule {command}", name, typed
        )
        return [str(choice["name"]) for choice in found]

    assert await suggested("pause", "schedule", "") == ["#공부방 · 매일 09:30"]
    assert await suggested("add", "topic", "") == ["이번 주 노트", "운영체제"]
    assert await suggested("add", "time", "오후 3시 반") == ["15:30"]
    assert await suggested("add", "days", "") == ["매일", "평일", "주말"]
    assert await suggested("add", "days", "월수금") == ["월수금"]


async def test_a_topic_without_items_is_told_when_the_schedule_is_made(a_group: Groups) -> None:
    async with a_group("[]\n") as quiz:
        assert "낼 수 있는 문제가 없어요" in told(await quiz.schedule())


async def test_the_servers_zone_moves_the_quiz_along(a_group: Groups) -> None:
    async with a_group(SINGLE) as quiz:
        await quiz.schedule()

        # In Tokyo it is the same hour; in Shanghai one earlier.
        await quiz.group.moderator.slash(quiz.group.channel, "settings zone", zone="Asia/Shanghai")
        await quiz.wait(HALF_AN_HOUR)
        assert quiz.posts == []
        await quiz.wait(timedelta(hours=1))

        assert len(quiz.posts) == 1
