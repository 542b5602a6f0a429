"""What stands inside a line of Markdown: links, images, emphasis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.limits import MAX_BUTTON_URL

_TARGET = (
    r"\(\s*(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))"
    r"(\s+[\"'(][^\n]*?[\"')])?\s*\)"
)
# Without a longest length, a line of many brackets would take the square of its length.
_SHOWN = r"\[([^\]\n]{0,400})\]"
IMAGE = re.compile("!" + _SHOWN + _TARGET)
LINK = re.compile(r"(?<!!)" + _SHOWN + _TARGET)
HTML_IMAGE = re.compile(r"<img\b[^>]*>", re.I)
_ATTRIBUTE = re.compile(r"\b(src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)
_BARE_URL = re.compile(r"https?://[^\s<>\"'`|\\)\]）」』]+", re.I)
_EMPHASIS = re.compile(r"(\*{1,3}|~~|`+|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))")


@dataclass(frozen=True, slots=True)
class Link:
    """A web address with the words that it was linked under ("" for a bare one)."""

    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Image:
    target: str
    alt: str


def links_in(text: str) -> Iterator[Link]:
    """Web links in the order they stand, without images and without addresses too long to open."""
    # Lengths stay the same, so that places do.
    rest = IMAGE.sub(lambda found: " " * len(found[0]), text)
    found: list[tuple[int, Link]] = []
    for match in LINK.finditer(rest):
        target = match[2] or match[3] or ""
        if _BARE_URL.match(target) and not any(map(str.isspace, target)):
            found.append((match.start(), Link(target, plain(match[1]))))
            rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
    found += [
        (match.start(), Link(match[0].rstrip(".,;:!?*_~"), ""))
        for match in _BARE_URL.finditer(rest)
    ]
    found.sort(key=lambda pair: pair[0])
    return (link for _, link in found if len(link.url) <= MAX_BUTTON_URL and _has_host(link.url))


def images_in(text: str) -> Iterator[Image]:
    for match in IMAGE.finditer(text):
        yield Image((match[2] or match[3] or "").strip(), match[1].strip())
    for match in HTML_IMAGE.finditer(text):
        attributes = {
            name.casefold(): next(filter(None, values), "")
            for name, *values in _ATTRIBUTE.findall(match[0])
        }
        yield Image(attributes.get("src", "").strip(), attributes.get("alt", "").strip())


def with_images_as_links(text: str) -> str:
    """Discord draws no image inside a text: each becomes a line of words with its address."""
    return IMAGE.sub(_image_words, text)


def is_only_images(text: str) -> bool:
    left = HTML_IMAGE.sub("", IMAGE.sub("", text))
    return left != text and not left.strip()


def plain(text: str) -> str:
    """The words without their marks, on one line."""
    text = IMAGE.sub(lambda found: found[1], text)
    text = LINK.sub(lambda found: found[1], text)
    text = _EMPHASIS.sub("", text)
    return " ".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).split())


def _image_words(found: re.Match[str]) -> str:
    target, title = (found[2] or found[3] or "").strip(), (found[4] or "").strip()
    if target.startswith("data:"):
        target = "data:…"  # the picture itself, which no card can hold; its line is reported
    if _BARE_URL.fullmatch(target):
        return f"[그림: {found[1].strip() or '보기'}]({' '.join(filter(None, (target, title)))})"
    return f"(그림: {' '.join(filter(None, (found[1].strip(), target, title)))})"


def _has_host(url: str) -> bool:
    return bool(url.partition("://")[2].partition("/")[0])
