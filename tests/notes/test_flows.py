"""/note in a study group: add, mend, publish, replace, withdraw, export; approve in the inbox."""

import io
import zipfile
from pathlib import Path

import discord

from bot.content.reader import check
from tests.notes.sample_notes import sample
from tests.notes.shelf import Shelf
from tests.support.told import answered, labels, words_of


async def test_an_uploaded_note_is_shown_privately_and_answers_only_once_published(
    shelf: Shelf,
) -> None:
    before = await shelf.ask("UDP가 뭐야?")
    preview = await shelf.add()
    shown = shelf.told(preview)
    unpublished = await shelf.ask("UDP가 뭐야?")
    await shelf.press(preview, "올리기")

    answer = await shelf.ask("UDP가 뭐야?")

    assert preview.flags.ephemeral
    assert "TCP와 UDP의 차이" in shown
    assert "웹 그림은 가져오지 않아요" in shown
    assert "32번째 줄" in shown
    assert "아직 노트에 없어요" in before
    assert "아직 노트에 없어요" in unpublished
    assert "데이터그램을 바로 보내는" in answer
    assert "이 서버의 노트 「tcp-udp」 (tcp-udp.md)" in answer
    assert "개념 11개로 대답할 수 있어요" in shelf.told(preview)


async def test_a_shared_concept_is_answered_as_before_beside_the_servers_own(shelf: Shelf) -> None:
    before = await shelf.ask("하이퍼바이저가 뭐야?")
    await shelf.publish()

    assert await shelf.ask("하이퍼바이저가 뭐야?") == before


async def test_two_concepts_of_a_servers_note_are_compared_by_its_own_line(shelf: Shelf) -> None:
    await shelf.publish()

    answer = await shelf.ask("TCP랑 UDP 차이가 뭐야?")

    assert "TCP는 연결을 맺고 통신하지만" in answer


async def test_another_server_never_sees_it(shelf: Shelf) -> None:
    await shelf.publish()
    group = shelf.group
    other = group.env.create_guild("다른 스터디")
    channel = other.create_text_channel("잡담")
    power = discord.Permissions(manage_guild=True, manage_messages=True)
    role = other.create_role("관리", permissions=power)
    stranger = other.add_member(group.env.create_user("남"), roles=[role])

    asked = words_of(answered(await stranger.slash(channel, "ask", question="UDP가 뭐야?")))
    listed = words_of(answered(await stranger.slash(channel, "note list")))
    offered = await stranger.autocomplete(channel, "note show", "note", "")
    shown = words_of(answered(await stranger.slash(channel, "note show", note="1")))
    taken = words_of(answered(await stranger.slash(channel, "note withdraw", note="1")))
    got = answered(await stranger.slash(channel, "note export", note="1"))

    assert "아직 노트에 없어요" in asked
    assert "아직 이 서버의 노트가 없어요" in listed
    assert offered == []
    assert all("여기에 없거나" in words for words in (shown, taken, words_of(got)))
    assert got.attachments == []


async def test_a_member_who_does_not_moderate_is_refused(shelf: Shelf) -> None:
    mina = shelf.helper()
    file = ("tcp-udp.md", sample("tcp-udp.md"))

    refused = [
        await shelf.note("add", by=mina, file=file),
        await shelf.note("list", by=mina),
        await shelf.note("show", by=mina, note="1"),
        await shelf.note("replace", by=mina, note="1", file=file),
        await shelf.note("withdraw", by=mina, note="1"),
        await shelf.note("export", by=mina, note="1"),
    ]

    assert all("운영자" in shelf.said(each) for each in refused)
    assert all("TCP" not in shelf.said(each) for each in refused)


