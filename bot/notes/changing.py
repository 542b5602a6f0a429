"""What a moderator changes in a draft: rename, merge, drop, mend (pure)."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.content.card import Parts, card_body
from bot.content.limits import (
    MAX_ALIAS,
    MAX_BACKGROUND,
    MAX_BUTTON_LABEL,
    MAX_QUESTION,
    MAX_RELATED,
    MAX_SECTION,
    MAX_THREAD_NAME,
    MAX_TITLE,
    STANCES,
)
from bot.content.model import Concept, Prompt, Section, Stance, Text
from bot.content.names import folded
from bot.discord_ui.cutting import sound
from bot.notes.mentions import disarmed
from bot.notes.model import Entry, Sheet, Talk
from bot.notes.refusals import LastConcept, NotePartGone, NotePartUnfit

MAX_ALIASES = 10
_BETWEEN = re.compile(r"\s*[,、，;\n]\s*")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_HERE = Path("card.md")


def renamed_note(sheet: Sheet, title: str) -> Sheet:
    """Return ``sheet`` under another title.

    Raises:
        NotePartUnfit: nothing was typed.
    """
    return replace(sheet, title=_named(title, MAX_TITLE))


def named(sheet: Sheet, key: int, title: str, english: str, aliases: str, short: str) -> Sheet:
    """Return ``sheet`` with other names and another short answer for a concept.

    Raises:
        NotePartGone: the concept is not there any more.
        NotePartUnfit: a title or short answer is missing, or too long.
    """

    def change(concept: Concept) -> Concept:
        ko = _named(title, MAX_TITLE)
        en = _line(english)[:MAX_TITLE] or None
        own = {folded(name) for name in (ko, en) if name}
        others = [each for each in _words(aliases) if folded(each) not in own]
        body = _body(short, _body_text(concept.sections))
        return replace(
            concept,
            title=Text(ko, en),
            aliases_ko=tuple(each for each in others if not each.isascii()),
            aliases_en=tuple(each for each in others if each.isascii()),
            short=Text(body[0]),
            sections=body[1],
        )

    return _with_entry(sheet, key, change)


def rewritten(sheet: Sheet, key: int, body: str) -> Sheet:
    """Return ``sheet`` with other sections, given as Markdown, for a concept.

    Raises:
        NotePartGone: the concept is not there any more.
        NotePartUnfit: the text is no body of a card, or is too long.
    """

    def change(concept: Concept) -> Concept:
        return replace(concept, sections=_body(concept.short.ko, _lines(body))[1])

    return _with_entry(sheet, key, change)


def dropped(sheet: Sheet, key: int) -> Sheet:
    """Return ``sheet`` without a concept; nothing refers to it any more.

    Raises:
        NotePartGone: it is not there any more.
        LastConcept: there is no other.
    """
    gone = _entry(sheet, key).concept.id
    if len(sheet.entries) == 1:
        raise LastConcept
    return _without(sheet, key, gone, None)


def merged(sheet: Sheet, key: int, into: int) -> Sheet:
    """Return ``sheet`` with the concept ``key`` as a part of ``into``: no text of it is lost.

    Its names become names of the other's, its short answer and sections sections.

    Raises:
        NotePartGone: one of the two is not there any more.
        NotePartUnfit: the two are one, or together too long.
    """
    source, target = _entry(sheet, key).concept, _entry(sheet, into).concept
    if key == into:
        raise NotePartUnfit
    said = Section(source.title.ko, source.short.ko[:MAX_SECTION])
    own = {folded(name) for name in (target.title.ko, target.title.en or "", *target.aliases)}
    names = (source.title.ko, source.title.en or "", *source.aliases)
    others = [name for name in dict.fromkeys(names) if name and folded(name) not in own]
    joined = replace(
        target,
        aliases_ko=(*target.aliases_ko, *(name for name in others if not name.isascii())),
        aliases_en=(*target.aliases_en, *(name for name in others if name.isascii())),
        asked_as=tuple(dict.fromkeys((*target.asked_as, *source.asked_as))),
        sections=(*target.sections, said, *source.sections),
        sources=tuple(dict.fromkeys((*target.sources, *source.sources))),
        contrasts=target.contrasts or source.contrasts,
    )
    changed = _with_entry(sheet, into, lambda _concept: joined)
    return _without(changed, key, source.id, target.id)


def retold(
    sheet: Sheet, key: int, title: str, question: str, background: str, stances: str
) -> Sheet:
    """Return ``sheet`` with another prompt; ``stances`` stand one a line.

    Raises:
        NotePartGone: the prompt is not there any more.
        NotePartUnfit: something is missing, too long, or there are too few or many stances.
    """
    talk = sheet.talk(key)
    if talk is None:
        raise NotePartGone
    labels = list(dict.fromkeys(filter(None, map(_line, stances.split("\n")))))
    if not STANCES[0] <= len(labels) <= STANCES[1]:
        raise NotePartUnfit
    if max(map(len, labels)) > MAX_BUTTON_LABEL:
        raise NotePartUnfit
    before = {each.label.ko: each for each in talk.prompt.stances}
    kept = [
        before.get(label) or Stance(f"stance-{at}", Text(label)) for at, label in enumerate(labels)
    ]
    prompt = replace(
        talk.prompt,
        title=Text(_named(title, MAX_THREAD_NAME)),
        question=Text(_named(question, MAX_QUESTION)),
        background=Text(_named(_lines(background), MAX_BACKGROUND)),
        stances=_distinct(kept),
    )
    return _with_talk(sheet, key, prompt)


def untold(sheet: Sheet, key: int) -> Sheet:
    """Return ``sheet`` without a prompt.

    Raises:
        NotePartGone: it is not there any more.
    """
    if sheet.talk(key) is None:
        raise NotePartGone
    return replace(sheet, talks=tuple(each for each in sheet.talks if each.key != key))


def body_text(concept: Concept) -> str:
    """Return a concept's sections as Markdown, as ``rewritten`` takes them."""
    return _body_text(concept.sections)


