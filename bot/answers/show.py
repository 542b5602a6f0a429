"""Shows answers: a concept's card, two side by side, a prompt, or an honest no."""

import re
from dataclasses import replace

import discord

from bot.answers import buttons
from bot.answers.asked import Answer
from bot.answers.notes import Edition
from bot.content.faults import Fault
from bot.content.library import Library
from bot.content.model import Concept, Prompt
from bot.discord_ui.cutting import cut, plain, units
from bot.discord_ui.screens import (
    MAX_BUTTON_LABEL,
    MAX_BUTTON_URL,
    MAX_CONTENT,
    MAX_EMBED_FIELD_NAME,
    MAX_EMBED_FIELD_VALUE,
    MAX_EMBED_TITLE,
    Button,
    Input,
    Link,
    ModalScreen,
    Picture,
    Screen,
)
from bot.discord_ui.words import ENGLISH, Say

COLOUR = discord.Colour(0x5353CF)
GAP_COLOUR = discord.Colour(0x8A8FA3)
MAX_RELATED = 4
# The embeds of one message may hold 6000 characters together; the content's own limits lie below
# what is kept of each part here. A section stands in the description, where it has room.
MAX_SHORT = 1000
MAX_SECTION = 2600
MAX_SOURCE = 250
MAX_LINE = 600
MAX_SIDE_BY_SIDE_LINKS = 500
SHOWN_QUESTION = 200
_HANGUL = re.compile("[가-힣]")


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


def concept_screen(
    question: int, concept: Concept, library: Library, say: Say, *, page: int, private: bool
) -> Screen:
    """Show ``concept`` with its section ``page`` (any number; pages go round)."""
    embed = _card(concept, say)
    pages = len(concept.sections)
    page = page % pages if pages else 0
    if pages:
        section = concept.sections[page]
        heading = cut(section.heading, MAX_EMBED_FIELD_NAME) or say("answer-more-of-note")
        body = cut(section.body, MAX_SECTION)
        if say.language == ENGLISH and concept.short.en and _HANGUL.search(body):
            # Sections have no English; who reads none of the Korean should know why it is there.
            heading = f"{heading} ({say('answer-section-korean')})"
        embed.description = f"{embed.description}\n\n**{heading}**\n{body}"
    _name_sources(embed, concept, library, say, MAX_EMBED_FIELD_VALUE)
    pictures = _with_figure(embed, concept, library, say)
    more = (
        (
            Button(
                say("answer-more", page=page + 1, pages=pages),
                buttons.concept_page(question, concept.number, (page + 1) % pages),
            ),
        )
        if pages > 1
        else ()
    )
    share = _share(buttons.shared(question, concept.number, page), say, private=private)
    others = tuple(near for near in library.related_to(concept) if near.id != concept.id)
    return Screen(
        embeds=(embed,),
        rows=_rows(
            _concept_buttons(question, others, say), more + _verdicts(question, say) + share
        ),
        pictures=pictures,
    )


