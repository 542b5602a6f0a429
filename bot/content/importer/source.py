"""The lines of a note as they were read: its encoding, invisible characters, front matter."""

import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.content.importer.refusal import NotImported, RefusalKind
from bot.content.importer.remarks import Remark, RemarkKind
from bot.content.limits import MAX_TEXT_FILE

_TAB = 4  # columns of a tab stop (CommonMark 0.31, section 2.2)
_BREAKS = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
# What the checker refuses in a file, and what no editor shows.
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]|[\ud800-\udfff]")
_INLINE_PICTURE = re.compile(r"data:image/[\w.+-]+;base64,[A-Za-z0-9+/=%]+")
_LONGEST_FRONT_MATTER = 60  # lines


@dataclass(frozen=True, slots=True)
class Source:
    """`lines` keep the note's numbering; the lines of its front matter are blank in them."""

    path: Path
    lines: tuple[str, ...]
    front: tuple[str, ...]
    title: str
    remarks: tuple[Remark, ...]


def source_of(path: Path) -> Source:
    """The note at `path`. Raises NotImported where there is no text."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotImported(RefusalKind.UNREADABLE, path)
        if status.st_size > MAX_TEXT_FILE:
            raise NotImported(RefusalKind.TOO_BIG, path)
        content = path.read_bytes()
    except (OSError, ValueError):  # ValueError: a path with a NUL in it
        raise NotImported(RefusalKind.UNREADABLE, path) from None
    text, remarks = _decoded(content, path)
    lines = [line.expandtabs(_TAB).rstrip() for line in _cleaned(text).split("\n")]
    if not any(re.search(r"\w", line) for line in lines):
        raise NotImported(RefusalKind.EMPTY, path)
    front, title = _front_matter(lines)
    if front:
        remarks.append(Remark(1, RemarkKind.FRONT_MATTER))
        lines[: len(front)] = [""] * len(front)
    return Source(path, tuple(lines), tuple(front), title, tuple(remarks))


def _decoded(content: bytes, path: Path) -> tuple[str, list[Remark]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp949"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text, [Remark(1, RemarkKind.NOT_UTF8)] if encoding == "cp949" else []
    raise NotImported(RefusalKind.NO_ENCODING, path)


def _cleaned(text: str) -> str:
    # Files from a Mac may hold Hangul as single letters, which no search would find.
    text = unicodedata.normalize("NFC", _BREAKS.sub("\n", text))
    text = _INLINE_PICTURE.sub("data:…", text)
    return _INVISIBLE.sub(" ", text)


def _front_matter(lines: list[str]) -> tuple[list[str], str]:
    """The lines of YAML between `---` at the very top, and the title that they give."""
    if lines[0] != "---":
        return [], ""
    ends = (at for at, line in enumerate(lines[:_LONGEST_FRONT_MATTER]) if at and line in _CLOSINGS)
    end = next(ends, None)
    if end is None:
        return [], ""
    try:
        settings = yaml.safe_load("\n".join(lines[1:end]))
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: an impossible date
        return [], ""
    if not isinstance(settings, dict):
        return [], ""
    title = settings.get("title")
    return lines[: end + 1], " ".join(title.split()) if isinstance(title, str) else ""


_CLOSINGS = ("---", "...")
