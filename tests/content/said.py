"""Which words a note says, and which an import wrote."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

from bot.content.importer.plan import Plan

_WORD = re.compile(r"[^\W_]+")
_LIST_NUMBER = re.compile(r"^[\s>]*\d{1,9}[.)](?=\s)", re.M)


def words(text: str) -> Counter[str]:
    """The words of a text without its marks; the numbers of list entries are marks, too."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return Counter(_WORD.findall(_LIST_NUMBER.sub(" ", plain)))


def lost(note: str, plan: Plan) -> Counter[str]:
    """The words that the note says more often than all files of the plan together."""
    written: Counter[str] = Counter()
    for text in plan.files.values():
        written.update(_WORD.findall(text))
    return words(note) - written


def written_in(folder: Path) -> Counter[str]:
    texts = (path.read_text(encoding="utf-8") for path in folder.rglob("*") if _is_text(path))
    return Counter(word for text in texts for word in _WORD.findall(text))


def _is_text(path: Path) -> bool:
    return path.suffix in (".md", ".yaml")