async def test_concepts_are_renamed_rewritten_merged_and_left_out(shelf: Shelf) -> None:
    preview = await shelf.add()
    await shelf.choose(preview, "note-pick", "1")
    form = await shelf.press(preview, "이름과 짧은 답 고치기")
    assert form.modal is not None
    typed = {"title": "유디피", "english": "UDP", "aliases": "데이터그램 규약"}
    await shelf.group.moderator.submit_modal(form, {**typed, "short": "묻지 않고 보내는 규약이다."})
    renamed = shelf.told(preview)
    form = await shelf.press(preview, "이어지는 글 고치기")
    await shelf.group.moderator.submit_modal(form, {"body": "## 쓰임\n\n- 게임에 쓰인다."})
    rewritten = shelf.told(preview)
    await shelf.press(preview, "다른 개념에 합치기")
    await shelf.choose(preview, "note-merged", "0")
    merged = shelf.told(preview)
    await shelf.press(preview, "돌아가기")
    await shelf.choose(preview, "note-pick", "10")
    await shelf.press(preview, "빼기")
    dropped = shelf.told(preview)
    await shelf.press(preview, "올리기")

    answer = await shelf.ask("데이터그램 규약이 뭐야?")

    assert "유디피 · UDP" in renamed
    assert "게임에 쓰인다" in rewritten
    assert "하나로 합쳤어요" in merged
    assert "개념 9개" in dropped
    assert answer.startswith("TCP") or "\nTCP" in answer
    assert "아직 노트에 없어요" in await shelf.ask("포트가 뭐야?")


async def test_a_prompt_is_mended_and_left_out(shelf: Shelf) -> None:
    preview = await shelf.add()
    await shelf.choose(preview, "note-pick-talk", "0")
    form = await shelf.press(preview, "이야기할 거리 고치기")
    typed = {
        "title": "회의에는 무엇을?",
        "question": "화상 회의에는 무엇이 어울릴까요?",
        "background": "둘은 서로 달라요.",
        "stances": "TCP\nUDP",
    }
    await shelf.group.moderator.submit_modal(form, typed)
    mended = shelf.told(preview)
    form = await shelf.press(preview, "이야기할 거리 고치기")
    refused = await shelf.group.moderator.submit_modal(form, {**typed, "stances": "하나"})
    await shelf.press(preview, "빼기")

    assert "화상 회의에는 무엇이 어울릴까요?" in mended
    assert "이대로는 넣을 수 없어요" in shelf.said(refused)
    assert "이야기할 거리 1개" in shelf.told(preview)


async def test_a_draft_survives_a_restart_and_any_moderator_goes_on_with_it(shelf: Shelf) -> None:
    preview = await shelf.add()
    form = await shelf.press(preview, "노트 제목 고치기")
    await shelf.group.moderator.submit_modal(form, {"title": "전송 계층"})
    await shelf.group.restart()
    listed = answered(await shelf.note("list"))
    await shelf.press(listed, "1번 초안 이어 보기")
    opened = shelf.told(listed)

    await shelf.press(preview, "올리기")

    assert "전송 계층" in opened
    assert "올렸어요" in shelf.told(preview)


async def test_publishing_twice_or_late_is_told_kindly(shelf: Shelf) -> None:
    preview = await shelf.add()
    twin, third = [answered(await shelf.note("list")) for _ in range(2)]
    for each in (twin, third):
        await shelf.press(each, "1번 초안 이어 보기")
    await shelf.press(preview, "올리기")

    await shelf.press(twin, "올리기")
    again = shelf.told(twin)
    late = await shelf.press(third, "버리기")

    assert "이미 올라가 있어요" in again
    assert "이미 올렸거나 버렸어요" in shelf.said(late)
    assert "이 서버의 노트 1개" in words_of(answered(await shelf.note("list")))


async def test_the_same_file_again_goes_on_with_its_draft_and_is_refused_once_published(
    shelf: Shelf,
) -> None:
    first = await shelf.add()
    form = await shelf.press(first, "노트 제목 고치기")
    await shelf.group.moderator.submit_modal(form, {"title": "전송 계층"})
    second = await shelf.add()
    await shelf.press(second, "올리기")

    third = await shelf.add()

    assert "전송 계층" in words_of(second)
    assert "이미 올라가 있어요" in words_of(third)


