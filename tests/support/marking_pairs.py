"""Pairs of answer and label, and the half of them that the rules were not written by."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.quiz.marking import Sheet

FOLDER = Path(__file__).parents[1] / "quiz" / "pairs"


TUNED = "tuned-"  # files that were looked at whole


@dataclass(frozen=True)
class Pair:
    """An answer, whether a person would take it, and what it tries; `subject` is its file."""

    sheet: Sheet
    answer: str
    correct: bool
    kind: str
    subject: str

    @property
    def is_held_out(self) -> bool:
        """Whether the pair is in the half that nothing was tuned on."""
        if self.subject.startswith(TUNED):
            return False
        text = f"{self.sheet.question}\n{self.answer}"
        return sha256(text.encode()).digest()[0] % 2 == 1


def every_pair() -> list[Pair]:
    """All pairs, subject by subject."""
    return [
        _pair(json.loads(line), path.stem)
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def held_out() -> list[Pair]:
    """The half that figures are taken on."""
    return [pair for pair in every_pair() if pair.is_held_out]


def _pair(line: dict[str, object], subject: str) -> Pair:
    question, key, accept, contrast = (line[n] for n in ("question", "key", "accept", "contrast"))
    assert isinstance(accept, list)
    assert isinstance(contrast, list)
    return Pair(
        sheet=Sheet(str(question), str(key), tuple(accept), tuple(contrast)),
        answer=str(line["answer"]),
        correct=bool(line["correct"]),
        kind=str(line["kind"]),
        subject=subject,
    )
