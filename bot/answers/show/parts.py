"""What several screens of answers share: a concept's card, its sources, the rows of buttons."""

import discord

from bot.answers import buttons
from bot.content.library import Library
from bot.content.model import Concept
from bot.discord_ui.cutting import cut, plain, units
from bot.discord_ui.screens import (
    MAX_BUTTON_LABEL,
    MAX_EMBED_TITLE,
    Button,
    Link,
    Picture,
)
from bot.discord_ui.words import ENGLISH, Say

COLOUR = discord.Colour(0x5353CF)
MAX_RELATED = 4
# The embeds of one message may hold 6000 characters together; the content's own limits lie below
# what is kept of each part here. A section stands in the description, where it has room.
MAX_SHORT = 1000
MAX_SECTION = 2600
MAX_SOURCE = 250


def title_of(concept: Concept, say: Say) -> str:
    return concept.title.into(say.language)


def concept_card(concept: Concept, say: Say) -> discord.Embed:
    title = f"{concept.title.ko} · {concept.title.en}" if concept.title.en else concept.title.ko
    short = concept.short.into(say.language)
    if say.language == ENGLISH and not concept.short.en:
        short = f"{say('answer-korean-only')}\n{short}"
    return discord.Embed(
        title=cut(title, MAX_EMBED_TITLE), description=cut(short, MAX_SHORT), colour=COLOUR
    )


def name_sources(
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


def with_figure(
    embed: discord.Embed, concept: Concept, library: Library, say: Say
) -> tuple[Picture, ...]:
    figure = library.figure_of(concept)
    if figure is None:
        return ()
    embed.set_image(url=f"attachment://{figure.file.name}")
    return (Picture(figure.file, figure.alt.into(say.language)),)


def concept_buttons(question: int, concepts: tuple[Concept, ...], say: Say) -> tuple[Button, ...]:
    return tuple(
        Button(
            cut(title_of(concept, say), MAX_BUTTON_LABEL),
            buttons.concept_page(question, concept.number, 0),
            "primary",
        )
        # Discord refuses a message in which two buttons do the same.
        for concept in tuple(dict.fromkeys(concepts))[:MAX_RELATED]
    )


def share_button(custom_id: str, say: Say, *, private: bool) -> tuple[Button, ...]:
    return (Button(say("answer-share"), custom_id),) if private else ()


def verdicts(question: int, say: Say, concept: Concept | None = None) -> tuple[Button, ...]:
    """The buttons under an answer; asking on is about ``concept``, if the answer shows just one."""
    on = buttons.ask_about(question, concept.number) if concept else buttons.ask_on(question)
    return (
        Button("👍", buttons.judged(question, good=True)),
        Button("👎", buttons.judged(question, good=False)),
        Button(say("answer-ask-on"), on),
    )


def rows_of(*rows: tuple[Button | Link, ...]) -> tuple[tuple[Button | Link, ...], ...]:
    return tuple(row for row in rows if row)
