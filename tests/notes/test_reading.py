"""Uploaded files become sheets, or a clear refusal; nothing is half-read."""

import pytest

from bot.notes.drafting.items import drafted_from_sheet
from bot.notes.kept import drafted_from, drafted_json, sheet_from, sheet_json
from bot.notes.model import MAX_CONCEPTS, Sheet
from bot.notes.reading import sheet_of
from bot.notes.refusals import NoteEmpty, NoteNotText, NoteTooLarge, TooManyConcepts
from tests.notes.sample_notes import NAMES, sample


def titles(sheet: Sheet) -> list[str]:
    return [each.concept.title.ko for each in sheet.entries]


@pytest.mark.parametrize("name", NAMES)
def test_what_was_read_is_stored_and_read_back_the_same(name: str) -> None:
    sheet = sheet_of(name, sample(name))

    assert sheet_from(sheet_json(sheet)) == sheet
    for each in drafted_from_sheet(sheet):
        assert drafted_from(drafted_json(each)) == each


def test_concepts_prompts_and_lines_are_known() -> None:
    sheet = sheet_of("tcp-udp.md", sample("tcp-udp.md"))

    assert titles(sheet)[:3] == ["TCP", "UDP", "TCP와 UDP의 차이"]
    assert [each.line for each in sheet.entries][:3] == [3, 12, 19]
    assert len(sheet.talks) == 2
    assert next((each.line, each.kind) for each in sheet.remarks) == (32, "image_remote")


def test_two_concepts_of_a_note_know_the_line_that_tells_them_apart() -> None:
    sheet = sheet_of("tcp-udp.md", sample("tcp-udp.md"))

    [contrast] = sheet.entries[0].concept.contrasts
    assert contrast.concept == "udp"
    assert contrast.line.ko.startswith("TCP는 연결을 맺고 통신하지만")


def test_a_list_of_links_at_the_end_is_nothing_to_talk_about() -> None:
    sheet = sheet_of("http-cache.md", sample("http-cache.md"))

    assert [each.prompt.question.ko for each in sheet.talks] == [
        "API 응답에도 캐시를 걸어야 할까?",
        "캐시 때문에 고생한 경험을 나눠 봐요.",
    ]


def test_what_to_talk_about_stands_in_the_notes_order() -> None:
    sheet = sheet_of("git-branching.md", sample("git-branching.md"))

    assert [each.prompt.question.ko for each in sheet.talks] == [
        "우리 팀에는 어떤 브랜치 전략이 어울릴까?",
        "충돌 때문에 고생한 경험을 나눠 봐요",
    ]


def test_mentions_are_disarmed() -> None:
    sheet = sheet_of("n.md", "## 공지\n@everyone 은 <@123456789012345678> 이다.\n".encode())

    assert "@everyone" not in sheet.entries[0].concept.short.ko
    assert "<@1234" not in sheet.entries[0].concept.short.ko


def test_the_file_names_a_note_without_a_title() -> None:
    assert sheet_of("4주차 정리: DNS?.md", "## DNS\n이름을 주소로 바꾸는 것.\n".encode()).title == (
        "4주차 정리 DNS"
    )


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", NoteEmpty),
        (b"  \n \n", NoteEmpty),
        (b"# \n---\n***\n", NoteEmpty),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), NoteNotText),
        ("한글".encode("cp949"), NoteNotText),
        (b"abc\x00def", NoteNotText),
        (b"\x1b\x02\x03" * 50, NoteNotText),
        (b"# a\n" * 500_000, NoteTooLarge),
        ("".join(f"## 개념 {at}\n설명이다.\n\n" for at in range(500)).encode(), TooManyConcepts),
    ],
)
def test_what_is_no_note_is_refused(content: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        sheet_of("note.md", content)


@pytest.mark.parametrize(
    "text",
    [
        "## 같은 제목\n하나이다.\n\n## 같은 제목\n둘이다.\n\n## 같은 제목\n셋이다.\n",
        "# [깨진 링크](http://\n```python\n닫지 않은 코드\n## 제목처럼 보이는 글\n",
        "| 표 | 만 |\n|---|---|\n| 있 | 다 |\n",
        "<div><script>alert('x')</script></div>\n\n## 제목\n<b>굵게</b>\n",
        "![그림](data:image/png;base64,AAAA)\n\n## 그림\n![a](./a.png) ![b](https://e.com/b.png)\n",
        "> > > - - - 1. * 이상한 것\n####### 일곱\n**\n__\n",
        "---\ntitle: [깨진\n---\n## 제목\n글이다.\n",
        "@everyone @here <@&123456789012345678>\n" * 50,
        "가" * 50_000,
        "## " + "긴 제목 " * 100 + "\n글이다.\n",
        "\u202e뒤집힌 글\u200b\n## 제목\ufeff\n글\n",
    ],
)
def test_odd_markdown_is_read_whole_and_never_breaks(text: str) -> None:
    sheet = sheet_of("odd.md", text.encode())

    assert 1 <= len(sheet.entries) <= MAX_CONCEPTS
    assert len({each.concept.id for each in sheet.entries}) == len(sheet.entries)
    assert sheet_from(sheet_json(sheet)) == sheet
    drafted_from_sheet(sheet)
