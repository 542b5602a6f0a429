"""The buttons that do it for you, on the control page."""

from pathlib import Path

from playwright.async_api import ViewportSize, expect

from tests.end_to_end.pages import Control

# Tall enough for the question and all of its answer: the README shows this picture.
WHOLE_ANSWER: ViewportSize = {"width": 1280, "height": 1100}
# And here a whole day: the result with its figure, one's own answer, the next question.
WHOLE_DAY: ViewportSize = {"width": 1280, "height": 1850}


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


async def test_the_third_button_lives_through_a_day_of_the_quiz(
    control: Control, pictures: Path
) -> None:
    await control.tour("quiz")
    await control.says("오늘의 퀴즈: 민지 님과 모두가 답했고, 결과와 다음 문제가 나왔어요.")

    result = control.lines.filter(has_text="퀴즈 결과")
    await expect(result).to_contain_text("4명이 답했고, 3명(75 %)이 맞혔어요.")
    await expect(result).to_contain_text("출처: 첫 번째 노트 「도커와 가상 머신」")
    figure = result.locator("img.figure")
    await expect(figure).to_have_js_property("complete", True)
    assert await figure.evaluate("image => image.naturalWidth") > 0
    await expect(control.lines.filter(has_text="나에게만 보여요")).to_contain_text("내 답")
    await expect(control.lines.last).to_contain_text("오늘의 퀴즈")
    await expect(control.lines.last).to_contain_text("지난 문제는 4명 중 3명(75 %)")
    await control.page.set_viewport_size(WHOLE_DAY)
    await control.page.mouse.move(0, 0)
    await control.page.screenshot(path=pictures / "quiz.png")


async def test_a_member_answers_the_days_question_by_hand(control: Control) -> None:
    await control.tour("quiz")
    await control.says("오늘의 퀴즈: 민지 님과 모두가 답했고, 결과와 다음 문제가 나왔어요.")
    channel = await control.open_channel()

    await channel.run_command("퀴즈")
    await channel.sees("처음 낸 답만 남아요.")


async def test_the_page_and_the_bot_speak_english_when_asked_to(control: Control) -> None:
    await control.press("English")
    await expect(control.page.locator("h1")).to_contain_text("Simulated Discord")

    await control.tour("not-covered")

    await expect(control.lines.nth(-2)).to_contain_text("And Kubernetes?")
    await expect(control.lines.last).to_contain_text("not in the notes")
