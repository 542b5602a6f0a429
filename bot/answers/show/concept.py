"""Shows what the notes say: a concept's card page by page, or two concepts side by side."""

import re

import discord

from bot.answers import buttons
from bot.answers.show.parts import (
    COLOUR,
    MAX_SECTION,
    concept_buttons,
    concept_card,
    name_sources,
    rows_of,
    share_button,
    title_of,
    verdicts,
    with_figure,
)
from bot.content.library import Library
from bot.content.model import Concept
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import (
    MAX_EMBED_FIELD_NAME,
    MAX_EMBED_FIELD_VALUE,
    MAX_EMBED_TITLE,
    Button,
    Screen,
)
from bot.discord_ui.words import ENGLISH, Say

MAX_LINE = 600
MAX_SIDE_BY_SIDE_LINKS = 500
_HANGUL = re.compile("[가-힣]")


def concept_screen(
    question: int, concept: Concept, library: Library, say: Say, *, page: int, private: bool
) -> Screen:
    """Show ``concept`` with its section ``page`` (any number; pages go round)."""
    embed = concept_card(concept, say)
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
    name_sources(embed, concept, library, say, MAX_EMBED_FIELD_VALUE)
    pictures = with_figure(embed, concept, library, say)
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
    share = share_button(buttons.shared(question, concept.number, page), say, private=private)
    others = tuple(near for near in library.related_to(concept) if near.id != concept.id)
    return Screen(
        embeds=(embed,),
        rows=rows_of(
            concept_buttons(question, others, say),
            more + verdicts(question, say, concept) + share,
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
        card = concept_card(concept, say)
        name_sources(card, concept, library, say, MAX_SIDE_BY_SIDE_LINKS)
        cards.append(card)
    line = cut(_telling_apart(left, right, say), MAX_LINE)
    headline = discord.Embed(
        title=cut(
            say("compare-title", left=title_of(left, say), right=title_of(right, say)),
            MAX_EMBED_TITLE,
        ),
        description=line,
        colour=COLOUR,
    )
    itself = () if about is None or about in (left, right) else (about,)
    pictures = with_figure(headline, itself[0], library, say) if itself else ()
    pair = concept_buttons(question, (*itself, left, right), say)
    share = share_button(
        buttons.shared_pair(question, left.number, right.number), say, private=private
    )
    rows = rows_of(pair, verdicts(question, say) + share)
    return Screen(embeds=(headline, *cards), rows=rows, pictures=pictures)


def _telling_apart(left: Concept, right: Concept, say: Say) -> str:
    for one, other in ((left, right), (right, left)):
        for contrast in one.contrasts:
            if contrast.concept == other.id:
                return contrast.line.into(say.language)
    return say("compare-no-line")
