"""Titles and aliases that no other concept has."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.content.importer.headings import Names
from bot.content.importer.remarks import Remark, RemarkKind
from bot.content.importer.structure import Entry
from bot.content.limits import MAX_TITLE
from bot.content.names import folded
from bot.korean.particles import base

# Words that name something only together with what they belong to.
_PARTIAL = re.compile(
    r"(?:장점|단점|장단점|특징|정의|역할|종류|차이점?|공통점|구조|구성|구성\s*요소|원리|동작\s*원리|목적|이유|배경|필요성"
    r"|개념|개요|사용법|명령어|설치|활용|한계|크기|속도|성능|pros|cons|features?|overview|why|usage)(?:\s*\d+)?",
    re.I,
)
_LONGEST_OWNER = 24


@dataclass(slots=True)
class NameBook:
    """`taken` are folded names of the library's other concepts and of this note's."""

    taken: set[str]
    remarks: list[Remark] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)

    def claim(self, entries: Sequence[Entry]) -> list[Names]:
        """The entries' names, made different from all that are taken, and taken from now on.

        Titles come first: an alias must not take the name that a later heading bears.
        """
        titles = [self._title(entry) for entry in entries]
        return [
            self._others(replace(entry.names, ko=title))
            for entry, title in zip(entries, titles, strict=True)
        ]

    def _title(self, entry: Entry) -> str:
        own = entry.names.ko
        title = next(title for title in self._titles(entry) if folded(title) not in self.taken)
        if folded(title) != folded(own) and not _PARTIAL.fullmatch(own):
            self.remarks.append(Remark(entry.part.line, RemarkKind.NAME_TAKEN, own))
        self.taken.add(folded(title))
        return title

    def _others(self, names: Names) -> Names:
        en = names.en if names.en and self._is_free(names.en) else None
        return replace(names, en=en, aliases=tuple(filter(self._is_free, names.aliases)))

    def _is_free(self, name: str) -> bool:
        if folded(name) in self.taken:
            return False
        self.taken.add(folded(name))
        return True

    def _titles(self, entry: Entry) -> Iterator[str]:
        """Titles to try: as written, with what it belongs to, with a number."""
        title = entry.names.ko
        owner = entry.parent.names.ko if entry.parent else ""
        qualified = f"{owner}의 {title}" if base(owner) == owner else f"{owner} · {title}"
        if "?" in owner or len(owner) > _LONGEST_OWNER:
            qualified = f"{title} ({owner})"
        has_owner = bool(owner) and len(qualified) <= MAX_TITLE and folded(owner) != folded(title)
        if has_owner and _PARTIAL.fullmatch(title):
            yield qualified
        yield title
        if has_owner:
            yield qualified
        while True:
            self.numbers[title] += 1
            ending = f" ({self.numbers[title] + 1})"
            yield title[: MAX_TITLE - len(ending)].rstrip() + ending
