"""Shows what a question found: a concept, a comparison, a prompt, or an honest no."""

from dataclasses import replace

import discord

from bot.answers import buttons
from bot.answers.asked import Answer
from bot.answers.show.concept import comparison_screen, concept_screen
from bot.answers.show.parts import (
    COLOUR,
    MAX_SECTION,
    MAX_SHORT,
    MAX_SOURCE,
    concept_buttons,
    rows_of,
    share_button,
    verdicts,
)
from bot.answers.teaching.buttons import wish_button
from bot.content.library import Library
from bot.content.model import Prompt
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_BUTTON_LABEL,
    MAX_BUTTON_URL,
    MAX_BUTTONS_IN_ROW,
    MAX_EMBED_FIELD_VALUE,
    MAX_EMBED_TITLE,
    Button,
    Link,
    Screen,
)
from bot.discord_ui.words import Say

GAP_COLOUR = discord.Colour(0x8A8FA3)
SHOWN_QUESTION = 200


def answer_screen(answer: Answer, say: Say, *, private: bool) -> Screen:
    """Show what was found: a concept, a comparison, a prompt, or that the notes don't have it."""
    library = answer.edition.library
    finding = answer.finding
    if finding.compared is not None:
        pair = tuple(library.concept(name) for name in finding.compared)
        if pair[0] is not None and pair[1] is not None:
            about = library.concept(finding.concept or "")
            return comparison_screen(
                answer.number, pair[0], pair[1], library, say, private=private, about=about
            )
    if finding.prompt is not None and (prompt := library.prompt(finding.prompt)):
        return prompt_screen(answer.number, prompt, library, say, private=private)
    if finding.concept is not None and (concept := library.concept(finding.concept)):
        page = finding.section or 0
        return concept_screen(answer.number, concept, library, say, page=page, private=private)
    return gap_screen(answer, say)


def prompt_screen(
    question: int, prompt: Prompt, library: Library, say: Say, *, private: bool
) -> Screen:
    """Show the discussion prompt that asks what was asked: the group decides, not the notes."""
    embed = discord.Embed(
        title=cut(prompt.title.into(say.language), MAX_EMBED_TITLE),
        description=cut(prompt.question.into(say.language), MAX_SHORT)
        + "\n\n"
        + cut(prompt.background.into(say.language), MAX_SECTION),
        colour=COLOUR,
    )
    if prompt.stances:
        stances = "\n".join(f"- {stance.label.into(say.language)}" for stance in prompt.stances)
        embed.add_field(name=say("prompt-stances"), value=cut(stances, MAX_EMBED_FIELD_VALUE))
    note = library.topic_of(prompt).note.into(say.language)
    embed.set_footer(text=cut(say("source-note", note=note), MAX_SOURCE))
    related = concept_buttons(question, library.related_to(prompt), say)
    share = share_button(buttons.shared_prompt(question, prompt.number), say, private=private)
    return Screen(
        content=say("prompt-found"),
        embeds=(embed,),
        rows=rows_of(related, verdicts(question, say) + share),
    )


def gap_screen(answer: Answer, say: Say) -> Screen:
    """Say honestly that the notes don't cover it; offer what is near, if anything is."""
    library = answer.edition.library
    reference = library.reference(answer.finding.reference) if answer.finding.reference else None
    near = [concept for name in answer.finding.near if (concept := library.concept(name))]
    lines = [say("gap")]
    if reference:
        lines.append(say("gap-reference", title=plain(reference.title.into(say.language))))
    if near:
        lines.append(say("gap-near"))
    embed = discord.Embed(description="\n".join(lines), colour=GAP_COLOUR)
    embed.set_author(name=cut(answer.text, SHOWN_QUESTION))
    links: tuple[Button | Link, ...] = ()
    if reference and len(reference.url) <= MAX_BUTTON_URL:
        links = (Link(cut(reference.title.into(say.language), MAX_BUTTON_LABEL), reference.url),)
    more: tuple[Button, ...] = (Button(say("answer-ask-on"), buttons.ask_on(answer.number)),)
    if answer.in_server:
        more += (wish_button(answer.number, say),)
    nearest = concept_buttons(answer.number, tuple(near), say)
    return Screen(embeds=(embed,), rows=rows_of(nearest, links + more))


def with_why(found: Screen, question: int, say: Say) -> Screen:
    """Add the button that tells moderators why the answer ``found`` was chosen."""
    button = Button(say("answer-why"), buttons.why(question))
    *before, last = found.rows or ((),)
    if len(last) < MAX_BUTTONS_IN_ROW:
        return replace(found, rows=(*before, (*last, button)))
    return replace(found, rows=(*found.rows, (button,)))


def shared_screen(name: str, found: Screen, say: Say) -> Screen:
    """Show to the channel the answer ``found`` by the member called ``name``."""
    credit = say("answer-shared", name=plain(name))
    return replace(found, content="\n".join(filter(None, (credit, found.content))))
