"""Shows the questions of a discussion: their forms, a private list, and what answered them."""

from collections.abc import Mapping, Sequence

import discord

from bot.content.model import Text
from bot.discord_ui.cutting import plain
from bot.discord_ui.screens import Button, Input, ModalScreen, Part, Screen
from bot.discord_ui.words import Say
from bot.discussion import buttons
from bot.discussion.model import MAX_QUESTION, Discussion, OpenQuestion
from bot.discussion.show.parts import COLOUR, NOBODY_NAMED, Names, signature

ON_A_PAGE = 5
MAX_CONCEPT = 60
Titles = Mapping[str, Text]


def ask_modal(discussion: Discussion, say: Say) -> ModalScreen:
    """Ask what somebody wonders about."""
    field = Input(
        buttons.TEXT,
        say("discuss-ask-label"),
        placeholder=say("discuss-ask-label.placeholder"),
        long=True,
        max_length=MAX_QUESTION,
    )
    return ModalScreen(say("discuss-ask"), buttons.asked(discussion.id), (field,))


def asked_screen(question: OpenQuestion, say: Say) -> Screen:
    """Say that a question is kept, and waits for an answer."""
    return Screen(f"{say('discuss-asked')}\n> {plain(question.text)}")


def answer_modal(discussion: Discussion, question: OpenQuestion, say: Say) -> ModalScreen:
    """Ask for a concept that answers, for an answer in words, or for both."""
    concept = Input(
        buttons.CONCEPT,
        say("discuss-answer-concept"),
        placeholder=say("discuss-answer-concept.placeholder"),
        required=False,
        max_length=MAX_CONCEPT,
    )
    words = Input(
        buttons.ANSWER_TEXT,
        say("discuss-answer-words"),
        placeholder=plain(question.text, 90),
        long=True,
        required=False,
        max_length=MAX_QUESTION,
    )
    sent = buttons.answered(discussion.id, question.id)
    return ModalScreen(say("discuss-answer-title"), sent, (concept, words))


def questions_screen(
    discussion: Discussion,
    questions: Sequence[OpenQuestion],
    page: int,
    titles: Titles,
    say: Say,
    *,
    names: Names = NOBODY_NAMED,
    note: str = "",
) -> Screen:
    """Show ``page`` (from 0) of the questions, those without an answer first."""
    row: tuple[Part, ...] = ()
    if discussion.phase.is_open:
        row = (Button(say("discuss-ask"), buttons.ask(discussion.id)),)
    if not questions:
        words = "\n".join(filter(None, (note, say("discuss-questions-none"))))
        return Screen(words, rows=(row,) if row else ())
    ordered = sorted(questions, key=lambda each: not each.is_open)
    pages = -(-len(ordered) // ON_A_PAGE)
    page = min(page, pages - 1)
    shown = ordered[page * ON_A_PAGE :][:ON_A_PAGE]
    places = {each.id: place for place, each in enumerate(ordered, 1)}
    embed = discord.Embed(
        title=say("discuss-questions-title", n=len(ordered)),
        description="\n\n".join(
            _words(discussion, each, places[each.id], titles, names, say) for each in shown
        ),
        colour=COLOUR,
    )
    answers: tuple[Part, ...] = ()
    if discussion.phase.is_open:
        answers = tuple(
            Button(
                say("discuss-answer", place=places[each.id]),
                buttons.answer(discussion.id, each.id),
                "primary",
            )
            for each in shown
            if each.is_open
        )
    if page > 0:
        row = (Button(say("discuss-before"), buttons.question(discussion.id, page - 1)), *row)
    if page + 1 < pages:
        row = (*row, Button(say("discuss-after"), buttons.question(discussion.id, page + 1)))
    return Screen(note, (embed,), tuple(each for each in (answers, row) if each))


def _words(
    discussion: Discussion,
    question: OpenQuestion,
    place: int,
    titles: Titles,
    names: Names,
    say: Say,
) -> str:
    author = None if discussion.anonymous else question.voter
    line = f"{place}. **{plain(question.text)}**{signature(author, names)}"
    if question.is_open:
        return f"{line}\n-# {say('discuss-question-open')}"
    said = []
    if question.concept is not None:
        title = titles.get(question.concept, Text(question.concept)).into(say.language)
        said.append(say("discuss-question-cited", concept=title))
    if question.answer is not None:
        by = None if discussion.anonymous else question.answered_by
        said.append(f"{plain(question.answer)}{signature(by, names)}")
    return "\n".join((line, *(f"↳ {each}" for each in said)))
