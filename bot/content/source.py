"""The text of one file, with whatever its bytes have wrong."""

import re
import stat
from pathlib import Path

from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault, fault
from bot.content.limits import MAX_TEXT_FILE

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What YAML refuses, and what no editor shows: C0 and C1 controls but line ends and tabs, and
# code points that are no characters. U+0085, U+2028 and U+2029 would end lines for YAML alone.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]",
)


def read_text(path: Path) -> tuple[str | None, list[Fault]]:
    """The file's text with LF line ends and spaces for what is wrong, and its faults.

    None where there is no text to go on with.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, [fault(path, 1, FaultKind.UNREADABLE, why="not a plain file")]
        if status.st_size > MAX_TEXT_FILE:
            facts = {"size": status.st_size, "limit": MAX_TEXT_FILE}
            return None, [fault(path, 1, FaultKind.TOO_BIG, **facts)]
        content = path.read_bytes()
    except OSError as error:
        return None, [fault(path, 1, FaultKind.UNREADABLE, why=error.strerror or "?")]
    return text_of(content, path)


def text_of(content: bytes, path: Path) -> tuple[str | None, list[Fault]]:
    """Like `read_text`, for bytes that are there already."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [fault(path, line, FaultKind.NOT_UTF8)]
    faults: list[Fault] = []
    if text.startswith(BOM):
        faults.append(fault(path, 1, FaultKind.BOM))
        text = text.removeprefix(BOM)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return None, [*faults, fault(path, 1, FaultKind.EMPTY_FILE)]
    if "\t" in text or _CONTROL.search(text):
        faults += _invisible(text, path)
        text = _CONTROL.sub(" ", text.replace("\t", "  "))
    return text, faults


def _invisible(text: str, path: Path) -> list[Fault]:
    faults: list[Fault] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line:
            faults.append(fault(path, number, FaultKind.TAB))
        if control := _CONTROL.search(line):
            code = f"U+{ord(control[0]):04X}"
            faults.append(fault(path, number, FaultKind.CONTROL_CHARACTER, code=code))
    return faults
