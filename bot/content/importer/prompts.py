"""Discussion files from what a note wants to talk about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.content.importer.body import first_sentences
from bot.content.importer.cards import Card
from bot.content.importer.headings import names_of
from bot.content.importer.inline import plain, with_images_as_links
from bot.content.importer.outline import TERM_LEVEL, Part, entries_of
from bot.content.importer.slugs import free_slug
from bot.content.importer.yaml_text import Flow, both, comment, yaml_of
from bot.content.limits import (
    MAX_ASKED_AS,
    MAX_BACKGROUND,
    MAX_QUESTION,
    MAX_RELATED,
    MAX_THREAD_NAME,
)
from bot.content.model import PromptKind
from bot.content.names import folded

_EXPERIENCE = re.compile(
    r"경험|후기|사례를?\s*나[누눠]|(?:써|해|사용해|겪어|다뤄|적용해)\s?(?:본|봤|보신|보셨)|어땠|있었나|느낀|느꼈"
    r"|experience|have you (?:ever|used|tried)",
    re.I,
)
_BOLD_HEAD = re.compile(r"^(\*\*|__)(?=\S)(.+?)(?<=\S)\1\s*[:：\-–—]?\s*(.*)$", re.S)
_BACKGROUND = (
    "노트를 쓴 사람이 함께 이야기하고 싶다고 적은 질문이에요. 생각의 실마리를 여기에 적어 주세요."
)

Stances = tuple[tuple[str, str, str], ...]
_DEBATE: Stances = (
    ("agree", "그렇다", "Yes"),
    ("depends", "경우에 따라 다르다", "It depends"),
    ("disagree", "아니다", "No"),
)
_EXPERIENCED: Stances = (
    ("often", "자주 해 봤다", "Often"),
    ("once", "조금 해 봤다", "A little"),
    ("not-yet", "아직 안 해 봤다", "Not yet"),
)


@dataclass(frozen=True, slots=True)
class Discussion:
    """A prompt to be; `left` is text for which it has no room."""

    id: str
    title: str
    kind: PromptKind
    line: int
    text: str
    left: str = ""


def prompts_of(parts: Sequence[Part], taken: set[str], cards: Sequence[Card]) -> list[Discussion]:
    """A prompt for each list entry, paragraph and heading. `taken` are ids, and grows."""
    found: list[Discussion] = []
    if not parts:
        return found
    closing, *below = parts
    for entry in entries_of(closing):
        found += _prompts(entry, closing.heading, taken, cards)
    for part in below:
        head = Part(
            TERM_LEVEL, "", part.line, [f"**{plain(part.heading)}**", *part.lines], part.line
        )
        found += _prompts(head, closing.heading, taken, cards)
    return found


def _prompts(entry: Part, closing: str, taken: set[str], cards: Sequence[Card]) -> list[Discussion]:
    lines = [with_images_as_links(line) for line in entry.lines]
    first, rest = _first_paragraph(lines)
    if not _words(plain(first)):
        return []
    head = _BOLD_HEAD.match(first)
    if head and not _words(plain(head[2])):
        head = None
    title = plain(head[2]) if head else plain(first)
    asks = plain(head[3]) if head else ""
    said = asks if _words(asks) else plain(first)
    question, more = first_sentences(said, MAX_QUESTION)
    # Marks and addresses that a question cannot show stay in the background, word for word.
    is_plain = _words(first) <= _words(f"{title if head else ''} {said}") and len(title) <= 100
    pieces = [more if is_plain else first, "\n".join(rest).strip("\n")]
    background = "\n\n".join(piece for piece in pieces if piece.strip())
    kind = PromptKind.EXPERIENCE if _EXPERIENCE.search(" ".join(lines)) else PromptKind.DEBATE
    short = title if len(title) <= MAX_THREAD_NAME else title[: MAX_THREAD_NAME - 1].rstrip() + "…"
    name = free_slug(names_of(short).ko, "talk", taken)
    taken.add(name)
    background, left = _fitting(background)
    asked = [text for text in dict.fromkeys((short, question)) if len(text) <= MAX_ASKED_AS]
    front = yaml_of(
        id=name,
        kind=str(kind),
        title=both(short, None),
        question=both(question, None),
        asked_as=asked,
        related=Flow(_about(first, cards)),
    )
    front += comment("고쳐 주세요: 기본 입장이에요 / to edit: these are only a start")
    front += yaml_of(
        stances=[
            {"id": stance, "label": both(ko, en)}
            for stance, ko, en in (_DEBATE if kind is PromptKind.DEBATE else _EXPERIENCED)
        ],
        several=False,
        fields=[],
        follow_ups=[],
    )
    text = f"---\n{comment(plain(closing))}{front}---\n{background or _BACKGROUND}\n"
    return [Discussion(name, short, kind, entry.line, text, left)]


def _about(question: str, cards: Sequence[Card]) -> list[str]:
    """The concepts that a question names, the longest names first."""
    text = folded(question)
    named = [
        (len(name), card.id)
        for card in cards
        for name in (card.names.ko, card.names.en or "", *card.names.aliases)
        if len(name) > 1 and folded(name) in text
    ]
    return list(dict.fromkeys(name for _, name in sorted(named, reverse=True)))[:MAX_RELATED]


def _first_paragraph(lines: Sequence[str]) -> tuple[str, list[str]]:
    """The first paragraph as one line, and the lines below it."""
    end = next((at for at, line in enumerate(lines) if at and _ends(line)), len(lines))
    first = re.sub(r"^(?:[>#]+\s*)+", "", " ".join(" ".join(lines[:end]).split()))
    return first, list(lines[end:])


def _ends(line: str) -> bool:
    return not line.strip() or re.match(r"\s*(?:[-*+>|]|\d{1,9}[.)]|```|~~~|#)", line) is not None


def _fitting(background: str) -> tuple[str, str]:
    if len(background) <= MAX_BACKGROUND:
        return background, ""
    cut = background.rfind("\n", 1, MAX_BACKGROUND)
    cut = cut if cut > 0 else MAX_BACKGROUND
    return background[:cut].rstrip(), background[cut:].strip("\n")


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text))
