"""A conversation in the simulated Discord, typed and pressed by hand."""

from playwright.async_api import expect

from tests.end_to_end.control import Control
from tests.end_to_end.sandbox import Sandbox


async def test_a_member_asks_by_mention_turns_the_page_and_says_it_did_not_help(
    control: Control,
) -> None:
    channel = await control.open_channel()

    await channel.say("@도란 하이퍼바이저가 뭐야?")
    await channel.sees("하이퍼바이저 · Hypervisor")
    await channel.press("가상 머신")
    await channel.sees("가상 머신 · Virtual machine")
    await channel.press("👎")

    await channel.sees("Only you can see this")
    await expect(control.lines.last).to_contain_text("나에게만 보여요")


async def test_a_command_chosen_in_the_picker_is_answered_privately(control: Control) -> None:
    channel = await control.open_channel()

    await channel.run_command("질문", "커널")

    await channel.sees("Only you can see this")
    await channel.sees("커널 · Kernel")
    await control.be("준호")
    await expect(control.lines.last).to_contain_text("모임에서 같이 봐요")


async def test_asking_on_opens_a_form_whose_question_is_answered(control: Control) -> None:
    channel = await control.open_channel()
    await channel.say("@도란 도커가 뭐야?")

    await channel.press("이어서 묻기")
    form = channel.page.get_by_role("dialog")
    await form.locator("input").fill("컨테이너는?")
    await form.get_by_role("button", name="Submit").click()

    await channel.sees("컨테이너 · Container")


async def test_what_the_notes_do_not_cover_is_said_to_be_missing(control: Control) -> None:
    channel = await control.open_channel()

    await channel.say("@도란 쿠버네티스 설치하는 법 알려 줘")

    await channel.sees("아직 노트에 없어요.")


async def test_a_direct_message_is_answered(control: Control) -> None:
    await control.watch("도란과의 DM")
    channel = await control.open_channel()

    await channel.say("가상화가 뭐예요?")

    await channel.sees("가상화 · Virtualization")


async def test_a_button_from_before_the_restart_still_works(control: Control) -> None:
    channel = await control.open_channel()
    await channel.say("@도란 하이퍼바이저가 뭐야?")
    await channel.sees("하이퍼바이저 · Hypervisor")

    await control.press("봇 다시 시작")
    await control.says("봇이 다시 켜졌어요. 예전 버튼을 눌러 보세요.")

    await channel.press_until_seen("가상 머신", "가상 머신 · Virtual machine")


async def test_time_passes_to_the_next_morning(control: Control) -> None:
    await control.press("다음 아침 9시까지")

    await control.says("아침 9시가 됐어요.")
    await expect(control.page.locator("#clock")).to_contain_text("오전 9:00")


async def test_ctrl_c_ends_it_cleanly(sandbox: Sandbox) -> None:
    code = await sandbox.interrupted()

    assert code == 0
    assert "Traceback" not in sandbox.log.read_text(encoding="utf-8")
