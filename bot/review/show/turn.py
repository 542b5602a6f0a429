"""Shows a round of review or practice: an item, the answer to it, how it went; one at a time."""

from functools import partial

import discord

from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_MODAL_TITLE, Button, ModalScreen, Screen
from bot.discord_ui.words import Say
from bot.posts.adopting import NO_POST
from bot.quiz.show import parts
from bot.quiz.show.answer import judged_embed, sureness_row
from bot.quiz.show.practice import practice_button
from bot.quiz.show.question import Ways, answer_field, question_words, rows_of
from bot.review import buttons
from bot.review.model import Answered, Mode, RunOver, Turn


def turn_screen(turn: Turn, say: Say, *, note: str = "") -> Screen:
    """Show the item with what answers it; ``note`` stands above the first one of a round."""
    snapshot, number = turn.snapshot, turn.number
    embed = discord.Embed(
        title=_title(turn, say),
        description="\n\n".join(question_words(snapshot, say)),
        colour=parts.COLOUR,
    )
    parts.name_source(embed, snapshot, say)
    ways = Ways(partial(buttons.picked, number), buttons.chosen(number), buttons.write(number))
    return Screen(note, (embed,), rows_of(snapshot, ways, say))


def begun_screen(turn: Turn, say: Say, *, asked_for: Mode) -> Screen:
    """Show the first item of a round; where none was due, say that these are for practice."""
    if asked_for is Mode.REVIEW and turn.run.mode is Mode.PRACTICE:
        return turn_screen(turn, say, note=say("review-none-due", count=turn.run.length))
    return turn_screen(turn, say)


def turn_modal(turn: Turn, say: Say) -> ModalScreen:
    """Ask for a short answer."""
    title = cut(_title(turn, say), MAX_MODAL_TITLE)
    return ModalScreen(title, buttons.written(turn.number), (answer_field(turn.snapshot, say),))


def told_screen(answered: Answered, say: Say, *, note: str = "") -> Screen:
    """Show whether the answer is right and why, and go on from there."""
    turn = answered.turn
    embed = judged_embed(
        turn.snapshot, answered.given, answered.verdict, say, is_new=answered.is_new
    )
    embed.set_author(name=_title(turn, say))
    number = turn.number
    words = say("review-finish" if turn.is_last else "review-next")
    go_on = (
        Button(words, buttons.after(number), "primary"),
        parts.concept_button(NO_POST, turn.snapshot, say),
    )
    row = sureness_row(turn.sureness, partial(buttons.sure, number), say)
    return Screen(note, (embed,), (row, go_on))


def over_screen(over: RunOver, say: Say) -> Screen:
    """Show how the round went, and what could come next."""
    body = [say("review-over", answers=over.answered, right=over.right)]
    row: tuple[Button, ...] = (practice_button(say),)
    if over.due:
        body.append(say("review-more-due", count=over.due))
        row = (Button(say("review-begin"), buttons.begin(), "primary"), *row)
    else:
        body.append(say("review-all-done"))
    embed = discord.Embed(
        title=_over_title(over, say), description="\n".join(body), colour=parts.RIGHT_COLOUR
    )
    return Screen(embeds=(embed,), rows=(row,))


def _title(turn: Turn, say: Say) -> str:
    place, length = turn.place, turn.run.length
    if turn.run.mode is Mode.REVIEW:
        return say("review-title", place=place, length=length)
    return say("practice-title", place=place, length=length)


def _over_title(over: RunOver, say: Say) -> str:
    return say("review-over-title" if over.run.mode is Mode.REVIEW else "practice-over-title")
