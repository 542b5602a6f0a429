"""The lines of a note that are in no file yet: a net under the import, so that nothing is lost."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+")
_MARKER = re.compile(r"^\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+")


def words_in(text: str) -> Counter[str]:
    """The words of a text, however they are marked."""
    return Counter(_WORD.findall(text))


def lines_left(lines: Sequence[str], written: Iterable[str]) -> list[int]:
    """The numbers (from 1) of the lines with a word that is written less often than noted.

    Lines are judged from the end, so that it is the repeated one that is left.
    """
    there: Counter[str] = Counter()
    for text in written:
        there.update(words_in(text))
    missing = Counter[str]()
    for line in lines:
        missing.update(words_in(_MARKER.sub("", line)))
    missing.subtract(there)
    missing = +missing
    left: list[int] = []
    for at in range(len(lines), 0, -1):
        own = words_in(_MARKER.sub("", lines[at - 1]))
        if any(missing[word] > 0 for word in own):
            left.append(at)
            missing.subtract(own)
    return left[::-1]


def readme_of(title: str, front: Sequence[str], lines: Sequence[str], left: Sequence[int]) -> str:
    """README.md: the note's settings and the lines that became neither concept nor prompt."""
    written = [f"# {title}\n"]
    if front:
        written.append(f"노트 맨 위 설정 / Settings at the note's top:\n\n{_fenced(front)}\n")
    if left:
        written.append(
            "개념이나 토론이 되지 못한 줄이에요. 알맞은 파일로 옮긴 뒤 지워 주세요.\n"
            "Lines that became no concept and no discussion: move them, then delete them here.\n"
        )
        written += [
            f"{first}:\n\n{_fenced(lines[first - 1 : last])}\n" for first, last in _runs(left)
        ]
    return "\n".join(written)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _fenced(lines: Sequence[str]) -> str:
    text = "\n".join(lines)
    longest = max((len(run) for run in re.findall(r"~+", text)), default=0)
    fence = "~" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
