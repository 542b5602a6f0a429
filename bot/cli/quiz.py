"""``python -m bot quiz``: short answers marked at a terminal, as in the chat."""

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.discord_ui.words import voice
from bot.quiz.marking import Sheet, mark
from bot.quiz.show.answer import mark_words
from bot.settings import BadSettings

app = typer.Typer(no_args_is_help=True)

_SHAPE = '{"question": "…", "key": "…", "accept": ["…"], "contrast": ["…"], "answer": "…"}'


@app.callback()
def quiz() -> None:
    """Mark short answers without Discord, token or database."""


@app.command("mark")
def mark_file(
    batch: Annotated[Path, typer.Option(help=f'JSON lines {_SHAPE}; "-" reads standard input.')],
    language: Annotated[Literal["ko", "en"], typer.Option(help="Language of reasons.")] = "ko",
) -> None:
    """Mark short answers: one line {"correct": …, "reason": "…"} each, in order."""
    say = voice(language)
    for number, line in enumerate(_read(batch).split("\n"), start=1):
        if line.strip():
            sheet, answer = _asked(line, number)
            verdict = mark(sheet, answer)
            marked = {"correct": verdict.correct, "reason": mark_words(verdict.reason, say)}
            print(json.dumps(marked, ensure_ascii=False))


def _read(batch: Path) -> str:
    try:
        # Bytes, so that standard input is UTF-8 too, whatever the terminal's own encoding.
        raw = sys.stdin.buffer.read() if str(batch) == "-" else batch.read_bytes()
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadSettings(f"{batch} is not UTF-8 text") from None
    except OSError as unreadable:
        raise BadSettings(f"{batch} cannot be read: {unreadable.strerror}") from None


def _asked(line: str, number: int) -> tuple[Sheet, str]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise BadSettings(f"line {number} is not {_SHAPE}")
    for name in ("question", "key", "answer"):
        if not isinstance(given.get(name), str):
            raise BadSettings(f'line {number}: "{name}" must be text')
    if not given["key"].strip():
        raise BadSettings(f'line {number}: "key" is empty')
    return (
        Sheet(
            given["question"],
            given["key"],
            _texts(given, "accept", number),
            _texts(given, "contrast", number),
        ),
        given["answer"],
    )


def _texts(given: dict[str, object], name: str, number: int) -> tuple[str, ...]:
    texts = given.get(name) or []
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise BadSettings(f'line {number}: "{name}" must be a list of texts')
    return tuple(texts)
