"""The note's links as references: each address once, with the words that stood beside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from bot.content.importer.inline import LINK, Link, links_in, plain
from bot.content.importer.slugs import free_slug
from bot.content.markdown import blocks_of

# Possessive, so that a line of many blanks is read once and not tried in every division.
_SOURCE_LINE = re.compile(
    r"^\s*+(?:[>*+-]\s*+)*+(?:__)?+\s*+(?:출처|source)\s*+(?:\*\*|__)?+\s*+[:：]", re.I
)
MARKER = re.compile(r"^\s*(?:[>*+-]|\d{1,9}[.)])\s+")
_URL = re.compile(r"<?https?://[^\s<>\"'`|\\)\]）」』]+>?", re.I)
_EDGES = re.compile(r"^[\s:：\-–—|,]+|[\s:：\-–—|,(\[]+$")
_SOURCE_WORD = re.compile(r"^(?:출처|source)\s*[:：]?\s*", re.I)
_MAY_BE_CODE = re.compile(r"^(?: {4}| {0,3}(?:```|~~~))", re.M)
_CODE = ("fence", "code_block")
_HOST_PARTS = ("www", "com", "net", "org", "io", "kr", "co", "github", "m")
LONGEST_TITLE = 200


@dataclass(slots=True)
class Cited:
    """A page that the note links to; its title is the best of the words beside its links."""

    id: str
    title: str
    url: str


@dataclass(slots=True)
class Citations:
    """Every page in the order in which the note links to it."""

    taken: set[str]
    by_url: dict[str, Cited] = field(default_factory=dict)

    def cite(self, link: Link, words: str = "") -> Cited:
        """The reference of an address; `words` say what the page is about, if anything does."""
        title = (words or link.words)[:LONGEST_TITLE].strip()
        found = self.by_url.get(link.url)
        if found is None:
            name = free_slug(_name_in(link.url), "link", self.taken)
            self.taken.add(name)
            found = self.by_url[link.url] = Cited(name, title or _shown(link.url), link.url)
        elif title and found.title == _shown(link.url):
            found.title = title
        return found


def sources_in(lines: Iterable[str], citations: Citations) -> list[str]:
    """The ids of the pages that the lines link to, code left out, each once."""
    ids: list[str] = []
    for line in without_code(list(lines)):
        links = list(links_in(line))
        words = beside(line) if is_source_line(line) and len(links) == 1 else ""
        for link in links:
            cited = citations.cite(link, words or link.words)
            if cited.id not in ids:
                ids.append(cited.id)
    return ids


def beside(line: str) -> str:
    """The words of a line without its marker, its addresses and the word 출처."""
    text = LINK.sub(_words_of_link, MARKER.sub("", line))
    text = _SOURCE_WORD.sub("", plain(_URL.sub(" ", text)))
    return _EDGES.sub("", text)


def _words_of_link(found: re.Match[str]) -> str:
    title = (found[4] or "").strip()[1:-1].strip()
    return f" {found[1]} ({title}) " if title else f" {found[1]} "


def is_source_line(line: str) -> bool:
    """Whether a line says where the text above it comes from (`출처 : …`)."""
    return _SOURCE_LINE.match(line) is not None


def without_code(lines: list[str]) -> list[str]:
    """The lines, those of code blocks blank."""
    shown, text = list(lines), "\n".join(lines)
    for block in blocks_of(text) if _MAY_BE_CODE.search(text) else ():
        if block.kind in _CODE:
            shown[block.start : block.end] = [""] * (block.end - block.start)
    return shown


def _name_in(url: str) -> str:
    """The telling parts of an address: `https://itholic.github.io/hypervisor` → hypervisor."""
    parts = _split(url)
    if parts is None:
        return ""
    host, path = parts
    names = [name for name in host.split(".") if name not in _HOST_PARTS]
    last = next((part for part in reversed(path.split("/")) if part), "")
    return " ".join([*names[:2], last.rpartition(".")[0] or last])


def _shown(url: str) -> str:
    parts = _split(url)
    return f"{parts[0]}{parts[1]}".rstrip("/") if parts else url


def _split(url: str) -> tuple[str, str] | None:
    try:
        address = urlsplit(url)
    except ValueError:  # brackets that are no IPv6 address
        return None
    shown = "".join(char if char.isprintable() else " " for char in unquote(address.path))
    return address.netloc.removeprefix("www."), " ".join(shown.split())