async def test_a_replaced_note_keeps_unchanged_concepts_and_sets_changed_items_aside(
    shelf: Shelf,
) -> None:
    await shelf.publish()
    inbox = answered(await shelf.group.moderator.slash(shelf.group.channel, "inbox"))
    await shelf.press(inbox, labels(inbox)[0])
    while "TCP를 바르게" not in shelf.told(inbox):
        await shelf.press(inbox, "뒤")
    await shelf.press(inbox, "받아들이기")
    changed = sample("tcp-udp.md").decode().replace("빠짐없이 주고받게", "하나도 빠짐없이 주고받게")
    changed += "- 새로 적은 질문이 있을까요?\n"
    file = ("tcp-udp.md", changed.encode())
    same = await shelf.note("replace", note="1", file=("tcp-udp.md", sample("tcp-udp.md")))
    preview = answered(await shelf.note("replace", note="1", file=file))
    shown = words_of(preview)
    await shelf.press(preview, "올리기")
    await shelf.press(preview, "문제 살펴보기")

    assert "같은 파일" in shelf.said(same)
    assert "그대로 10개 · 바뀜 1개 · 새로 0개 · 빠짐 0개" in shown
    assert "하나도 빠짐없이" in await shelf.ask("TCP가 뭐야?")
    seen = {shelf.told(preview)}
    while "뒤" in labels(shelf.now(preview)):
        await shelf.press(preview, "뒤")
        seen.add(shelf.told(preview))
    assert sum("쉬고 있는 문제" in each for each in seen) == 1


async def test_a_withdrawn_note_answers_nothing_and_asks_once_before(shelf: Shelf) -> None:
    await shelf.publish()
    asked, twin = [answered(await shelf.note("withdraw", note="1")) for _ in range(2)]
    still = await shelf.ask("UDP가 뭐야?")
    await shelf.press(asked, "내릴게요")
    twice = await shelf.press(twin, "내릴게요")

    assert "내릴까요?" in words_of(asked)
    assert "데이터그램" in still
    assert "아직 노트에 없어요" in await shelf.ask("UDP가 뭐야?")
    assert "이미 내렸어요" in shelf.said(twice)


async def test_an_exported_note_passes_the_content_checker(shelf: Shelf, tmp_path: Path) -> None:
    await shelf.publish("tcp-udp.md", sample("tcp-udp.md") + "\n- @everyone 어때요?\n".encode())
    inbox = answered(await shelf.group.moderator.slash(shelf.group.channel, "inbox"))
    await shelf.press(inbox, labels(inbox)[0])
    for _ in range(3):
        await shelf.press(inbox, "받아들이기")
    exported = answered(await shelf.note("export", note="1"))
    [file] = exported.attachments
    with zipfile.ZipFile(io.BytesIO(await file.read())) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "content")

    assert file.filename == "tcp-udp.zip"
    assert "tcp-udp/quiz.yaml" in names
    assert check(tmp_path / "content") == ()
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "content").rglob("*.md"))
    assert "@everyone" in text
    assert "\u200b" not in text


async def test_an_item_of_a_note_is_asked_only_once_it_is_approved(shelf: Shelf) -> None:
    await shelf.publish()
    channel, moderator = shelf.group.channel, shelf.group.moderator
    nothing = await moderator.slash(
        channel, "quiz-admin schedule add", time="09:30", channel=channel, topic="note.1"
    )
    inbox = answered(await moderator.slash(channel, "inbox"))
    overview = words_of(inbox)
    await shelf.press(inbox, labels(inbox)[0])
    first = shelf.told(inbox)
    await shelf.press(inbox, "쓰지 않기")
    await shelf.press(inbox, "받아들이기")
    made = await moderator.slash(
        channel, "quiz-admin schedule add", time="09:30", channel=channel, topic="note.1"
    )
    for _ in range(20):
        await shelf.group.env.advance_time(120.0)

    posts = [
        words_of(message)
        for message in channel.history(viewer=shelf.group.seo)
        if message.author.bot and not message.flags.ephemeral
    ]

    assert "낼 문제가 없어요" in shelf.said(nothing) or "문제가 없" in shelf.said(nothing)
    assert "노트에서 지은 문제" in overview
    assert "노트의 문장" in first
    assert "없" not in shelf.said(made)[:20]
    assert any("TCP를 바르게 설명한" in each for each in posts)


