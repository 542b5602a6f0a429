"""Shows a round's start, an item that is open, and its result."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.content.model import Text
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_EMBED_FIELD_VALUE, Button, Screen
from bot.discord_ui.words import Say
from bot.ids import MemberId
from bot.quiz.model import AskedItem
from bot.quiz.rounds.model import Placed
from bot.quiz.rounds.show.controls import Controls, control_row
from bot.quiz.show import parts
from bot.quiz.show.question import answer_rows, question_words
from bot.quiz.show.result import result_screen
from bot.quiz.snapshot import Snapshot
from bot.quiz.tally import Tally

SHOWN_TOPIC = 200
# Enough to see who leads; the table comes at the end.
SHOWN_SCORES = 5

Naming = Callable[[MemberId], str]


@dataclass(frozen=True, slots=True)
class Start:
    """What a round's start says; ``until``: when the first item comes, if that is known."""

    topic: Text
    items: int
    seconds: int
    until: datetime | None = None
    in_thread: bool = False
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its round an item stands; ``part`` counts from 0.

    ``until``: when it closes, or (of a result) the next one comes; None while the round pauses,
    or where nothing comes.
    """

    part: int
    parts: int
    until: datetime | None = None
    controls: Controls | None = None


def start_screen(post: int, start: Start, controls: Controls | None, say: Say) -> Screen:
    """Say that a round begins, from what, and how it goes."""
    topic = cut(start.topic.into(say.language), SHOWN_TOPIC)
    lines = [
        say("round-start-what", topic=topic, items=start.items, seconds=start.seconds),
        say("round-start-how"),
    ]
    if start.in_thread:
        lines.append(say("round-thread"))
    if start.is_over:
        lines = [lines[0], say("round-over-early")]
    elif controls is not None and controls.is_paused:
        lines.append(say("round-paused"))
    elif start.until is not None:
        lines.append(say("round-first", at=parts.moment(start.until)))
    embed = discord.Embed(
        title=say("round-start"), description="\n\n".join(lines), colour=parts.COLOUR
    )
    return Screen(embeds=(embed,), rows=_controls(post, controls, say))


def item_screen(
    post: int, asked: int, snapshot: Snapshot, place: Place, answers: int, say: Say
) -> Screen:
    """Show the question with what answers it, its countdown, and how many have answered."""
    lines = []
    if place.controls is not None and place.controls.is_paused:
        lines.append(say("round-paused-open"))
    elif place.until is not None:
        lines.append(say("quiz-closes", at=parts.moment(place.until)))
    if answers:
        lines.append(say("quiz-so-far", answers=answers))
    embed = discord.Embed(
        title=say("round-question", part=place.part + 1, parts=place.parts),
        description="\n\n".join([*question_words(snapshot, say), parts.small(lines)]),
        colour=parts.COLOUR,
    )
    parts.name_source(embed, snapshot, say)
    rows = answer_rows(post, asked, snapshot, say)
    return Screen(embeds=(embed,), rows=(*rows, *_controls(post, place.controls, say)))


def closed_screen(
    post: int,
    asked: AskedItem,
    tally: Tally,
    place: Place,
    rows: Sequence[Placed],
    naming: Naming,
    say: Say,
) -> Screen:
    """Show the result as the daily quiz does, who leads, and when the next item comes."""
    shown = result_screen(post, asked, tally, say)
    embed = shown.embeds[0]
    embed.title = say("round-result", part=place.part + 1, parts=place.parts)
    if rows:
        embed.add_field(name=say("round-score"), value=_scores(rows, naming, say), inline=False)
    if place.controls is not None and place.controls.is_paused:
        line = say("round-paused")
    elif place.until is not None:
        line = say("round-next", at=parts.moment(place.until))
    else:
        line = ""
    if line:
        embed.description = f"{embed.description}\n\n{parts.small([line])}"
    controls = _controls(post, place.controls, say)
    return Screen(embeds=(embed,), rows=(*shown.rows, *controls), pictures=shown.pictures)


def _scores(rows: Sequence[Placed], naming: Naming, say: Say) -> str:
    lines = [
        say(
            "round-score-line",
            place=row.place,
            name=naming(row.score.member),
            right=row.score.right,
        )
        for row in rows[:SHOWN_SCORES]
    ]
    if len(rows) > SHOWN_SCORES:
        lines.append(say("round-more", count=len(rows) - SHOWN_SCORES))
    return cut("\n".join(lines), MAX_EMBED_FIELD_VALUE)


def _controls(post: int, controls: Controls | None, say: Say) -> tuple[tuple[Button, ...], ...]:
    return (control_row(post, controls, say),) if controls is not None else ()
