"""Shows what the importer understood of an uploaded note, as a draft that can be changed."""

from collections.abc import Sequence

import discord

from bot.content.limits import MAX_TITLE
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_EMBED_DESCRIPTION,
    MAX_EMBED_FIELD_VALUE,
    MAX_EMBED_TITLE,
    MAX_OPTION_LABEL,
    Button,
    Input,
    ModalScreen,
    Screen,
    Select,
)
from bot.discord_ui.words import Say
from bot.notes import buttons
from bot.notes.drafting.sentences import plain as unmarked
from bot.notes.drafting.sentences import short_sentences
from bot.notes.model import Difference, Draft, Entry, Remark
from bot.notes.show import parts

SHOWN_SHORT = 110
SHOWN_REMARK = 90
FIRST_REMARKS = 4
FIRST_TALKS = 5


def draft_screen(
    draft: Draft, page: int, say: Say, *, note: str = "", difference: Difference | None = None
) -> Screen:
    """Show a page of the draft's concepts, its prompts, and what to look at first."""
    sheet = draft.sheet
    shown, page, pages = parts.page_of(sheet.entries, page)
    head = say("note-draft-head", concepts=len(sheet.entries), prompts=len(sheet.talks))
    if difference is not None:
        head += "\n" + say(
            "note-difference",
            same=difference.same,
            changed=difference.changed,
            new=difference.new,
            gone=difference.gone,
        )
    embed = discord.Embed(
        title=cut(say("note-draft-title", title=plain(sheet.title, MAX_TITLE)), MAX_EMBED_TITLE),
        description=cut(
            "\n".join([head, "", *(_concept_line(each, say) for each in shown)]),
            MAX_EMBED_DESCRIPTION,
        ),
        colour=parts.COLOUR,
    )
    if sheet.talks:
        lines = [
            f"- {plain(unmarked(each.prompt.question.ko), SHOWN_SHORT)}" for each in sheet.talks
        ]
        more = [say("note-and-more", count=len(lines) - FIRST_TALKS)] if lines[FIRST_TALKS:] else []
        text = cut("\n".join([*lines[:FIRST_TALKS], *more]), MAX_EMBED_FIELD_VALUE)
        embed.add_field(name=say("note-draft-prompts"), value=text, inline=False)
    if sheet.remarks:
        lines = [remark_line(each, say) for each in sheet.remarks[:FIRST_REMARKS]]
        rest = len(sheet.remarks) - FIRST_REMARKS
        more = [say("note-and-more", count=rest)] if rest > 0 else []
        text = cut("\n".join([*lines, *more]), MAX_EMBED_FIELD_VALUE)
        embed.add_field(name=say("note-draft-remarks"), value=text, inline=False)
    embed.set_footer(text=say("note-draft-foot", page=page + 1, pages=pages))
    return Screen(note, (embed,), _draft_rows(draft, shown, page, pages, say))


def remarks_screen(draft: Draft, page: int, say: Say) -> Screen:
    """Show a page of everything to look at, by line of the note."""
    shown, page, pages = parts.page_of(draft.sheet.remarks, page)
    embed = discord.Embed(
        title=say("note-draft-remarks"),
        description="\n".join(remark_line(each, say) for each in shown) or say("note-no-remarks"),
        colour=parts.QUIET_COLOUR,
    )
    ways = parts.turning(
        buttons.remarks(draft.number, page - 1) if page else None,
        buttons.remarks(draft.number, page + 1) if page + 1 < pages else None,
        say,
    )
    return Screen(embeds=(embed,), rows=parts.rows((_back(draft, say), *ways)))


def remark_line(remark: Remark, say: Say) -> str:
    """Say what to look at in a line of the note."""
    words = say(
        f"note-remark-{remark.kind.replace('_', '-')}", text=plain(remark.text, SHOWN_REMARK)
    )
    return say("note-remark", line=remark.line, words=words)


def published_screen(title: str, concepts: int, items: int, say: Say, *, is_new: bool) -> Screen:
    """Say that the note answers now, and how many drafted items wait."""
    if not is_new:
        return Screen(say("note-published-already", title=plain(title)))
    lines = [say("note-published", title=plain(title), concepts=concepts)]
    if items:
        lines.append(say("note-published-items", items=items))
    row = (Button(say("note-look-at-items"), buttons.item(0), "primary"),) if items else ()
    return Screen("\n".join(lines), rows=parts.rows(row))


def discarded_screen(draft: Draft, say: Say) -> Screen:
    """Say that the draft is gone."""
    return Screen(say("note-discarded", title=plain(draft.sheet.title)))


def title_modal(draft: Draft, say: Say) -> ModalScreen:
    """Ask for the note's title."""
    field = Input(
        buttons.KO,
        say("note-title-label"),
        max_length=MAX_TITLE,
        value=draft.sheet.title[:MAX_TITLE],
    )
    return ModalScreen(say("note-title"), buttons.of_draft(buttons.TITLED, draft.number), (field,))


def _draft_rows(
    draft: Draft, shown: Sequence[Entry], page: int, pages: int, say: Say
) -> parts.Rows:
    number = draft.number
    pick = Select(
        buttons.of_part(buttons.PICK, number, page),
        say("note-pick"),
        tuple((str(each.key), _option(each.concept.title.ko)) for each in shown),
    )
    talks = draft.sheet.talks
    pick_talk = (
        Select(
            buttons.of_draft(buttons.PICK_TALK, number),
            say("note-pick-talk"),
            tuple((str(each.key), _option(each.prompt.title.ko)) for each in talks),
        ),
    )
    ways = parts.turning(
        buttons.draft(number, page - 1) if page else None,
        buttons.draft(number, page + 1) if page + 1 < pages else None,
        say,
    )
    count = len(draft.sheet.remarks)
    look = (Button(say("note-remarks", count=count), buttons.remarks(number)),) if count else ()
    return parts.rows(
        (pick,),
        pick_talk if talks else (),
        (*ways, Button(say("note-title"), buttons.of_draft(buttons.TITLE, number)), *look),
        (
            Button(say("note-publish"), buttons.of_draft(buttons.PUBLISH, number), "success"),
            Button(say("note-discard"), buttons.of_draft(buttons.DISCARD, number), "danger"),
        ),
    )


def _concept_line(entry: Entry, say: Say) -> str:
    concept = entry.concept
    title = plain(concept.title.ko, MAX_TITLE)
    if concept.title.en:
        title += f" · {plain(concept.title.en, MAX_TITLE)}"
    sections = say("note-sections", count=len(concept.sections)) if concept.sections else ""
    short = (
        plain(unmarked(concept.short.ko), SHOWN_SHORT)
        if short_sentences(concept)
        else say("note-no-short")
    )
    return f"**{title}** {say('note-line', line=entry.line)}{sections}\n{short}"


def _option(text: str) -> str:
    return cut(text, MAX_OPTION_LABEL)


def _back(draft: Draft, say: Say) -> Button:
    return Button(say("note-back"), buttons.draft(draft.number))
