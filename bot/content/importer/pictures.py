"""The note's images: local PNG files that can be copied, and a remark for each of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from bot.content.importer.inline import Image, images_in
from bot.content.importer.links import without_code
from bot.content.importer.remarks import Remark, RemarkKind
from bot.content.importer.slugs import free_slug
from bot.content.limits import MAX_ATTACHMENT_ALT, MAX_FIGURE_FILE
from bot.content.tree import FIGURES, is_inside

_PNG = b"\x89PNG\r\n\x1a\n"  # PNG specification, section 5.2
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]+:|//)", re.I)


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure to be: `source` is copied to `file`, a path in the topic's folder."""

    id: str
    file: str
    alt: str
    source: Path


@dataclass(slots=True)
class Pictures:
    """`by_target` are the images that can be copied, by how the note writes their address."""

    by_target: dict[str, Picture] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def first_in(self, lines: Sequence[str]) -> Picture | None:
        """The figure that a card with these lines shows."""
        for line in without_code(list(lines)):
            for image in images_in(line):
                if image.target in self.by_target:
                    return self.by_target[image.target]
        return None


def pictures_of(lines: Sequence[str], note: Path, taken: set[str]) -> Pictures:
    """Every image of the note, by line. Nothing is fetched, and nothing copied yet."""
    found = Pictures()
    for number, line in enumerate(without_code(list(lines)), start=1):
        for image in images_in(line):
            kind = _kind(image, note, found, taken)
            words = image.target if image.target else image.alt or "?"
            found.remarks.append(Remark(number, kind, words))
    return found


def _kind(image: Image, note: Path, found: Pictures, taken: set[str]) -> RemarkKind:
    if image.target.startswith("data:"):
        return RemarkKind.IMAGE_INSIDE
    if image.target in found.by_target:
        return RemarkKind.IMAGE_COPIED
    if re.match(r"https?:|//", image.target, re.I):
        return RemarkKind.IMAGE_REMOTE
    source, kind = _local(image.target, note.resolve().parent)
    if source is not None:
        name = free_slug(source.stem, "figure", taken)
        taken.add(name)
        alt = (image.alt or source.stem)[:MAX_ATTACHMENT_ALT].strip() or name
        picture = Picture(name, f"{FIGURES}/{name}.png", alt, source)
        found.by_target[image.target] = picture
    return kind


def _local(target: str, folder: Path) -> tuple[Path | None, RemarkKind]:
    """The file that a note in `folder` shows. Only files below that folder are taken."""
    if not target or "\0" in target:
        return None, RemarkKind.IMAGE_MISSING
    if _SCHEME.match(target):
        return None, RemarkKind.IMAGE_OUTSIDE
    names = dict.fromkeys((target, unquote(target), unquote(target).replace("\\", "/")))
    kind = RemarkKind.IMAGE_MISSING
    for name in names:
        if "\0" in name:
            continue
        path = folder / name
        if not is_inside(path, folder):
            kind = RemarkKind.IMAGE_OUTSIDE
            continue
        try:
            if not path.is_file():
                continue
            with path.open("rb") as file:
                is_png = file.read(len(_PNG)) == _PNG
            if not is_png or path.stat().st_size > MAX_FIGURE_FILE:
                return None, RemarkKind.IMAGE_NOT_PNG
        except OSError:  # a name too long for a file, or a file that may not be read
            continue
        return path.resolve(), RemarkKind.IMAGE_COPIED
    return None, kind
