"""What is wrong in the content: a place, a kind of fault, and its facts."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.content import words_en, words_ko
from bot.content.fault_kinds import FaultKind

DEFAULT_LANGUAGE = "ko"
_WORDS = {"ko": words_ko.SENTENCES, "en": words_en.SENTENCES}


class Language(StrEnum):
    KO = "ko"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend, at a line counted from 1."""

    path: Path
    line: int
    kind: FaultKind
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def wrong(self) -> str:
        """What is wrong, in Korean: it is writers who read this first."""
        return self._sentences(DEFAULT_LANGUAGE)[0]

    @property
    def instead(self) -> str:
        """What to write instead, in Korean."""
        return self._sentences(DEFAULT_LANGUAGE)[1]

    @property
    def breaks(self) -> bool:
        """Whether content with this fault is refused; what is left is read, its item set aside."""
        return self.kind is not FaultKind.STAMP_OUTDATED

    def said(self, language: str) -> str:
        """`path:line: what is wrong; what to write instead` in "ko" or "en"."""
        wrong, instead = self._sentences(language)
        return f"{self.path}:{self.line}: {wrong}; {instead}"

    def __str__(self) -> str:
        return self.said(DEFAULT_LANGUAGE)

    def _sentences(self, language: str) -> tuple[str, str]:
        facts = dict(self.facts)
        wrong, instead = _WORDS[language][self.kind]
        return wrong.format_map(facts), instead.format_map(facts)


class BrokenContent(Exception):
    """Content that cannot be read; holds every fault that was found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def fault(path: Path, line: int, kind: FaultKind, **facts: object) -> Fault:
    """A fault with its facts, cut short enough to stand in one line of a terminal."""
    said = tuple((name, _shortened(str(fact))) for name, fact in facts.items())
    return Fault(path, max(line, 1), kind, said)


def _shortened(fact: str, longest: int = 200) -> str:
    # Control characters of a broken file must not reach the terminal.
    printable = "".join(char if char.isprintable() else "·" for char in fact)
    return printable if len(printable) <= longest else printable[: longest - 1] + "…"
