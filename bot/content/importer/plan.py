"""What an import would write, and the lines that tell it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.importer.cards import Card
from bot.content.importer.links import Cited
from bot.content.importer.pictures import Picture
from bot.content.importer.prompts import Discussion
from bot.content.importer.remarks import Remark


@dataclass(frozen=True, slots=True)
class Plan:
    """Files of the topic's folder `target` by their path in it, and figures to copy into it."""

    note: Path
    target: Path
    files: dict[str, str]
    pictures: tuple[Picture, ...]
    cards: tuple[Card, ...]
    discussions: tuple[Discussion, ...]
    references: tuple[Cited, ...]
    remarks: tuple[Remark, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        return (*self.files, *(picture.file for picture in self.pictures))

    @property
    def already_there(self) -> tuple[str, ...]:
        """The paths that are taken in the folder as it is now."""
        return tuple(path for path in self.paths if (self.target / path).exists())


def said(plan: Plan, language: str) -> Iterator[str]:
    """The plan for a terminal: what becomes what, then what to look at, by line of the note."""
    is_english = language == "en"
    cards, talks = len(plan.cards), len(plan.discussions)
    yield (
        f"{plan.note} → {plan.target}: {cards} concepts, {talks} discussions, "
        f"{len(plan.references)} references, {len(plan.pictures)} figures"
        if is_english
        else f"{plan.note} → {plan.target}: 개념 {cards}개, 토론 {talks}개, "
        f"참고자료 {len(plan.references)}개, 그림 {len(plan.pictures)}개"
    )
    there = set(plan.already_there)
    about = {f"concepts/{card.id}.md": (card.line, card.names.ko) for card in plan.cards}
    about |= {f"discussions/{each.id}.md": (each.line, each.title) for each in plan.discussions}
    for path in plan.paths:
        mark = ("  (already there)" if is_english else "  (이미 있어요)") if path in there else ""
        line, title = about.get(path, (0, ""))
        place = (f"line {line}" if is_english else f"{line}번째 줄") if line else ""
        yield "  " + "  ".join(part for part in (path, title, place) if part) + mark
    for cited in plan.references:
        yield f"  {cited.id}: {cited.title} {cited.url}"
    for remark in plan.remarks:
        yield f"{plan.note}:{remark.line}: {remark.said(language)}"


def next_steps(plan: Plan, language: str) -> str:
    """What a writer does once the files are there."""
    if language == "en":
        return f"Written. Now edit them, and check: python -m bot content check {plan.target}"
    return f"다 썼어요. 이제 다듬고 확인해 주세요: python -m bot content check {plan.target}"
