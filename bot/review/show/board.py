"""Shows the leaderboard: only members who chose to be on it."""

from collections.abc import Mapping

import discord

from bot.discord_ui.screens import Button, Screen
from bot.discord_ui.words import Say
from bot.ids import MemberId
from bot.review import buttons
from bot.review.board import MAX_SHOWN, Board, Ranked, Span

COLOUR = discord.Colour(0x5353CF)


def board_screen(board: Board, me: MemberId, names: Mapping[MemberId, str], say: Say) -> Screen:
    """Show the first places, and the reader's own wherever it is."""
    shown = shown_of(board, me)
    body = "\n".join(_line(each, me, names, say) for each in shown)
    embed = discord.Embed(
        title=say("board-week" if board.span is Span.WEEK else "board-month"),
        description=body or say("board-empty"),
        colour=COLOUR,
    )
    embed.set_footer(text=say("board-how", count=board.seen))
    if board.is_mine:
        row = Button(say("board-leave"), buttons.be_seen(board.span, seen=False))
    else:
        row = Button(say("board-join"), buttons.be_seen(board.span, seen=True), "primary")
    return Screen(embeds=(embed,), rows=((row,),))


def shown_of(board: Board, me: MemberId) -> tuple[Ranked, ...]:
    """Return whose places are shown to ``me``."""
    first = board.ranked[:MAX_SHOWN]
    mine = tuple(each for each in board.ranked[MAX_SHOWN:] if each.member == me)
    return first + mine


def _line(each: Ranked, me: MemberId, names: Mapping[MemberId, str], say: Say) -> str:
    words = say(
        "board-line",
        place=each.place,
        name=names.get(each.member, f"<@{each.member}>"),
        right=each.score.right,
        answers=each.score.answers,
    )
    return f"**{words}**" if each.member == me else words
