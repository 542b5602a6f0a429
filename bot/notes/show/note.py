"""Shows a server's published notes: the list, one of them, and taking it down."""

from collections.abc import Mapping, Sequence

import discord

from bot.content.limits import MAX_TITLE
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_EMBED_DESCRIPTION,
    MAX_EMBED_TITLE,
    MAX_OPTION_LABEL,
    Attachment,
    Button,
    Screen,
    Select,
)
from bot.discord_ui.words import Say
from bot.ids import MemberId
from bot.notes import buttons
from bot.notes.drafting.sentences import plain as unmarked
from bot.notes.model import Draft, Note
from bot.notes.show import parts

Names = Mapping[MemberId, str]
SHOWN_SHORT = 110
MAX_DRAFT_BUTTONS = 5


def list_screen(notes: Sequence[Note], drafts: Sequence[Draft], names: Names, say: Say) -> Screen:
    """Show every published note, and the drafts that wait to be published."""
    if not notes and not drafts:
        return Screen(say("note-none"))
    lines = [_note_line(each, names, say) for each in notes] or [say("note-none-published")]
    if drafts:
        lines += ["", f"**{say('note-open-drafts')}**"]
        lines += [
            say("note-open-draft", place=at, title=plain(each.sheet.title, MAX_TITLE))
            for at, each in enumerate(drafts, start=1)
        ]
    embed = discord.Embed(
        title=say("note-list", count=len(notes)),
        description=cut("\n".join(lines), MAX_EMBED_DESCRIPTION),
        colour=parts.COLOUR,
    )
    pick = (
        Select(
            buttons.pick_note(),
            say("note-pick-note"),
            tuple((str(each.number), cut(each.sheet.title, MAX_OPTION_LABEL)) for each in notes),
        ),
    )
    drawn = tuple(
        Button(say("note-go-on", place=at), buttons.draft(each.number))
        for at, each in enumerate(drafts[:MAX_DRAFT_BUTTONS], start=1)
    )
    return Screen(embeds=(embed,), rows=parts.rows(pick if notes else (), drawn))


def note_screen(note: Note, items: int, page: int, names: Names, say: Say) -> Screen:
    """Show a page of a published note's concepts; ``items``: how many of it are asked."""
    shown, page, pages = parts.page_of(note.sheet.entries, page)
    head = _about(note, names, say)
    lines = [
        f"**{plain(each.concept.title.ko, MAX_TITLE)}**\n"
        f"{plain(unmarked(each.concept.short.ko), SHOWN_SHORT)}"
        for each in shown
    ]
    embed = discord.Embed(
        title=cut(plain(note.sheet.title), MAX_EMBED_TITLE),
        description=cut("\n".join([head, "", *lines]), MAX_EMBED_DESCRIPTION),
        colour=parts.COLOUR,
    )
    embed.set_footer(text=say("note-foot", items=items, page=page + 1, pages=pages))
    ways = parts.turning(
        buttons.note(note.number, page - 1) if page else None,
        buttons.note(note.number, page + 1) if page + 1 < pages else None,
        say,
    )
    act = (
        Button(say("note-export"), buttons.of_note(buttons.EXPORT, note.number)),
        Button(say("note-withdraw"), buttons.of_note(buttons.WITHDRAW, note.number), "danger"),
    )
    return Screen(embeds=(embed,), rows=parts.rows(ways, act))


def withdraw_screen(note: Note, say: Say) -> Screen:
    """Ask once before a note is taken down."""
    row = (
        Button(say("note-withdraw-yes"), buttons.of_note(buttons.WITHDRAWN, note.number), "danger"),
        Button(say("note-back"), buttons.note(note.number)),
    )
    return Screen(say("note-withdraw-ask", title=plain(note.sheet.title)), rows=(row,))


def withdrawn_screen(note: Note, say: Say) -> Screen:
    """Say that the note answers nothing any more."""
    return Screen(say("note-withdrawn", title=plain(note.sheet.title)))


def export_screen(note: Note, folder: str, content: bytes, say: Say) -> Screen:
    """Attach the note as files for ``content/``."""
    return Screen(
        say("note-exported", title=plain(note.sheet.title)),
        attachments=(Attachment(f"{folder}.zip", content),),
    )


def _note_line(note: Note, names: Names, say: Say) -> str:
    return f"- **{plain(note.sheet.title, MAX_TITLE)}** · {_about(note, names, say)}"


def _about(note: Note, names: Names, say: Say) -> str:
    return say(
        "note-about",
        concepts=len(note.sheet.entries),
        prompts=len(note.sheet.talks),
        name=names.get(note.member) or say("somebody-who-left"),
        at=f"<t:{int(note.published_at.timestamp())}:d>",
    )