def _with_entry(sheet: Sheet, key: int, change: Callable[[Concept], Concept]) -> Sheet:
    _entry(sheet, key)
    return replace(
        sheet,
        entries=tuple(
            replace(each, concept=change(each.concept)) if each.key == key else each
            for each in sheet.entries
        ),
    )


def _with_talk(sheet: Sheet, key: int, prompt: Prompt) -> Sheet:
    talks = (replace(each, prompt=prompt) if each.key == key else each for each in sheet.talks)
    return replace(sheet, talks=tuple(talks))


def _without(sheet: Sheet, key: int, gone: str, instead: str | None) -> Sheet:
    def moved(names: tuple[str, ...], own: str) -> tuple[str, ...]:
        there = (instead if name == gone else name for name in names)
        return tuple(dict.fromkeys(name for name in there if name and name != own))[:MAX_RELATED]

    def kept(entry: Entry) -> Entry:
        concept = entry.concept
        contrasts = tuple(
            each
            for each in concept.contrasts
            if each.concept != gone and each.concept != concept.id
        )
        related = moved(concept.related, concept.id)
        return replace(entry, concept=replace(concept, related=related, contrasts=contrasts))  # type: ignore[arg-type]

    def still(talk: Talk) -> Talk:
        related = moved(talk.prompt.related, "")
        return replace(talk, prompt=replace(talk.prompt, related=related))  # type: ignore[arg-type]

    return replace(
        sheet,
        entries=tuple(kept(each) for each in sheet.entries if each.key != key),
        talks=tuple(map(still, sheet.talks)),
    )


def _entry(sheet: Sheet, key: int) -> Entry:
    found = sheet.entry(key)
    if found is None:
        raise NotePartGone
    return found


def _body(short: str, rest: str) -> tuple[str, tuple[Section, ...]]:
    """The short answer and sections, as the content's checker reads them."""
    said = _line(short)
    if not said:
        raise NotePartUnfit
    read, faults = card_body(Parts("", f"{said}\n\n{rest}", 1), _HERE)
    if faults or read.short != said:
        raise NotePartUnfit
    return read.short, read.sections


def _body_text(sections: tuple[Section, ...]) -> str:
    return "\n\n".join(f"## {each.heading}\n\n{each.body}" for each in sections)


def _named(typed: str, limit: int) -> str:
    text = typed.strip() if "\n" in typed else _line(typed)
    if not text or len(text) > limit:
        raise NotePartUnfit
    return text


def _words(typed: str) -> list[str]:
    words = (_line(part) for part in _BETWEEN.split(typed))
    named = dict.fromkeys(word for word in words if word and len(word) <= MAX_ALIAS)
    return list(named)[:MAX_ALIASES]


def _line(typed: str) -> str:
    return " ".join(_lines(typed).split())


def _lines(typed: str) -> str:
    return disarmed(_UNSEEN.sub(" ", sound(typed))).expandtabs(4)


def _distinct(stances: list[Stance]) -> tuple[Stance, ...]:
    """Stances whose ids differ: a new one may have the place of an old one."""
    taken: set[str] = set()
    found: list[Stance] = []
    for stance in stances:
        name, at = stance.id, 1
        while name in taken:
            at += 1
            name = f"{stance.id}-{at}"
        taken.add(name)
        found.append(replace(stance, id=name))
    return tuple(found)
