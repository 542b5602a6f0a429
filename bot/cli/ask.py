"""``python -m bot ask``: questions at a terminal, answered as in the chat."""

import json
import sys
import time
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, TextIO

import typer

from bot.answers.embedder import ModelUnavailable
from bot.answers.embedder_model import Model, bundled_model
from bot.answers.embedder_shipped import is_shipped
from bot.answers.model import Finding, Question
from bot.answers.notes import Edition
from bot.cli.broken_notes import told
from bot.content.faults import BrokenContent
from bot.content.reader import read
from bot.settings import BadSettings, Settings, load_settings


def ask(
    question: Annotated[str | None, typer.Argument(help="What you want to know.")] = None,
    batch: Annotated[
        Path | None,
        typer.Option(help='JSON lines {"q": …, "prev": …}; "-" reads standard input.'),
    ] = None,
) -> None:
    """Answer a question from the notes, without Discord, token or database."""
    if (question is None) == (batch is None):
        raise BadSettings(
            'give either a question, as in `ask "하이퍼바이저가 뭐야?"`, or --batch FILE'
        )
    settings = load_settings()
    folder = settings.content_dir
    try:
        edition = Edition.of(read(folder), _model(settings))
    except BrokenContent as broken:
        raise told(broken, folder) from None
    if batch is not None:
        _answer_lines(edition, batch)
    elif question is not None:
        _print_answer(edition, edition.find(Question(question)))


def _model(settings: Settings) -> Model | None:
    if settings.answers_model == "off":
        return None
    if not is_shipped(settings.content_dir) and not settings.vectors_file.exists():
        print("노트를 처음 읽어서 1분쯤 걸려요.", file=sys.stderr)
    try:
        return bundled_model(settings.vectors_file, settings.content_dir)
    except ModelUnavailable as unavailable:
        print(f"doran: answers without meaning: {unavailable}", file=sys.stderr)
        return None


def _answer_lines(edition: Edition, batch: Path) -> None:
    # Bytes, so that standard input is UTF-8 too, whatever the terminal's own encoding.
    try:
        raw = sys.stdin.buffer if str(batch) == "-" else batch.open("rb")
        with TextIOWrapper(raw, encoding="utf-8-sig") as lines:
            _answer_stream(edition, lines)
    except UnicodeDecodeError:
        raise BadSettings(f"{batch} is not UTF-8 text") from None
    except OSError as unreadable:
        raise BadSettings(f"{batch} cannot be read: {unreadable.strerror}") from None


def _answer_stream(edition: Edition, lines: TextIO) -> None:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            print(json.dumps(_line(edition, _question(line, number)), ensure_ascii=False))


def _question(line: str, number: int) -> Question:
    try:
        asked = json.loads(line)
        text, previous = asked["q"], asked.get("prev")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadSettings(f'line {number} is not {{"q": "…", "prev": "…"}}') from None
    if not isinstance(text, str) or not isinstance(previous, str | None):
        raise BadSettings(f'line {number}: "q" must be text, "prev" text or null')
    return Question(text, previous)


def _line(edition: Edition, question: Question) -> dict[str, object]:
    began = time.perf_counter()
    finding = edition.find(question)
    spent = (time.perf_counter() - began) * 1000
    return {
        "answered": finding.answered,
        "concept": finding.concept,
        "prompt": finding.prompt,
        "confidence": round(finding.confidence, 4),
        "ranked": [ranked.concept for ranked in finding.ranked],
        "ms": round(spent, 3),
    }


def _print_answer(edition: Edition, finding: Finding) -> None:
    library = edition.library
    concept = library.concept(finding.concept or "")
    prompt = library.prompt(finding.prompt or "")
    if concept is not None:
        section = concept.sections[finding.section or 0] if concept.sections else None
        print(f"{concept.title.ko} · {concept.title.en}\n\n{concept.short.ko}")
        if section is not None:
            print(f"\n{section.heading}\n{section.body}")
        print(f"\n출처: {library.topic_of(concept).note.ko}")
        for reference in library.references_of(concept):
            print(f"  {reference.title.ko} {reference.url}")
    elif prompt is not None:
        print(f"{prompt.title.ko}\n\n{prompt.question.ko}")
    else:
        print("아직 노트에 없어요.")
        near = [found.title.ko for name in finding.near if (found := library.concept(name))]
        if near:
            print(f"가까운 개념: {', '.join(near)}")
