"""Shows a round's table to everyone, and to each member their own place in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import discord

from bot.content.model import Text
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_EMBED_DESCRIPTION, Button, Screen
from bot.discord_ui.words import Say
from bot.ids import MemberId
from bot.quiz.rounds import buttons
from bot.quiz.rounds.claims import SHOWN_PLACES, text_of
from bot.quiz.rounds.model import Ending, Placed, Round, Score
from bot.quiz.rounds.show.item import SHOWN_TOPIC, Naming
from bot.quiz.show import parts


@dataclass(frozen=True, slots=True)
class Table:
    """A round's table: so many items were asked, so many members answered at least one.

    ``rows``: the first places.
    """

    topic: Text
    items: int
    members: int
    ending: Ending
    rows: tuple[Placed, ...]

    @classmethod
    def of(cls, over: Round, rows: Sequence[Placed]) -> Self:
        """Return the table of a round that is over, by everybody's ``rows``."""
        ending = over.ending or Ending.DONE
        return cls(over.topic, over.asked, len(rows), ending, tuple(rows[:SHOWN_PLACES]))

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Return what a claim keeps."""
        return cls(
            topic=text_of(stored["topic"]),
            items=stored["items"],
            members=stored["members"],
            ending=Ending(stored["ending"]),
            rows=tuple(
                Placed(place, Score(MemberId(member), answers, right))
                for place, member, answers, right in stored["rows"]
            ),
        )


def table_screen(post: int, number: int, table: Table, naming: Naming, say: Say) -> Screen:
    """Show the first places, how many took part, and why it is over before its end."""
    body = [
        say(
            "round-table-line",
            place=row.place,
            name=naming(row.score.member),
            right=row.score.right,
            items=table.items,
        )
        for row in table.rows
    ]
    if table.members > len(table.rows):
        body.append(say("round-more", count=table.members - len(table.rows)))
    topic = cut(table.topic.into(say.language), SHOWN_TOPIC)
    lines = [
        say("round-table-what", topic=topic, items=table.items, members=table.members),
        "\n".join(body) or say("round-nobody"),
    ]
    if table.ending is not Ending.DONE:
        lines.insert(1, say(f"round-ended-{table.ending}"))
    embed = discord.Embed(
        title=say("round-table"),
        description=cut("\n\n".join(lines), MAX_EMBED_DESCRIPTION),
        colour=parts.COLOUR,
    )
    row = (Button(say("round-mine"), buttons.result(post, number), "primary"),)
    return Screen(embeds=(embed,), rows=(row,))


def own_screen(over: Round, mine: Placed, members: int, say: Say) -> Screen:
    """Show a member, privately, how they did."""
    embed = discord.Embed(
        title=say("round-mine"),
        description=say(
            "round-mine-line",
            place=mine.place,
            members=members,
            items=over.asked,
            answers=mine.score.answers,
            right=mine.score.right,
        ),
        colour=parts.COLOUR,
    )
    embed.set_footer(text=say("round-mine-review"))
    return Screen(embeds=(embed,))
