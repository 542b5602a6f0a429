"""`quiz mark` marks JSON lines in order, and says which line it can't read."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.settings import BadSettings

LINE = {
    "question": "자원을 관리하고 명령을 해석하는 부분은?",
    "key": "커널",
    "accept": ["kernel"],
    "contrast": ["쉘"],
}


def marked(tmp_path: Path, *lines: str, options: tuple[str, ...] = ()) -> list[dict[str, object]]:
    batch = tmp_path / "answers.jsonl"
    batch.write_text("\n".join(lines), encoding="utf-8")
    result = CliRunner().invoke(app, ["quiz", "mark", "--batch", str(batch), *options])
    if result.exception is not None:
        raise result.exception
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_answers_are_marked_in_order_with_a_reason(tmp_path: Path) -> None:
    lines = [json.dumps({**LINE, "answer": answer}) for answer in ("커널이요", "쉘")]

    verdicts = marked(tmp_path, lines[0], "", lines[1])

    assert [verdict["correct"] for verdict in verdicts] == [True, False]
    assert all(str(verdict["reason"]).endswith("요.") for verdict in verdicts)


def test_reasons_come_in_english_where_asked(tmp_path: Path) -> None:
    line = json.dumps({**LINE, "answer": "쉘"})

    (verdict,) = marked(tmp_path, line, options=("--language", "en"))

    assert verdict["reason"] == "“쉘” looks close but means something else."


def test_accept_and_contrast_may_be_missing(tmp_path: Path) -> None:
    (verdict,) = marked(tmp_path, json.dumps({"question": "?", "key": "커널", "answer": "커널"}))

    assert verdict["correct"] is True


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "[" * 100_000,
        json.dumps(LINE),
        json.dumps({**LINE, "answer": 3}),
        json.dumps({**LINE, "key": " ", "answer": "커널"}),
        json.dumps({**LINE, "accept": "kernel", "answer": "커널"}),
        json.dumps({**LINE, "contrast": [1], "answer": "커널"}),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    good = json.dumps({**LINE, "answer": "커널"})

    with pytest.raises(BadSettings, match="line 2"):
        marked(tmp_path, good, line)


def test_a_file_that_is_missing_or_no_text_is_named(tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\xff")

    for path in (tmp_path / "missing", binary):
        result = CliRunner().invoke(app, ["quiz", "mark", "--batch", str(path)])
        assert isinstance(result.exception, BadSettings)
        assert str(path) in str(result.exception)
