"""Shows an item that is open: the public post, the form for a short answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Self

import discord

from bot.content.model import ItemKind
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import (
    MAX_EMBED_TITLE,
    MAX_INPUT_LABEL,
    MAX_OPTION_LABEL,
    Button,
    Input,
    ModalScreen,
    Part,
    Screen,
    Select,
)
from bot.discord_ui.words import Say
from bot.ids import RoleId
from bot.posts.adopting import NO_POST
from bot.quiz import buttons
from bot.quiz.model import MAX_GIVEN, AskedItem
from bot.quiz.show import parts
from bot.quiz.snapshot import Snapshot
from bot.quiz.tally import percent


@dataclass(frozen=True, slots=True)
class Before:
    """How the item before went: so many answered, so many were right; ``url`` shows it."""

    answers: int
    right: int
    url: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON, which ``from_json`` reads back."""
        return {"answers": self.answers, "right": self.right, "url": self.url}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Return what was stored."""
        return cls(stored["answers"], stored["right"], stored["url"])


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a question.

    Attributes:
        part, parts: which of how many of its day; ``part`` counts from 0.
        late_since: when it should have been posted, if it is late.
        answers: how many have answered so far; None: not told.
    """

    closes_at: datetime
    part: int = 0
    parts: int = 1
    late_since: datetime | None = None
    before: Before | None = None
    ping: RoleId | None = None
    answers: int | None = None


def question_screen(
    post: int, asked: int, snapshot: Snapshot, setting: Setting, say: Say
) -> Screen:
    """Show the question with what answers it; nothing of what others answered."""
    title = say("quiz-today")
    if setting.parts > 1:
        title = say("quiz-today-part", part=setting.part + 1, parts=setting.parts)
    body = question_words(snapshot, say)
    body.append(parts.small(_small_print(setting, say)))
    embed = discord.Embed(
        title=cut(title, MAX_EMBED_TITLE), description="\n\n".join(body), colour=parts.COLOUR
    )
    parts.name_source(embed, snapshot, say)
    content = f"<@&{setting.ping}>" if setting.ping else ""
    return Screen(content, (embed,), answer_rows(post, asked, snapshot, say), ping=setting.ping)


def question_words(snapshot: Snapshot, say: Say) -> list[str]:
    """Return the question and, where they need more room than a button has, its options."""
    words = [parts.stem(snapshot, say)]
    if snapshot.kind in (ItemKind.SINGLE, ItemKind.MULTIPLE):
        words.append("\n".join(parts.label(snapshot, option, say) for option in snapshot.options))
    return words


@dataclass(frozen=True, slots=True)
class Ways:
    """The custom ids by which an item is answered: of one option, of the menu, of the form."""

    pick: Callable[[int], str]
    choose: str
    write: str


def answer_rows(
    post: int, asked: int, snapshot: Snapshot, say: Say
) -> tuple[tuple[Part, ...], ...]:
    """Return what an asked item of its kind is answered with."""
    ways = Ways(
        partial(buttons.picked, post, asked),
        buttons.chosen(post, asked),
        buttons.write(post, asked),
    )
    return rows_of(snapshot, ways, say)


def rows_of(snapshot: Snapshot, ways: Ways, say: Say) -> tuple[tuple[Part, ...], ...]:
    """Return what an item of its kind is answered with, in whatever ``ways``."""
    match snapshot.kind:
        case ItemKind.SHORT:
            return ((Button(say("quiz-write"), ways.write, "primary"),),)
        case ItemKind.MULTIPLE:
            return ((_menu(snapshot, ways, say),),)
        case ItemKind.TRUE_FALSE:
            names = [parts.label(snapshot, option, say) for option in snapshot.options]
        case _:
            names = [parts.letter(snapshot, option.index) for option in snapshot.options]
    return (
        tuple(
            Button(name, ways.pick(option.index))
            for name, option in zip(names, snapshot.options, strict=True)
        ),
    )


def _menu(snapshot: Snapshot, ways: Ways, say: Say) -> Select:
    options = tuple(
        (str(option.index), cut(parts.label(snapshot, option, say), MAX_OPTION_LABEL))
        for option in snapshot.options
    )
    return Select(ways.choose, say("quiz-choose"), options, at_most=len(options))


def private_question_screen(
    asked: int, snapshot: Snapshot, closes_at: datetime, say: Say
) -> Screen:
    """Show the question to one member, who can answer it there as well."""
    return question_screen(NO_POST, asked, snapshot, Setting(closes_at), say)


def answer_modal(asked: AskedItem, say: Say) -> ModalScreen:
    """Ask for a short answer."""
    title = say("round-modal" if asked.round else "quiz-today")
    return ModalScreen(title, buttons.written(asked.number), (answer_field(asked.snapshot, say),))


def answer_field(snapshot: Snapshot, say: Say) -> Input:
    """Return the field for a short answer."""
    stem = cut(snapshot.stem.into(say.language), MAX_INPUT_LABEL)
    return Input(
        buttons.ANSWER_FIELD,
        stem,
        placeholder=say("quiz-write.placeholder"),
        max_length=MAX_GIVEN,
    )


def before_words(before: Before, say: Say) -> str:
    """Return how the item before went, in a line."""
    share = percent(before.right, before.answers)
    words = say("quiz-before", answers=before.answers, right=before.right, percent=share)
    return f"{words} [{say('quiz-before.link')}]({before.url})" if before.url else words


def _small_print(setting: Setting, say: Say) -> list[str]:
    lines = []
    if setting.late_since is not None:
        lines.append(say("quiz-late", at=parts.moment(setting.late_since, "t")))
    lines.append(say("quiz-closes", at=parts.moment(setting.closes_at)))
    if setting.answers:
        lines.append(say("quiz-so-far", answers=setting.answers))
    if setting.before is not None:
        lines.append(before_words(setting.before, say))
    return lines
