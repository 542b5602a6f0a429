"""``python -m bot ask``: without token and database, one line of JSON a question."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine

KEYS = ["answered", "concept", "prompt", "confidence", "ranked", "ms"]


def batch(home: Path, *lines: str | bytes) -> str:
    """Write ``lines`` into a file; return its name."""
    path = home / "questions.jsonl"
    path.write_bytes(
        b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    )
    return str(path)


def test_a_question_is_answered_with_its_source(command: CommandLine) -> None:
    ended = command("ask", "하이퍼바이저가 뭐야?")

    assert ended.code == 0
    assert ended.out.startswith("하이퍼바이저 · Hypervisor\n")
    assert "출처: 첫 번째 노트" in ended.out
    assert ended.err == ""


def test_a_question_that_the_notes_do_not_cover_gets_an_honest_no(command: CommandLine) -> None:
    assert "아직 노트에 없어요." in command("ask", "오늘 점심 메뉴 추천해 줘").out


def test_asking_makes_no_database(command: CommandLine) -> None:
    command("ask", "도커가 뭐야?")

    assert list(command.home.iterdir()) == []


def test_a_batch_gives_one_line_each_in_order(command: CommandLine) -> None:
    questions = [
        {"q": "하이퍼바이저가 뭐야?"},
        {"q": "오늘 점심 메뉴 추천해 줘", "prev": None},
        {"q": "Docker가 뭐예요?", "prev": "하이퍼바이저가 뭐야?"},
        {"q": ""},
    ]
    file = batch(command.home, *(json.dumps(each, ensure_ascii=False) for each in questions))

    ended = command("ask", "--batch", file)

    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert [list(answer) for answer in answers] == [KEYS] * 4
    assert [answer["concept"] for answer in answers] == ["hypervisor", None, "docker", None]
    assert [answer["answered"] for answer in answers] == [True, False, True, False]
    assert all(0 <= answer["confidence"] <= 1 for answer in answers)
    assert all(len(answer["ranked"]) <= 10 for answer in answers)
    assert all(isinstance(answer["ms"], float) for answer in answers)
    assert answers[0]["ranked"][0] == "hypervisor"


def test_blank_lines_a_byte_order_mark_and_odd_text_are_no_trouble(command: CommandLine) -> None:
    file = batch(
        command.home,
        '\ufeff{"q": "도커가 뭐야?"}',
        "",
        "   ",
        '{"q": "\\ud83d\\u0000@everyone"}',
        json.dumps({"q": "가" * 20_000, "extra": 1}),
    )

    ended = command("ask", "--batch", file)

    assert ended.code == 0
    assert len(ended.out.splitlines()) == 3


def test_a_batch_can_come_from_standard_input_in_any_locale(
    command: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = io.BytesIO('{"q": "커널이 뭐야?"}\n'.encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(typed, encoding="ascii"))

    ended = command("ask", "--batch", "-")

    assert json.loads(ended.out)["concept"] == "kernel"


@pytest.mark.parametrize(
    "line",
    [
        "하이퍼바이저",
        "[]",
        '{"q": null}',
        '{"q": "a", "prev": 3}',
        '{"q": "a"',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_question_ends_it_with_one_line(command: CommandLine, line: str) -> None:
    ended = command("ask", "--batch", batch(command.home, '{"q": "도커가 뭐야?"}', line))

    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert "line 2" in ended.err


@pytest.mark.parametrize("wrong", [b"\xff\xfe\x00", b'{"q": "\xb5\xb5"}'])
def test_a_file_that_is_not_utf8_is_told(command: CommandLine, wrong: bytes) -> None:
    ended = command("ask", "--batch", batch(command.home, wrong))

    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "UTF-8" in ended.err


@pytest.mark.parametrize("missing", ["nowhere.jsonl", "."])
def test_a_file_that_cannot_be_read_is_told(command: CommandLine, missing: str) -> None:
    ended = command("ask", "--batch", missing)

    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert missing in ended.err


@pytest.mark.parametrize("arguments", [(), ("도커?", "--batch", "x")])
def test_one_question_or_one_batch(command: CommandLine, arguments: tuple[str, ...]) -> None:
    ended = command("ask", *arguments)

    assert (ended.code, ended.err.count("\n")) == (2, 1)


def test_notes_that_are_missing_are_told(command: CommandLine) -> None:
    command.set("CONTENT_DIR", "nowhere")

    ended = command("ask", "도커가 뭐야?")

    assert ended.code == 2
    assert "nowhere" in ended.err
    assert "Traceback" not in ended.everything
