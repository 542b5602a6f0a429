"""A moderator's week in Chromium, step after step in one server, from set-up to forgetting.

The preview cannot open a message's menu or Discord's list of events: taking a note up from a
message, and events that are moved there, are played in tests/notes and tests/sessions.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.end_to_end.browsers import opened
from tests.end_to_end.control import Control
from tests.end_to_end.pages import Channel
from tests.end_to_end.sandbox import started

# All steps share the server, and so its event loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")

ROOT = Path(__file__).parents[2]
NOTE = ROOT / "tests" / "notes" / "samples" / "git-branching.md"
MODERATOR, MEMBERS = "하늘", ("민지", "준호", "서연")
STUDY, NOTICES, SESSION = "공부방", "운영-알림", "git 브랜치"
PROMPT = "우리 팀에는 어떤 브랜치 전략이 어울릴까?"
CARDS = 8
# What the two approved items have for right choices.
KEYS = ("커밋 하나를 가리키는 가벼운 포인터", "지금 작업하고 있는 브랜치를 가리키는 특별한 포인터")
UNDERSTOOD, CONFUSED = "🙆 이해했어요", "🤔 아직 헷갈려요"


@dataclass
class Week:
    """The server of the week, where one place is open at a time; what it leaves in files."""

    control: Control
    folder: Path
    channel: Channel | None = None
    done: list[str] = field(default_factory=list)
    minutes: Path | None = None

    @contextmanager
    def step(self, name: str, *, after: str | None = None) -> Iterator[None]:
        """Go one step, which needs the one called ``after``."""
        if after is not None and after not in self.done:
            pytest.fail(f"{name}: there is no going on without the step before it, {after}")
        yield
        self.done.append(name)

    async def go(self, place: str, who: str) -> Channel:
        """Open ``place`` as ``who``; what was open is closed."""
        if self.channel is not None:
            await self.channel.page.close()
        self.channel = await self.control.go(place, who)
        return self.channel


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def week(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Week]:
    folder = tmp_path_factory.mktemp("week")
    async with started(ROOT, folder / "sandbox.log") as sandbox, opened(chromium) as browser:
        yield Week(await Control.visited(browser, sandbox.address), folder)


async def test_a_moderator_sets_the_server_up(week: Week) -> None:
    with week.step("set up"):
        channel = await week.go(NOTICES, MODERATOR)
        await channel.command("설정 처음-설정", "언어")
        await channel.push("이대로 다음", "시간대")
        await channel.push("이대로 다음", "퀴즈 채널")
        await channel.choose("채널 고르기", STUDY, "퀴즈 시각")
        await channel.choose("자주 쓰는 시각", "09:00", "운영 알림 채널")
        await channel.choose("채널 고르기", NOTICES, "운영자 역할")
        await channel.choose("역할 고르기", "운영자", "이렇게 할게요")
        await channel.push("시작", "준비가 끝났어요")

        await expect(channel.newest).to_contain_text(f"다음 09:00부터 #{STUDY}에 매일 한 문제")


async def test_the_moderator_brings_a_note_that_the_bot_has_never_seen(
    week: Week, pictures: Path
) -> None:
    with week.step("note", after="set up"):
        channel = await week.go(STUDY, MODERATOR)
        await channel.command("노트 올리기", "미리 보기", files={"파일": NOTE})
        await expect(channel.newest).to_contain_text("개념 18개, 이야기할 거리 2개로 읽었어요")
        await expect(channel.newest).to_contain_text("40번째 줄: 짧은 답이 없어요")
        await channel.fill("노트 제목 고치기", {"제목": SESSION}, f"「{SESSION}」 미리 보기")
        await channel.picture(pictures / "note.png")
        await channel.choose("고칠 이야기할 거리 고르기", PROMPT, "입장")
        stances = {"입장": "Git Flow\nGitHub Flow\nTrunk-based"}
        await channel.fill("이야기할 거리 고치기", stances, "Trunk-based")
        await channel.push("돌아가기", "고칠 개념 고르기")
        await channel.push("올리기", "노트를 올렸어요")

        await channel.be("민지")
        await channel.say("@도란 리베이스가 뭐야?")
        await channel.sees("내 커밋들을 다른 브랜치의 끝으로 옮겨서 다시 쌓는 명령입니다.")


async def test_the_moderator_approves_drafted_items_and_declines_others(
    week: Week, pictures: Path
) -> None:
    with week.step("items", after="note"):
        channel = await week.go(STUDY, MODERATOR)
        await channel.command("할일", "노트에서 지은 문제")
        await channel.push("노트에서 지은 문제 26", "26개 중 1번째")
        await expect(channel.newest).to_contain_text("노트의 문장")
        await channel.picture(pictures / "item.png")
        # Those with choices are kept, those that are typed are not.
        await channel.push("쓰지 않기", "25개 중 1번째")
        await channel.push("받아들이기", "24개 중 1번째")
        await channel.push("쓰지 않기", "23개 중 1번째")
        await channel.push("받아들이기", "22개 중 1번째")


async def test_a_discussion_is_opened_and_three_members_vote(week: Week) -> None:
    with week.step("discussion", after="note"):
        channel = await week.go(STUDY, MODERATOR)
        await channel.command("토론관리 시작", PROMPT, chosen={"토론거리": "우리 팀에는"})
        for member, stance in zip(MEMBERS, ("GitHub Flow", "Git Flow", "Git Flow"), strict=True):
            await channel.be(member)
            await channel.push(stance, f"저장했어요: 「{stance}」")
        await channel.be(MODERATOR)
        await channel.command("토론관리 다음", "(3명 참여)")
        await channel.push("다음으로", "이야기하는 중")


async def test_a_session_is_planned_and_members_are_reminded(week: Week) -> None:
    with week.step("plan", after="discussion"):
        channel = await week.go(STUDY, MODERATOR)
        await channel.command("스터디 예약", "하기로 했어요", typed={"언제": "내일 오전 10시"})
        await week.control.wait("다음 아침 9시까지")
        await week.control.wait("한 시간 보내기")

        await channel.sees("곧 시작해요.")


async def test_the_moderator_starts_it_and_three_members_attend(week: Week) -> None:
    with week.step("session", after="plan"):
        channel = await week.go(STUDY, MODERATOR)
        await channel.push_once("시작하기", "아래 스레드에서 함께해요.")
        channel = await week.go(SESSION, MODERATOR)
        for number, member in enumerate(MEMBERS, 1):
            await channel.be(member)
            await channel.push("출석", f"지금 {number}명이 함께예요")
        await channel.be(MODERATOR)

        await channel.sees("지금까지 3명이 출석했어요.")


async def test_the_members_say_what_they_understood_and_see_it_together(
    week: Week, pictures: Path
) -> None:
    with week.step("cards", after="session"):
        channel = await week.go(SESSION, MODERATOR)
        await channel.push("다음", f"(1/{CARDS})")
        for member, said in zip(MEMBERS, (UNDERSTOOD, CONFUSED, UNDERSTOOD), strict=True):
            await channel.be(member)
            await channel.push(said, "적었어요")
        await channel.be(MODERATOR)

        await channel.sees("이해했어요 2명 · 아직 헷갈려요 1명 (n=3)")
        await channel.picture(pictures / "session.png")


async def test_the_quiz_asks_only_what_was_approved_and_three_members_answer(week: Week) -> None:
    with week.step("round", after="cards"):
        channel = await week.go(SESSION, MODERATOR)
        for number in range(2, CARDS + 1):
            await channel.push("다음", f"({number}/{CARDS})")
        await channel.push_once("다음", "라운드 1/2")
        asked = (await channel.newest.inner_text()).splitlines()
        [right] = [line[0] for line in asked if line[3:] in KEYS]
        wrong = "A" if right == "B" else "B"
        for member, choice in zip(MEMBERS, (wrong, right, right), strict=True):
            await channel.be(member)
            await channel.push(choice, "받았어요")


async def test_the_session_goes_on_with_the_discussion_that_runs(week: Week) -> None:
    with week.step("adopted", after="round"):
        channel = await week.go(SESSION, MODERATOR)
        await channel.push_once("다음", f"{PROMPT} — 이야기")
        await channel.push_once("다음", f"{PROMPT} — 다시 투표")
        channel = await week.go(PROMPT, MEMBERS[0])
        for member in MEMBERS:
            await channel.be(member)
            await channel.push("GitHub Flow", "저장했어요: 「GitHub Flow」")


async def test_the_minutes_say_what_the_evening_came_to(week: Week, pictures: Path) -> None:
    with week.step("minutes", after="adopted"):
        channel = await week.go(SESSION, MODERATOR)
        await channel.push_once("다음", "오늘 새로 알게 된 것을 한 가지씩")
        await channel.push_once("다음", "스터디를 마쳤어요: git 브랜치")
        await expect(channel.newest).to_contain_text("3명이 함께했어요.")
        await expect(channel.newest).to_contain_text("3명 중 2명이 생각을 바꿨어요")
        await channel.picture(pictures / "minutes.png")

        week.minutes = await channel.saved(week.folder)
        text = week.minutes.read_text("utf-8")
        assert text.startswith("# 새롭게 알게된 점")
        assert "GitHub Flow: 1명 → 3명 (+2)" in text
        assert "(3명 중 2명이 맞혔어요)" in text
        assert not [name for name in (MODERATOR, *MEMBERS) if name in text]


async def test_the_minutes_become_the_next_note(week: Week) -> None:
    with week.step("next note", after="minutes"):
        assert week.minutes is not None
        channel = await week.go(STUDY, MODERATOR)
        await channel.command("노트 올리기", "미리 보기", files={"파일": week.minutes})
        await channel.push("올리기", "노트를 올렸어요")

        await channel.command("노트 목록", "이 서버의 노트 2개")


async def test_a_members_data_is_shown_and_deleted_when_asked_for(week: Week) -> None:
    with week.step("forgotten", after="minutes"):
        channel = await week.go(STUDY, "민지")
        await channel.command("내정보 보기", "이 서버에 남아 있는 것을 파일에 모두 담았어요.")
        kept = await channel.saved(week.folder)
        assert "리베이스가 뭐야?" in kept.read_text("utf-8")
        await channel.command("내정보 지우기", "정말 지울까요?")
        await channel.push("모두 지우기", "모두 지웠어요.")

        await channel.command("내정보 보기", "남아 있는 것이 없어요.")


async def test_the_moderator_deletes_what_another_member_asked_them_to(week: Week) -> None:
    with week.step("forgotten by a moderator", after="minutes"):
        channel = await week.go(STUDY, MODERATOR)
        await channel.command(
            "설정 기록-지우기", "본인이 부탁했을 때만 지워 주세요", chosen={"사람": "준호"}
        )
        await channel.push("모두 지우기", "모두 지웠어요.")

        await channel.be("준호")
        await channel.command("내정보 보기", "남아 있는 것이 없어요.")
