"""The buttons that do it for you, on the control page."""

from pathlib import Path

from playwright.async_api import ViewportSize, expect

from tests.end_to_end.control import Control

# Tall enough for the question and all of its answer: the README shows this picture.
WHOLE_ANSWER: ViewportSize = {"width": 1280, "height": 1100}
TO_THE_TOP = "line => line.scrollIntoView({block: 'start', behavior: 'instant'})"
# And here a whole day: the result with its figure, one's own answer, the next question.
WHOLE_DAY: ViewportSize = {"width": 1280, "height": 1850}
# Some forty steps, each of which waits until the bot is idle.
A_WHOLE_DEBATE_MS = 180_000
# And the thread of a debate, from the first vote to the report.
WHOLE_DEBATE: ViewportSize = {"width": 1280, "height": 2400}


async def test_the_first_button_brings_the_answer_its_figure_its_source_and_a_follow_up(
    control: Control, pictures: Path
) -> None:
    await control.tour("ask")
    await control.says("민지 님이 물었고, 도란이 답했어요. “하이퍼바이저가 뭐야?”")

    answer = control.lines.filter(has_text="하이퍼바이저 · Hypervisor")
    await expect(answer).to_contain_text("출처: 첫 번째 노트 「도커와 가상 머신」")
    await expect(answer.locator("img.figure")).to_have_js_property("complete", True)
    assert await answer.locator("img.figure").evaluate("image => image.naturalWidth") > 0
    await expect(control.lines.last).to_contain_text("하이퍼바이저의 종류")
    await control.idle()
    await control.page.set_viewport_size(WHOLE_ANSWER)
    await control.page.mouse.move(0, 0)
    await control.lines.filter(has_text="@도란 하이퍼바이저가 뭐야?").evaluate(TO_THE_TOP)
    await control.page.evaluate("scrollTo(0, 0)")
    await control.page.screenshot(path=pictures / "sandbox.png")


async def test_the_second_button_brings_an_honest_no_and_what_a_moderator_teaches(
    control: Control,
) -> None:
    await control.tour("not-covered")
    await control.says("민지 님이 물었고, 도란이 답했어요. “쿠버네티스는?”")

    await expect(control.lines.filter(has_text="아직 노트에 없어요.")).to_have_count(2)
    await expect(control.lines.nth(-2)).to_contain_text("우리 무지개표 도시락 그거?")
    await expect(control.lines.last).to_contain_text("컨테이너 · Container")

    await control.tour("not-covered")

    await expect(control.lines.filter(has_text="아직 노트에 없어요.")).to_have_count(3)
    await expect(control.lines.last).to_contain_text("컨테이너 · Container")


async def test_the_third_button_lives_through_a_day_of_the_quiz_and_the_next_is_answered_by_hand(
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

    channel = await control.open_channel()
    await channel.run_command("퀴즈")
    await channel.sees("처음 낸 답만 남아요.")


async def test_the_fourth_button_winds_a_debate_through(control: Control, pictures: Path) -> None:
    await control.tour("debate")
    done = "토론 한 바퀴: 민지 님과 모두가 두 번 투표했고, 생각의 이동이 그려졌어요."
    await expect(control.status).to_have_text(done, timeout=A_WHOLE_DEBATE_MS)

    # The report counts them too, further down.
    reasons = control.lines.filter(has_text="나온 이유 4개").first
    await expect(reasons).to_contain_text("어디서나 똑같이")
    await expect(reasons).to_contain_text("답을 기다리는 질문 1개")
    report = control.lines.filter(has_text="토론 결과")
    await expect(report).to_contain_text("4명 중 2명이 생각을 바꿨어요")
    figure = report.locator("img.figure")
    await expect(figure).to_have_js_property("complete", True)
    assert await figure.evaluate("image => image.naturalWidth") > 0
    await control.page.set_viewport_size(WHOLE_DEBATE)
    await control.page.mouse.move(0, 0)
    await reasons.scroll_into_view_if_needed()
    await control.page.screenshot(path=pictures / "debate.png")
    await figure.screenshot(path=pictures / "shift.png")


async def test_the_page_and_the_bot_speak_english_when_asked_to(control: Control) -> None:
    await control.press("English")
    await expect(control.page.locator("h1")).to_contain_text("Simulated Discord")

    await control.tour("not-covered")

    missing = control.lines.filter(has_text="not in the notes")
    await expect(missing.first).to_be_visible()
    await expect(control.lines.filter(has_text="And Kubernetes?")).to_be_visible()
    await expect(control.lines.last).to_contain_text("Container")
