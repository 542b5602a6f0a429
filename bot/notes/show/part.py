"""Shows one concept or prompt of a draft, and the forms that change it."""

import discord

from bot.content.limits import (
    MAX_ALIAS,
    MAX_BACKGROUND,
    MAX_BUTTON_LABEL,
    MAX_QUESTION,
    MAX_SHORT_ANSWER,
    MAX_TEXT_INPUT,
    MAX_THREAD_NAME,
    MAX_TITLE,
    STANCES,
)
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_CHOICES,
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
from bot.notes.changing import MAX_ALIASES, body_text
from bot.notes.model import Draft, Entry, Talk
from bot.notes.show import parts

SHOWN_SECTION = 300
SHOWN_BODY = 2500
MAX_ALIAS_LINE = MAX_ALIAS * MAX_ALIASES


def concept_screen(draft: Draft, entry: Entry, say: Say, *, note: str = "") -> Screen:
    """Show a concept as it would be published, and what can be done with it."""
    concept, number, key = entry.concept, draft.number, entry.key
    title = concept.title.ko
    if concept.title.en:
        title += f" · {concept.title.en}"
    sections = (
        f"**{plain(each.heading)}**\n{cut(each.body, SHOWN_SECTION)}" for each in concept.sections
    )
    embed = discord.Embed(
        title=cut(plain(title), MAX_EMBED_TITLE),
        description=cut(
            "\n\n".join([cut(concept.short.ko, MAX_SHORT_ANSWER), *sections]), SHOWN_BODY
        ),
        colour=parts.COLOUR,
    )
    if concept.aliases:
        names = plain(", ".join(concept.aliases), MAX_EMBED_FIELD_VALUE // 2)
        embed.add_field(name=say("note-aliases"), value=names, inline=False)
    if concept.contrasts:
        lines = "\n".join(f"- {plain(each.line.ko, 200)}" for each in concept.contrasts)
        embed.add_field(
            name=say("note-contrasts"), value=cut(lines, MAX_EMBED_FIELD_VALUE), inline=False
        )
    embed.set_footer(text=say("note-line", line=entry.line))
    can_write = len(body_text(concept)) <= MAX_TEXT_INPUT
    change = [Button(say("note-name"), buttons.of_part(buttons.NAME, number, key), "primary")]
    if can_write:
        change.append(Button(say("note-body"), buttons.of_part(buttons.BODY, number, key)))
    if len(draft.sheet.entries) > 1:
        change.append(Button(say("note-merge"), buttons.of_part(buttons.MERGE, number, key)))
        drop = buttons.of_part(buttons.DROP, number, key)
        change.append(Button(say("note-drop"), drop, "danger"))
    return Screen(note, (embed,), parts.rows(tuple(change), (_back(draft, entry.key, say),)))


def merge_screen(draft: Draft, entry: Entry, say: Say) -> Screen:
    """Ask which concept it becomes a part of; the nearest in the note are offered."""
    place = {each.key: at for at, each in enumerate(draft.sheet.entries)}
    others = sorted(
        (each for each in draft.sheet.entries if each.key != entry.key),
        key=lambda each: abs(place[each.key] - place[entry.key]),
    )[:MAX_CHOICES]
    pick = Select(
        buttons.of_part(buttons.MERGED, draft.number, entry.key),
        say("note-merge-pick"),
        tuple((str(each.key), cut(each.concept.title.ko, MAX_OPTION_LABEL)) for each in others),
    )
    words = say("note-merge-ask", title=plain(entry.concept.title.ko))
    back = Button(say("note-back"), buttons.of_part(buttons.PART, draft.number, entry.key))
    return Screen(words, rows=((pick,), (back,)))


def name_modal(draft: Draft, entry: Entry, say: Say) -> ModalScreen:
    """Ask for a concept's names and short answer."""
    concept = entry.concept
    return ModalScreen(
        say("note-name"),
        buttons.of_part(buttons.NAMED, draft.number, entry.key),
        (
            Input(buttons.KO, say("note-name-ko"), max_length=MAX_TITLE, value=concept.title.ko),
            Input(
                buttons.EN,
                say("note-name-en"),
                required=False,
                max_length=MAX_TITLE,
                value=concept.title.en or "",
            ),
            Input(
                buttons.ALIASES,
                say("note-name-aliases"),
                say("note-name-aliases.placeholder"),
                required=False,
                max_length=MAX_ALIAS_LINE,
                value=", ".join(concept.aliases)[:MAX_ALIAS_LINE],
            ),
            Input(
                buttons.SHORT,
                say("note-name-short"),
                long=True,
                max_length=MAX_SHORT_ANSWER,
                value=concept.short.ko[:MAX_SHORT_ANSWER],
            ),
        ),
    )


def body_modal(draft: Draft, entry: Entry, say: Say) -> ModalScreen:
    """Ask for a concept's sections, as Markdown."""
    field = Input(
        buttons.TEXT,
        say("note-body-label"),
        say("note-body-label.placeholder"),
        long=True,
        required=False,
        max_length=MAX_TEXT_INPUT,
        value=body_text(entry.concept),
    )
    sent = buttons.of_part(buttons.BODIED, draft.number, entry.key)
    return ModalScreen(say("note-body"), sent, (field,))


def prompt_screen(draft: Draft, talk: Talk, say: Say, *, note: str = "") -> Screen:
    """Show a prompt as it would be published, and what can be done with it."""
    prompt = talk.prompt
    embed = discord.Embed(
        title=cut(plain(prompt.title.ko), MAX_EMBED_TITLE),
        description=cut(
            f"{plain(prompt.question.ko, MAX_QUESTION)}\n\n"
            f"{plain(prompt.background.ko, MAX_BACKGROUND)}",
            MAX_EMBED_DESCRIPTION,
        ),
        colour=parts.COLOUR,
    )
    stances = "\n".join(f"- {plain(each.label.ko)}" for each in prompt.stances)
    embed.add_field(
        name=say("note-stances"), value=cut(stances, MAX_EMBED_FIELD_VALUE), inline=False
    )
    embed.set_footer(text=say("note-line", line=talk.line))
    row = (
        Button(say("note-talk"), buttons.of_part(buttons.TALK, draft.number, talk.key), "primary"),
        Button(say("note-drop"), buttons.of_part(buttons.UNTALK, draft.number, talk.key), "danger"),
        Button(say("note-back"), buttons.draft(draft.number)),
    )
    return Screen(note, (embed,), (row,))


def prompt_modal(draft: Draft, talk: Talk, say: Say) -> ModalScreen:
    """Ask for a prompt's texts."""
    prompt = talk.prompt
    stances = "\n".join(each.label.ko for each in prompt.stances)
    return ModalScreen(
        say("note-talk"),
        buttons.of_part(buttons.TALKED, draft.number, talk.key),
        (
            Input(
                buttons.KO,
                say("note-title-label"),
                max_length=MAX_THREAD_NAME,
                value=prompt.title.ko,
            ),
            Input(
                buttons.QUESTION,
                say("note-question"),
                long=True,
                max_length=MAX_QUESTION,
                value=prompt.question.ko,
            ),
            Input(
                buttons.BACKGROUND,
                say("note-background"),
                long=True,
                max_length=MAX_BACKGROUND,
                value=prompt.background.ko,
            ),
            Input(
                buttons.STANCES,
                say("note-stances-label"),
                say("note-stances-label.placeholder"),
                long=True,
                max_length=(MAX_BUTTON_LABEL + 1) * STANCES[1],
                value=stances,
            ),
        ),
    )


def _back(draft: Draft, key: int, say: Say) -> Button:
    """The button back to the page of the draft on which the concept stands."""
    keys = [each.key for each in draft.sheet.entries]
    page = keys.index(key) // parts.A_PAGE if key in keys else 0
    return Button(say("note-back"), buttons.draft(draft.number, page))
