"""Shows moderators how the items went, with n and a word on what each figure means."""

from collections.abc import Sequence

import discord

from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_EMBED_FIELD_NAME, MAX_EMBED_FIELD_VALUE, Button, Screen
from bot.discord_ui.words import Say
from bot.quiz.desk import buttons
from bot.quiz.report import Report
from bot.quiz.show import parts
from bot.quiz.statistics import MIN_ANSWERS, MIN_FOR_DISCRIMINATION, ItemStatistics
from bot.quiz.tally import percent

ITEMS_A_PAGE = 5
SHOWN_OPTION = 60
# Ours, so that a group reads a word and not a number.
_FACILITY = ((0.9, "very-easy"), (0.7, "easy"), (0.4, "fitting"), (0.2, "hard"), (0, "very-hard"))
# After Ebel's rule of thumb (1972, "Essentials of Educational Measurement", p. 399).
_DISCRIMINATION = ((0.4, "very-well"), (0.3, "well"), (0.2, "somewhat"), (0, "little"))


def statistics_screen(reports: Sequence[Report], page: int, say: Say) -> Screen:
    """Show a page (from 0) of how the items went, what is flagged first."""
    if not reports:
        return Screen(say("stats-none"))
    pages = -(-len(reports) // ITEMS_A_PAGE)
    page = min(page, pages - 1)
    flagged = sum(bool(each.statistics.flags) for each in reports)
    embed = discord.Embed(
        title=say("stats-title"),
        description=say("stats-head", items=len(reports), flagged=flagged),
        colour=parts.COLOUR,
    )
    for each in reports[page * ITEMS_A_PAGE : (page + 1) * ITEMS_A_PAGE]:
        stem = cut(each.snapshot.stem.into(say.language), MAX_EMBED_FIELD_NAME // 2)
        value = cut("\n".join(_lines(each, say)), MAX_EMBED_FIELD_VALUE)
        embed.add_field(name=stem, value=value, inline=False)
    embed.set_footer(text=say("stats-foot", page=page + 1, pages=pages))
    row = []
    if page > 0:
        row.append(Button(say("inbox-before"), buttons.stats(page - 1)))
    if page + 1 < pages:
        row.append(Button(say("inbox-after"), buttons.stats(page + 1)))
    return Screen(embeds=(embed,), rows=(tuple(row),) if row else ())


def _lines(report: Report, say: Say) -> list[str]:
    found = report.statistics
    words = say("stats-few", least=MIN_ANSWERS)
    if found.answers >= MIN_ANSWERS:
        words = say(f"stats-facility-{_band(_FACILITY, found.facility)}")
    lines = [f"⚠ {say(f'stats-flag-{flag}')}" for flag in found.flags]
    lines.append(
        say(
            "stats-facility",
            answers=found.answers,
            right=found.right,
            percent=percent(found.right, found.answers),
            words=words,
        )
    )
    return [*lines, *_shares(report, say), _discrimination(found, say)]


def _shares(report: Report, say: Say) -> list[str]:
    lines = []
    for share in report.statistics.shares:
        option = report.snapshot.option(share.index)
        if option is not None:
            mark = "✓" if share.is_key else "·"
            # Without the letter: it was another on other days.
            text = cut(parts.option_words(report.snapshot, option, say), SHOWN_OPTION)
            of_all = percent(share.members, report.statistics.answers)
            lines.append(f"{mark} {text}: {share.members} ({of_all} %)")
    return lines


def _discrimination(found: ItemStatistics, say: Say) -> str:
    value = found.discrimination
    if value is None:
        key = "stats-discrimination-few"
        if found.compared >= MIN_FOR_DISCRIMINATION:
            key = "stats-discrimination-none"
        return say(key, least=MIN_FOR_DISCRIMINATION)
    band = _band(_DISCRIMINATION, value) if value >= 0 else "backwards"
    words = say(f"stats-discrimination-{band}")
    return say("stats-discrimination", value=f"{value:+.2f}", n=found.compared, words=words)


def _band(bands: Sequence[tuple[float, str]], value: float) -> str:
    return next(name for least, name in bands if value >= least)
