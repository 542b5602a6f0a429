"""Shows a member's record, to them alone: drawn, and the same numbers in words."""

from functools import partial

import discord

from bot.discord_ui import figures
from bot.discord_ui.screens import Button, Drawing, Screen
from bot.discord_ui.words import Say
from bot.review import buttons
from bot.review.board import Span
from bot.review.figure import Row, Section, Sheet, drawn
from bot.review.record import Named, Record, Share

COLOUR = discord.Colour(0x5353CF)
FIGURE_NAME = "record.png"
# Amber that is told from the violet and the green also without colours: it is darker.
WEAK_COLOUR = "#a35f1f"


def record_screen(record: Record, say: Say) -> Screen:
    """Show the record; whoever answered nothing yet is told how to begin."""
    rows = ((Button(say("review-begin"), buttons.begin(), "primary"), *_boards(say)),)
    embed = discord.Embed(title=say("record-title"), colour=COLOUR)
    if not record.total.answers:
        embed.description = say("record-empty")
        return Screen(embeds=(embed,), rows=rows)
    sheet = sheet_of(record, say)
    embed.description = "\n".join((f"**{sheet.headline}**", *sheet.lines))
    for section in sheet.sections:
        embed.add_field(name=section.heading, value=_words(section), inline=False)
    embed.set_image(url=f"attachment://{FIGURE_NAME}")
    picture = Drawing(FIGURE_NAME, _alt(sheet, say), partial(drawn, sheet))
    return Screen(embeds=(embed,), rows=rows, pictures=(picture,))


def sheet_of(record: Record, say: Say) -> Sheet:
    """Return what the figure shows."""
    streak, total = record.streak, record.total
    lines = (
        say("record-longest", days=streak.longest),
        say("record-total", answers=total.answers, right=total.right, percent=total.percent),
        say("record-due", count=record.due),
    )
    sections = (
        _section(say("record-topics"), record.topics, say, figures.BAR),
        _section(say("record-weak"), record.weak, say, WEAK_COLOUR),
        _section(say("record-strong"), record.strong, say, figures.KEY),
        _sure(record.sure, say),
    )
    shown = tuple(section for section in sections if section.rows)
    return Sheet(say("record-streak", days=streak.current), lines, shown)


def _section(heading: str, named: tuple[Named, ...], say: Say, colour: str) -> Section:
    rows = (_row(each.title.into(say.language), each.share, say) for each in named)
    return Section(heading, tuple(rows), colour)


def _sure(sure: Share, say: Say) -> Section:
    rows = (_row(say("record-sure.row"), sure, say),) if sure.answers else ()
    return Section(say("record-sure"), rows)


def _row(text: str, share: Share, say: Say) -> Row:
    amount = say("record-share", right=share.right, answers=share.answers, percent=share.percent)
    return Row(text, amount, share.right / share.answers)


def _words(section: Section) -> str:
    return "\n".join(f"{row.text} — {row.amount}" for row in section.rows)


def _alt(sheet: Sheet, say: Say) -> str:
    parts = [sheet.headline, *sheet.lines]
    for section in sheet.sections:
        rows = ", ".join(f"{row.text} {row.amount}" for row in section.rows)
        parts.append(f"{section.heading}: {rows}")
    return say("record-alt", numbers=" ".join(parts))


def _boards(say: Say) -> tuple[Button, ...]:
    return (
        Button(say("board-week"), buttons.board(Span.WEEK)),
        Button(say("board-month"), buttons.board(Span.MONTH)),
    )