def comparison_screen(
    question: int,
    left: Concept,
    right: Concept,
    library: Library,
    say: Say,
    *,
    private: bool,
    about: Concept | None = None,
) -> Screen:
    """Show two concepts side by side, under the line that tells them apart.

    ``about`` is a concept that is itself the comparison: its figure and a button lead to it.
    """
    cards = []
    for concept in (left, right):
        card = _card(concept, say)
        _name_sources(card, concept, library, say, MAX_SIDE_BY_SIDE_LINKS)
        cards.append(card)
    line = cut(_telling_apart(left, right, say), MAX_LINE)
    headline = discord.Embed(
        title=cut(
            say("compare-title", left=_title(left, say), right=_title(right, say)), MAX_EMBED_TITLE
        ),
        description=line,
        colour=COLOUR,
    )
    itself = () if about is None or about in (left, right) else (about,)
    pictures = _with_figure(headline, itself[0], library, say) if itself else ()
    pair = _concept_buttons(question, (*itself, left, right), say)
    share = _share(buttons.shared_pair(question, left.number, right.number), say, private=private)
    rows = _rows(pair, _verdicts(question, say) + share)
    return Screen(embeds=(headline, *cards), rows=rows, pictures=pictures)


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
    related = _concept_buttons(question, library.related_to(prompt), say)
    share = _share(buttons.shared_prompt(question, prompt.number), say, private=private)
    return Screen(
        content=say("prompt-found"),
        embeds=(embed,),
        rows=_rows(related, _verdicts(question, say) + share),
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
    more = (Button(say("answer-ask-on"), buttons.ask_on(answer.number)),)
    nearest = _concept_buttons(answer.number, tuple(near), say)
    return Screen(embeds=(embed,), rows=_rows(nearest, links + more))


def shared_screen(name: str, found: Screen, say: Say) -> Screen:
    """Show to the channel the answer ``found`` by the member called ``name``."""
    credit = say("answer-shared", name=plain(name))
    return replace(found, content="\n".join(filter(None, (credit, found.content))))


def ask_on_modal(question: int, say: Say) -> ModalScreen:
    """Ask for a question that goes on from the one before."""
    field = Input(
        buttons.QUESTION_FIELD,
        say("ask-on-label"),
        placeholder=say("ask-on-placeholder"),
        max_length=SHOWN_QUESTION,
    )
    return ModalScreen(say("answer-ask-on"), buttons.ask_on_sent(question), (field,))


def judged_screen(question: int, say: Say, *, good: bool) -> Screen:
    """Thank for a verdict; after a bad one offer to ask differently."""
    if good:
        return Screen(content=say("judged-good"))
    again = Button(say("answer-ask-on"), buttons.ask_on(question))
    return Screen(content=say("judged-bad"), rows=((again,),))


def reloaded_screen(edition: Edition, say: Say) -> Screen:
    """Tell an operator what was read."""
    library = edition.library
    return Screen(
        content=say(
            "reload-done",
            concepts=len(library.concepts),
            items=len(library.items),
            prompts=len(library.prompts),
        )
    )


def broken_screen(faults: tuple[Fault, ...], say: Say) -> Screen:
    """Tell an operator every fault that fits, and that the old notes stay."""
    lines = "\n".join(f"- {plain(fault.said(say.language))}" for fault in faults)
    return Screen(content=cut(f"{say('reload-broken', count=len(faults))}\n{lines}", MAX_CONTENT))


def _title(concept: Concept, say: Say) -> str:
    return concept.title.into(say.language)


def _card(concept: Concept, say: Say) -> discord.Embed:
    title = f"{concept.title.ko} · {concept.title.en}" if concept.title.en else concept.title.ko
    short = concept.short.into(say.language)
    if say.language == ENGLISH and not concept.short.en:
        short = f"{say('answer-korean-only')}\n{short}"
    return discord.Embed(
        title=cut(title, MAX_EMBED_TITLE), description=cut(short, MAX_SHORT), colour=COLOUR
    )


def _name_sources(
    embed: discord.Embed, concept: Concept, library: Library, say: Say, room: int
) -> None:
    note = library.topic_of(concept).note.into(say.language)
    embed.set_footer(text=cut(say("source-note", note=note), MAX_SOURCE))
    links = [
        f"[{plain(reference.title.into(say.language))}]({reference.url})"
        for reference in library.references_of(concept)
    ]
    # Whole links only: a link cut in the middle would show its brackets.
    while units("\n".join(links)) > room:
        links.pop()
    if links:
        embed.add_field(name=say("source-links"), value="\n".join(links), inline=False)


def _with_figure(
    embed: discord.Embed, concept: Concept, library: Library, say: Say
) -> tuple[Picture, ...]:
    figure = library.figure_of(concept)
    if figure is None:
        return ()
    embed.set_image(url=f"attachment://{figure.file.name}")
    return (Picture(figure.file, figure.alt.into(say.language)),)


def _telling_apart(left: Concept, right: Concept, say: Say) -> str:
    for one, other in ((left, right), (right, left)):
        for contrast in one.contrasts:
            if contrast.concept == other.id:
                return contrast.line.into(say.language)
    return say("compare-no-line")


def _concept_buttons(question: int, concepts: tuple[Concept, ...], say: Say) -> tuple[Button, ...]:
    return tuple(
        Button(
            cut(_title(concept, say), MAX_BUTTON_LABEL),
            buttons.concept_page(question, concept.number, 0),
            "primary",
        )
        # Discord refuses a message in which two buttons do the same.
        for concept in tuple(dict.fromkeys(concepts))[:MAX_RELATED]
    )


def _share(custom_id: str, say: Say, *, private: bool) -> tuple[Button, ...]:
    return (Button(say("answer-share"), custom_id),) if private else ()


def _verdicts(question: int, say: Say) -> tuple[Button, ...]:
    return (
        Button("👍", buttons.judged(question, good=True)),
        Button("👎", buttons.judged(question, good=False)),
        Button(say("answer-ask-on"), buttons.ask_on(question)),
    )


def _rows(*rows: tuple[Button | Link, ...]) -> tuple[tuple[Button | Link, ...], ...]:
    return tuple(row for row in rows if row)
