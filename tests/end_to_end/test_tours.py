"""The buttons that do it for you, on the control page."""

from pathlib import Path

from playwright.async_api import ViewportSize, expect

from tests.end_to_end.pages import Control

# Tall enough for the question and all of its answer: the README shows this picture.
WHOLE_ANSWER: ViewportSize = {"width": 1280, "height": 1100}


async def test_the_first_button_brings_the_answer_its_figure_and_its_source(
    control: Control, pictures: Path
) -> None:
    await control.tour("ask")

    answer = control.lines.last
    await expect(answer).to_contain_text("하이퍼바이저 · Hypervisor")
    await expect(answer).to_contain_text("출처: 첫 번째 노트 「도커와 가상 머신」")
    await expect(answer.locator("img.figure")).to_have_js_property("complete", True)
    assert await answer.locator("img.figure").evaluate("image => image.naturalWidth") > 0
    await control.says("민지 님이 물었고, 도란이 답했어요. “하이퍼바이저가 뭐야?”")
    await control.page.set_viewport_size(WHOLE_ANSWER)
    await control.page.mouse.move(0, 0)
    await control.page.screenshot(path=pictures / "sandbox.png")


async def test_the_second_button_brings_an_honest_no(control: Control) -> None:
    await control.tour("not-covered")

    await expect(control.lines.last).to_contain_text("아직 노트에 없어요.")


async def test_the_page_and_the_bot_speak_english_when_asked_to(control: Control) -> None:
    await control.press("English")
    await expect(control.page.locator("h1")).to_contain_text("Simulated Discord")

    await control.tour("not-covered")

    await expect(control.lines.nth(-2)).to_contain_text("And Kubernetes?")
    await expect(control.lines.last).to_contain_text("not in the notes")
