"""topic.yaml for an imported note."""

from collections.abc import Iterable, Sequence

from bot.content.importer.cards import Card
from bot.content.importer.links import Cited
from bot.content.importer.pictures import Picture
from bot.content.importer.structure import ChapterHead
from bot.content.importer.yaml_text import Flow, Plain, both, comment, yaml_of
from bot.content.limits import MAX_TITLE


def topic_file(
    title: str,
    order: int,
    headings: Iterable[str],
    chapters: Sequence[ChapterHead],
    cards: Sequence[Card],
    references: Iterable[Cited],
    pictures: Iterable[Picture],
) -> str:
    """`headings` are headings of the note's template, which name nothing: they stay as comments."""
    text = "# yaml-language-server: $schema=../.schema/topic.json\n"
    text += yaml_of(title=both(shortened(title), None), order=order)
    text += yaml_of(note=both(shortened(f"노트 「{shortened(title, MAX_TITLE - 6)}」"), None))
    text += "".join(comment(heading) for heading in headings)
    text += yaml_of(chapters=list(_chapters(chapters, cards, title)))
    listed: list[Plain] = [
        {"id": cited.id, "title": both(cited.title, None), "url": cited.url} for cited in references
    ]
    text += yaml_of(references=listed)
    figures: list[Plain] = [
        {"id": picture.id, "file": picture.file, "alt": both(picture.alt, None)}
        for picture in pictures
    ]
    return text + yaml_of(figures=figures, outside=[])


def _chapters(
    chapters: Sequence[ChapterHead], cards: Sequence[Card], title: str
) -> Iterable[Plain]:
    for at, chapter in enumerate(chapters):
        if ids := [card.id for card in cards if card.chapter == at]:
            en = chapter.en if chapter.en and len(chapter.en) <= MAX_TITLE else None
            yield {"title": both(shortened(chapter.title or title), en), "concepts": Flow(ids)}


def shortened(text: str, limit: int = MAX_TITLE) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
