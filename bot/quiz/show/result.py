"""Shows what a group answered, once the item is closed."""

from functools import partial

import discord

from bot.content.model import ItemKind
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_EMBED_FIELD_VALUE, Button, Drawing, Screen
from bot.discord_ui.words import Say
from bot.quiz import buttons
from bot.quiz.figure import BarShown, Chart, drawn
from bot.quiz.model import AskedItem
from bot.quiz.show import parts
from bot.quiz.snapshot import Snapshot
from bot.quiz.tally import Bar, Tally, percent

FIGURE_NAME = "quiz-result.png"
# Peer instruction: below this share of right answers, talking about it teaches most.
DISCUSS_BELOW = 60
DISCUSS_FROM = 5
# As many as a discussion has room for.
MAX_STANCES = 5


def result_screen(post: int, asked: AskedItem, tally: Tally, say: Say) -> Screen:
    """Show the key, why, and how many took what: as a figure, and the same numbers in words."""
    snapshot = asked.snapshot
    body = [
        parts.stem(snapshot, say),
        say("quiz-key", key=parts.key_words(snapshot, say)),
        parts.explanation(snapshot, say),
        _counted(tally, say),
    ]
    embed = discord.Embed(
        title=say("quiz-result", day=f"{asked.day:%m-%d}"),
        description="\n\n".join(body),
        colour=parts.COLOUR,
    )
    parts.name_source(embed, snapshot, say)
    pictures: tuple[Drawing, ...] = ()
    if tally.answers:
        chart = chart_of(asked, tally, say)
        shares = cut("\n".join(_lines(chart)), MAX_EMBED_FIELD_VALUE)
        embed.add_field(name=shares_title(snapshot, say), value=shares, inline=False)
        embed.set_image(url=f"attachment://{FIGURE_NAME}")
        alt = say("quiz-figure-alt", answers=tally.answers, shares=", ".join(_lines(chart)))
        pictures = (Drawing(FIGURE_NAME, alt, partial(drawn, chart)),)
    row: tuple[Button, ...] = (
        Button(say("quiz-mine"), buttons.mine(post, asked.number)),
        parts.concept_button(post, snapshot, say),
    )
    if is_worth_discussing(asked, tally):
        row = (*row, Button(say("quiz-discuss"), buttons.discuss(post, asked.number)))
    return Screen(embeds=(embed,), rows=(row,), pictures=pictures)


def shares_title(snapshot: Snapshot, say: Say) -> str:
    """Return what stands above the shares: choices are taken, short answers are given."""
    return say("quiz-shares-short" if snapshot.kind is ItemKind.SHORT else "quiz-shares")


def is_worth_discussing(asked: AskedItem, tally: Tally) -> bool:
    """Tell whether enough answered, too few of them right, and there are sides to take."""
    sides = len(asked.snapshot.options)
    is_low = 100 * tally.right < DISCUSS_BELOW * tally.answers
    return tally.answers >= DISCUSS_FROM and is_low and 1 < sides <= MAX_STANCES


def chart_of(asked: AskedItem, tally: Tally, say: Say) -> Chart:
    """Return what the figure shows."""
    return Chart(
        title=asked.snapshot.stem.into(say.language),
        caption=_counted(tally, say),
        # 맞은 답 · 정답 would say it twice.
        key_word="" if asked.snapshot.kind is ItemKind.SHORT else say("quiz-key-mark"),
        bars=tuple(_bar(asked, bar, tally, say) for bar in tally.bars),
    )


def _bar(asked: AskedItem, bar: Bar, tally: Tally, say: Say) -> BarShown:
    snapshot = asked.snapshot
    if bar.index is None:
        text = say("quiz-short-right" if bar.is_key else "quiz-short-other")
    else:
        option = snapshot.option(bar.index)
        if option is None:
            raise ValueError(f"{snapshot.item} has no option {bar.index}")
        text = parts.label(snapshot, option, say)
    share = percent(bar.members, tally.answers)
    amount = say("quiz-share", members=bar.members, percent=share)
    return BarShown(text, amount, bar.members / max(tally.answers, 1), bar.is_key)


def _counted(tally: Tally, say: Say) -> str:
    if not tally.answers:
        return say("quiz-nobody")
    return say("quiz-counted", answers=tally.answers, right=tally.right, percent=tally.percent)


def _lines(chart: Chart) -> list[str]:
    return [
        f"{bar.text}: {bar.amount}"
        + (f" · {chart.key_word}" if bar.is_key and chart.key_word else "")
        for bar in chart.bars
    ]