async def test_an_item_is_edited_before_it_is_approved(shelf: Shelf) -> None:
    await shelf.publish()
    inbox = answered(await shelf.group.moderator.slash(shelf.group.channel, "inbox"))
    await shelf.press(inbox, labels(inbox)[0])
    form = await shelf.press(inbox, "고치기")
    typed = {"stem": "순서를 지키는 규약은?", "key": "TCP", "accept": "티시피", "contrast": "TCP"}
    refused = await shelf.group.moderator.submit_modal(
        form, {**typed, "explanation": "노트에 있어요."}
    )
    form = await shelf.press(inbox, "고치기")
    await shelf.group.moderator.submit_modal(
        form, {**typed, "contrast": "UDP", "explanation": "노트에 있어요."}
    )

    assert "이대로는 문제가 되지 않아요" in shelf.said(refused)
    assert "순서를 지키는 규약은?" in shelf.told(inbox)
    assert "티시피" in shelf.told(inbox)


async def test_a_message_becomes_a_note_by_its_menu(shelf: Shelf) -> None:
    mina, channel = shelf.group.mina, shelf.group.channel
    text = "## 라우터란?\n라우터는 서로 다른 네트워크를 이어 길을 찾아 주는 장치이다.\n"
    message = await mina.send(channel, text)
    taken = await shelf.group.moderator.context_menu(channel, "Add as a note", message)
    refused = await shelf.helper().context_menu(channel, "Add as a note", message)
    await shelf.press(answered(taken), "올리기")

    assert "라우터" in shelf.said(taken)
    assert "운영자" in shelf.said(refused)
    assert "길을 찾아 주는" in await shelf.ask("라우터가 뭐야?")


async def test_the_same_in_english(shelf: Shelf) -> None:
    await shelf.group.moderator.slash(shelf.group.channel, "language", language="en")
    preview = await shelf.add("git-basics.md")
    shown = words_of(preview)
    await shelf.press(preview, "Publish")

    assert "11 concepts" in shown
    assert "no short answer" in shown
    assert "is published" in shelf.told(preview)
    answer = await shelf.ask("What is a commit?")
    assert "snapshot of the whole project" in answer


async def test_who_waited_for_an_answer_is_told_once_the_note_has_it(shelf: Shelf) -> None:
    mina, channel = shelf.group.mina, shelf.group.channel
    asked = answered(await mina.slash(channel, "ask", question="UDP가 뭐야?"))
    wish = next((label for label in labels(asked) if "알려" in label), None)
    assert wish is not None
    await mina.click(asked, label=wish)
    await shelf.publish()
    for _ in range(5):
        await shelf.group.env.advance_time(5.0)

    said = "\n".join(words_of(each) for each in mina.user.dm_channel.history())

    assert "데이터그램" in said or "UDP" in said


async def test_bad_files_are_refused_clearly_and_leave_nothing_behind(shelf: Shelf) -> None:
    many = "".join(f"## 개념 {at}\n설명 {at}이다.\n\n" for at in range(500)).encode()
    said = [
        words_of(await shelf.add("big.md", b"# a\n" * 500_000)),
        words_of(await shelf.add("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(500))),
        words_of(await shelf.add("empty.md", b" \n\n")),
        words_of(await shelf.add("old.md", "## 옛 글\n내용이다.".encode("cp949"))),
        words_of(await shelf.add("many.md", many)),
    ]

    assert "300 KB" in said[0]
    assert "글로 읽을 수 없는" in said[1]
    assert "글이 없어요" in said[2]
    assert "UTF-8" in said[3]
    assert "개념이 500개" in said[4]
    assert "아직 이 서버의 노트가 없어요" in shelf.said(await shelf.note("list"))
