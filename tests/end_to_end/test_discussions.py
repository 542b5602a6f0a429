"""Both shipped prompts from start to report, by the hands of a moderator and three members."""

import re
from pathlib import Path

from playwright.async_api import Locator, expect

from bot.content.importer.note import plan_of
from tests.end_to_end.control import Control
from tests.end_to_end.pages import Channel

MODERATOR = "하늘"
MINJI, JUNHO, SEOYEON = "민지", "준호", "서연"
STUDY = "#공부방"
DEBATE = "항상 도커가 짱일까?"
EXPERIENCE = "VMware로 VM에서 작업해 본 경험"
ALWAYS, USUALLY, DEPENDS = (
    "거의 언제나 도커가 낫다",
    "대체로 도커, 예외 분야가 조금 있다",
    "분야마다 다르다, 반반이다",
)
REASONS = {
    MINJI: "어디서나 똑같이 돌아가요",
    SEOYEON: "실시간 제어는 커널을 함께 쓰면 불안해요",
}
OFTEN, OTHER, NEVER = (
    "VMware를 자주 써 봤다",
    "다른 VM 프로그램을 써 봤다",
    "VM을 아직 안 써 봤다",
)


async def started(control: Control, prompt: str) -> Channel:
    """Have the moderator start ``prompt``, taken from what is suggested."""
    channel = await control.open_channel()
    await channel.be(MODERATOR)
    await channel.command("토론관리 시작", f"「{prompt}」 토론을", chosen={"토론거리": prompt})
    await channel.sees("0명 참여")
    return channel


async def moved_on(place: Channel, shows: str) -> None:
    """Have the moderator end the present phase."""
    await place.be(MODERATOR)
    await place.command("토론관리 다음", "넘어갈까요?")
    await place.push("다음으로", shows)


async def moved_to(control: Control, left: Channel, name: str) -> Channel:
    """Leave a place for the one called ``name``."""
    await left.page.close()
    await control.watch(name)
    return await control.open_channel()


async def exported(place: Channel, folder: Path) -> str:
    """Have the moderator take the minutes home; return them, once the importer took them too."""
    await place.be(MODERATOR)
    await place.command("토론관리 내보내기", "노트 양식으로 적었어요")
    async with place.page.expect_download() as saved:
        await place.newest.locator(".file-download").click()
    note = folder / "minutes.md"
    await (await saved.value).save_as(note)
    assert plan_of(note, "minutes", folder / "content").cards
    return note.read_text(encoding="utf-8")


async def is_drawn(figure: Locator) -> None:
    await expect(figure).to_have_js_property("complete", True)
    assert await figure.evaluate("image => image.naturalWidth") > 0


async def test_a_debate_goes_from_start_to_report(control: Control, tmp_path: Path) -> None:
    channel = await started(control, DEBATE)
    for name, stance in ((JUNHO, ALWAYS), (MINJI, ALWAYS), (SEOYEON, DEPENDS)):
        await channel.be(name)
        await channel.push(stance, "저장했어요")
        if name in REASONS:
            told = {"왜 그렇게": REASONS[name], "어떤 분야?": "웹"}
            await channel.fill("이유 쓰기", told, "적어 뒀어요")
    await channel.be(MODERATOR)
    await channel.command("토론관리 내보내기", "아무도 결과를 볼 수 없어요")
    await moved_on(channel, "이야기하는 중")

    thread = await moved_to(control, channel, DEBATE)
    await thread.sees("첫 투표 결과")
    await thread.be(JUNHO)
    await thread.push("이유 모두 보기", "나온 이유 2개")
    # Which places the reasons of others have is left to chance.
    agree = thread.newest.get_by_role("button", name=re.compile("동의$")).first
    await thread.until_shown("표시했어요", agree.click)
    await thread.fill("질문 있어요", {"무엇이 궁금한가요?": "윈도우도요?"}, "질문을 올려 뒀어요")
    await thread.be(SEOYEON)
    await thread.push("가장 센 반론 보기", "나와 다른 입장에서")
    await thread.push("질문 보기", "질문 1개")
    await thread.fill("1번에 답하기", {"답이 되는 개념": "커널"}, "답해 줘서 고마워요")
    await moved_on(thread, "다시 투표")
    for name, stance in ((MINJI, USUALLY), (JUNHO, ALWAYS), (SEOYEON, DEPENDS)):
        await thread.be(name)
        await thread.push(stance, "저장했어요")
    await thread.push("내 첫 생각과 그 뒤의 이야기", "윈도우도요? → 커널")
    await moved_on(thread, "토론 결과")

    report = thread.articles.filter(has_text="토론 결과")
    await expect(report).to_contain_text("3명 중 1명이 생각을 바꿨어요")
    await expect(report).to_contain_text("커널 (1번)")
    await is_drawn(report.locator("img").last)
    minutes = await exported(thread, tmp_path)
    assert minutes.startswith("# 새롭게 알게된 점")
    assert "# 함께 이야기하고 싶은 점" in minutes
    assert f"{ALWAYS} → {USUALLY}: 1명" in minutes
    assert all(reason in minutes for reason in REASONS.values())
    channel = await moved_to(control, thread, STUDY)
    await channel.sees("토론 결과")
    await channel.ask("@도란 도커 쓰면 안 되는 곳?", "우리는 이걸로 이미 토론했어요")


async def test_experiences_are_exchanged_from_start_to_report(
    control: Control, tmp_path: Path
) -> None:
    channel = await started(control, EXPERIENCE)
    for name, stances in ((MINJI, [OFTEN, OTHER]), (JUNHO, [OFTEN]), (SEOYEON, [NEVER])):
        await channel.be(name)
        await channel.choose_several("해당하는 것을 모두 골라 주세요", stances, "저장했어요")
    told = {
        "어땠나요?": "수업에서 리눅스를 돌렸어요",
        "무엇에 썼나요?": "수업 과제",
        "좋았던 점": "망가져도 다시 켜면 돼요",
        "힘들었던 점": "느려요",
    }
    await channel.be(MINJI)
    await channel.fill("내 이야기 쓰기", told, "적어 뒀어요")
    await channel.be(JUNHO)
    await channel.fill("내 이야기 쓰기", {"무엇에 썼나요?": "수업  과제"}, "적어 뒀어요")
    going_on = "지금 이걸로 토론하고 있어요. 3명이 참여했어요."
    await channel.ask("@도란 VMware 써 본 사람 있어?", going_on)

    thread = await moved_to(control, channel, EXPERIENCE)
    await thread.sees("나눈 이야기 2개")
    await moved_on(thread, "나눈 경험")

    report = thread.articles.filter(has_text="나눈 경험")
    await expect(report).to_contain_text(f"{OFTEN}: 2명")
    await expect(report).to_contain_text("수업 과제 (2명)")
    await is_drawn(report.locator("img").last)
    minutes = await exported(thread, tmp_path)
    assert "망가져도 다시 켜면 돼요" in minutes
