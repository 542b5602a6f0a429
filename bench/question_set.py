"""The questions that judge the ranking, split in two halves, and the figures drawn from them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.answers.model import Finding, Question

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "tests" / "answers" / "questions"
# Written after the ranking was designed, only ever reported, whole.
REPORTED = QUESTIONS / "reported"
CONTENT = ROOT / "content"
FALSE_ANSWERS = 0.05  # the share of uncovered questions that may get an answer


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the concept that answers it, or None where the notes don't."""

    question: Question
    expect: str | None
    prompt: str | None
    kind: str
    voice: str

    @property
    def is_tuning(self) -> bool:
        """Whether the ranking may be tuned on it; the other half is only ever reported."""
        asked = f"{self.question.text}|{self.question.previous or ''}"
        return sha256(asked.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a ranking made of a case: concepts best first, and how sure it was."""

    case: Case
    ranked: Sequence[str]
    confidence: float

    def is_found(self, within: int = 1) -> bool:
        return self.case.expect in self.ranked[:within]


def cases() -> list[Case]:
    """All questions, in the order of the files' names and lines."""
    return [case for file in sorted(QUESTIONS.glob("*.jsonl")) for case in _read(file)]


def reported_cases() -> list[Case]:
    """Questions of later authors: neither the weights nor the notes were made with them."""
    return [case for asked in later_authors().values() for case in asked]


def later_authors() -> dict[str, list[Case]]:
    """The reported questions, a file an author."""
    return {file.stem: list(_read(file)) for file in sorted(REPORTED.glob("*.jsonl"))}


def _read(file: Path) -> Iterator[Case]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Case(
            question=Question(row["q"], row.get("prev")),
            expect=row["expect"],
            prompt=row.get("prompt"),
            kind=row["kind"],
            voice=row["voice"],
        )


def outcome(case: Case, finding: Finding) -> Outcome:
    """Our own ranking's outcome."""
    return Outcome(case, [each.concept for each in finding.ranked], finding.confidence)


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1; `covered` and `uncovered` are how many questions they are of."""

    covered: int
    uncovered: int
    recall_1: float
    recall_3: float
    auroc: float
    answered: float  # covered questions answered when at most 5 % of the others are
    wrong_card: float  # of those answered, with another card than the expected one


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The figures of issue 6 over these outcomes."""
    covered = [each for each in outcomes if each.case.expect is not None]
    uncovered = [each.confidence for each in outcomes if each.case.expect is None]
    sure = confidence_at(uncovered)
    answered = [each for each in covered if each.confidence > sure]
    return Figures(
        covered=len(covered),
        uncovered=len(uncovered),
        recall_1=_share(sum(each.is_found() for each in covered), len(covered)),
        recall_3=_share(sum(each.is_found(3) for each in covered), len(covered)),
        auroc=auroc([each.confidence for each in covered], uncovered),
        answered=_share(len(answered), len(covered)),
        wrong_card=_share(sum(not each.is_found() for each in answered), len(answered)),
    )


def auroc(covered: Sequence[float], uncovered: Sequence[float]) -> float:
    """How often a covered question is surer than an uncovered one (ties count half)."""
    wins = sum((yes > no) + (yes == no) / 2 for yes in covered for no in uncovered)
    return wins / (len(covered) * len(uncovered)) if covered and uncovered else float("nan")


def confidence_at(uncovered: Sequence[float], allowed: float = FALSE_ANSWERS) -> float:
    """The confidence that at most a share `allowed` of uncovered questions exceeds."""
    ordered = sorted(uncovered, reverse=True)
    return ordered[int(allowed * len(ordered))] if ordered else 0.0


def _share(some: int, of: int) -> float:
    return some / of if of else float("nan")
