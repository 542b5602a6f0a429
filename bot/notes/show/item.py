"""Shows a drafted item with the sentence that it came from, and the form that changes it."""

import discord

from bot.content.limits import (
    MAX_ALIAS,
    MAX_BUTTON_LABEL,
    MAX_EXPLANATION,
    MAX_REASON,
    MAX_SHORT_KEY,
    MAX_STEM,
    MULTIPLE_CHOICES,
)
from bot.content.model import Item, ItemKind, Text
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import MAX_EMBED_FIELD_VALUE, Button, Input, ModalScreen, Screen
from bot.discord_ui.words import Say
from bot.inbox.buttons import home_button
from bot.notes import buttons
from bot.notes.approving import Case
from bot.notes.forms import RIGHT, choice_lines
from bot.notes.model import ItemState, OwnItem
from bot.notes.show import parts

MAX_WORDS = MAX_ALIAS * 5
MAX_CHOICES_TEXT = (MAX_BUTTON_LABEL + MAX_REASON + 6) * MULTIPLE_CHOICES[1]


def item_screen(case: Case, say: Say, *, note: str = "") -> Screen:
    """Show the item; ``note`` says what the moderator's last press did."""
    own = case.item
    if own is None:
        words = "\n".join(filter(None, (note, say("note-items-done"))))
        return Screen(words, rows=((home_button(say),),))
    embed = discord.Embed(
        title=say("note-item-title", place=case.place, total=case.total), colour=parts.COLOUR
    )
    source = case.note.sheet.title if case.note else ""
    embed.set_author(name=cut(say("note-item-of", note=source), 200))
    if own.is_aside:
        embed.description = say("note-item-aside")
    for name, text in _lines(own, say):
        shown = cut(text, MAX_EMBED_FIELD_VALUE) or "—"
        embed.add_field(name=say(f"note-item-{name}"), value=shown, inline=False)
    embed.set_footer(text=say("note-item-foot"))
    number = own.number
    decide = (
        Button(say("inbox-accept"), buttons.of_item(buttons.ACCEPT, number), "success"),
        Button(say("inbox-edit"), buttons.of_item(buttons.EDIT, number)),
        Button(say("note-item-decline"), buttons.of_item(buttons.DECLINE, number), "danger"),
    )
    ways = parts.turning(
        buttons.item(case.before) if case.before else None,
        buttons.item(case.after) if case.after else None,
        say,
    )
    return Screen(note, (embed,), (decide, (*ways, home_button(say))))


def decided_words(own: OwnItem, say: Say, *, is_new: bool) -> str:
    """Say what became of an item, by this press or by one before."""
    how = "accepted" if own.state is ItemState.ACCEPTED else "declined"
    return say(f"note-item-{how}") if is_new else say(f"note-item-already-{how}")


def item_modal(own: OwnItem, say: Say) -> ModalScreen:
    """Ask for the item's texts."""
    item = own.drafted.item
    stem = _input(buttons.STEM, "stem", MAX_STEM, item.stem, say)
    explanation = _input(buttons.EXPLANATION, "explanation", MAX_EXPLANATION, item.explanation, say)
    return ModalScreen(
        say("note-item-edit"),
        buttons.of_item(buttons.EDITED, own.number),
        (stem, *_asked(item, say), explanation),
    )


def _asked(item: Item, say: Say) -> tuple[Input, ...]:
    match item.kind:
        case ItemKind.SHORT:
            return (
                _input(buttons.KEY, "key", MAX_SHORT_KEY, item.key, say),
                _words(buttons.ALSO, "also", item.accept, say),
                _words(buttons.CONTRAST, "contrast", item.contrast, say),
            )
        case ItemKind.TRUE_FALSE:
            truth = Input(
                buttons.TRUTH,
                say("note-item-truth-label"),
                max_length=5,
                value="O" if item.truth else "X",
            )
            return truth, _input(buttons.REASON, "reason", MAX_REASON, item.reason, say)
        case _:
            choices = Input(
                buttons.CHOICES,
                say("note-item-choices-label"),
                say("note-item-choices-label.placeholder"),
                long=True,
                max_length=MAX_CHOICES_TEXT,
                value=choice_lines(item.choices),
            )
            return (choices,)


def _lines(own: OwnItem, say: Say) -> list[tuple[str, str]]:
    item = own.drafted.item
    lines = [("stem", plain(item.stem.ko, MAX_STEM))]
    if item.choices:
        marks = [
            f"{RIGHT if each.is_correct else '✗'} {plain(each.text.ko, MAX_BUTTON_LABEL)}"
            for each in item.choices
        ]
        lines.append(("choices", "\n".join(marks)))
    if item.truth is not None:
        lines.append(("truth", say("note-item-true" if item.truth else "note-item-false")))
        lines.append(("reason", plain(item.reason.ko if item.reason else "", MAX_REASON)))
    if item.key is not None:
        also = f" ({plain(', '.join(item.accept), 200)})" if item.accept else ""
        lines.append(("key", f"{plain(item.key.ko)}{also}"))
        if item.contrast:
            lines.append(("contrast", plain(", ".join(item.contrast), 300)))
    lines.append(("sentence", f"> {plain(own.drafted.sentence, 500)}"))
    return lines


def _input(name: str, word: str, limit: int, text: Text | None, say: Say) -> Input:
    return Input(
        name,
        say(f"note-item-{word}"),
        long=limit > MAX_ALIAS,
        max_length=limit,
        value=cut(text.ko, limit) if text else "",
    )


def _words(name: str, word: str, values: tuple[str, ...], say: Say) -> Input:
    return Input(
        name,
        say(f"note-item-{word}"),
        say("note-name-aliases.placeholder"),
        required=False,
        max_length=MAX_WORDS,
        value=cut(", ".join(values), MAX_WORDS),
    )
