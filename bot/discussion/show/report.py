"""Shows what a discussion came to: a figure, and everything that was counted in words."""

from collections.abc import Iterable, Mapping, Sequence

import discord

from bot.content.model import PromptKind
from bot.discord_ui.cutting import cut, plain, units
from bot.discord_ui.screens import (
    MAX_EMBED_FIELD_VALUE,
    MAX_EMBED_TITLE,
    MAX_EMBEDS_TOTAL,
    Part,
    Screen,
)
from bot.discord_ui.words import Say
from bot.discussion.model import Discussion, Voter
from bot.discussion.report import FieldShown, ReasonShown, Report
from bot.discussion.show.figures import (
    flows_of,
    headline_of,
    labels_of,
    note_of,
    outcome_drawing,
    share_words,
    signed,
)
from bot.discussion.show.parts import reason_labels

COLOUR = discord.Colour(0x0072B2)
MAX_SAID = 140
MAX_SHOWN_LABEL = 60
MAX_QUESTION_SHOWN = 300
NOBODY_NAMED: Mapping[Voter, str] = {}
Rows = tuple[tuple[Part, ...], ...]


def report_screen(
    discussion: Discussion,
    report: Report,
    say: Say,
    *,
    names: Mapping[Voter, str] = NOBODY_NAMED,
    rows: Rows = (),
) -> Screen:
    """Show the report; ``names`` are nicknames by voter, of those that could be found."""
    prompt = discussion.prompt
    is_debate = prompt.kind is PromptKind.DEBATE
    title = say(
        "discussion-report-title" if is_debate else "discussion-report-title-shared",
        title=prompt.title.into(say.language),
    )
    embed = discord.Embed(
        title=cut(title, MAX_EMBED_TITLE),
        description="\n".join(_opening(discussion, report, say)),
        colour=COLOUR,
    )
    parts = [part for part in _parts(discussion, report, say, names) if part[1]]
    limit = _room(embed, [heading for heading, _ in parts])
    for heading, lines in parts:
        embed.add_field(name=heading, value=_within(lines, limit, say), inline=False)
    drawing = outcome_drawing(discussion, report, say)
    if drawing is None:
        return Screen(embeds=(embed,), rows=rows)
    embed.set_image(url=f"attachment://{drawing.name}")
    return Screen(embeds=(embed,), rows=rows, pictures=(drawing,))


def distribution_lines(discussion: Discussion, report: Report, say: Say) -> list[str]:
    """Return how many took each stance, in both votes where there were two."""
    labels = [cut(label, MAX_SHOWN_LABEL) for label in labels_of(discussion, say)]
    first, second = report.first, report.second
    if second is None:
        return [f"{label}: {share_words(first, place, say)}" for place, label in enumerate(labels)]
    return [
        _both(label, before, after, say)
        for label, before, after in zip(labels, first.counts, second.counts, strict=True)
    ]


def move_lines(discussion: Discussion, report: Report, say: Say) -> list[str]:
    """Return who moved from where to where, the most first; empty: it is not known, or hidden."""
    shift = report.shift
    if shift is None or not shift.n:
        return []
    labels = [cut(label, MAX_SHOWN_LABEL) for label in labels_of(discussion, say)]
    moves = sorted(
        (flow for flow in flows_of(shift) if flow[0] != flow[1]), key=lambda flow: -flow[2]
    )
    lines = [
        say("discussion-shift-flow", source=labels[source], target=labels[target], n=members)
        for source, target, members in moves
    ]
    return [*lines, say("discussion-shift-stayed", n=shift.stayed)]


def _opening(discussion: Discussion, report: Report, say: Say) -> Iterable[str]:
    question = discussion.prompt.question.into(say.language)
    yield cut(question, MAX_QUESTION_SHOWN)
    if not report.first.voters and report.second is None:
        yield f"\n**{say('discussion-report-nobody')}**"
    elif report.second is not None:
        yield f"\n**{headline_of(report, say)}**"
        note = note_of(report.shift, say)
        if note:
            yield f"-# {note}"
    elif discussion.prompt.kind is PromptKind.DEBATE:
        yield f"\n{say('discussion-report-first-only')}"
    elif discussion.prompt.several:
        yield f"-# {say('discussion-figure-several', n=report.first.voters)}"
    told = say(reason_labels(discussion).counted, n=report.reasons)
    if report.members is None:
        yield told
    else:
        yield say("discussion-report-counted", members=report.members, told=told)


def _parts(
    discussion: Discussion, report: Report, say: Say, names: Mapping[Voter, str]
) -> Iterable[tuple[str, list[str]]]:
    if report.first.voters or report.second is not None:
        yield _votes_heading(discussion, report, say), distribution_lines(discussion, report, say)
    if report.shift is not None:
        yield (
            say("discussion-report-moves", n=report.shift.n),
            move_lines(discussion, report, say),
        )
    yield say("discussion-report-agreed"), _reasons(report.agreed, say, names)
    yield say("discussion-report-divisive"), _reasons(report.divisive, say, names)
    yield from fields_in_words(discussion, report, say)
    questions = [
        f"• {plain(each.text, MAX_SAID)}{_signature(each.author, names)}"
        for each in report.open_questions
    ]
    yield say("discussion-report-questions"), questions
    cited = [
        say("discussion-report-cited-value", title=each.title.into(say.language), n=each.n)
        for each in report.cited
    ]
    yield say("discussion-report-cited"), [", ".join(cited)] if cited else []


def _votes_heading(discussion: Discussion, report: Report, say: Say) -> str:
    if report.second is not None:
        return say("discussion-report-both", first=report.first.voters, second=report.second.voters)
    if discussion.prompt.kind is PromptKind.DEBATE:
        return say("discussion-report-first", n=report.first.voters)
    return say("discussion-report-stances", n=report.first.voters)


def fields_in_words(
    discussion: Discussion, report: Report, say: Say, limit: int = MAX_SAID
) -> list[tuple[str, list[str]]]:
    """Return each field's label with what was written there, each value in ``limit`` units."""
    labels = {field.id: field.label.into(say.language) for field in discussion.prompt.fields}
    return [
        (labels.get(each.field, each.field), _values(each, say, limit)) for each in report.fields
    ]


def _values(shown: FieldShown, say: Say, limit: int) -> list[str]:
    return [
        "• " + say("discussion-report-counted-value", value=plain(value, limit), n=n)
        for value, n in shown.values
    ]


def _both(label: str, before: int, after: int, say: Say) -> str:
    words = say("discussion-shift-stance", label=label, before=before, after=after)
    return f"{words} ({signed(after - before)})" if after != before else words


def _reasons(reasons: Sequence[ReasonShown], say: Say, names: Mapping[Voter, str]) -> list[str]:
    return [
        f"• {plain(each.text, MAX_SAID)}{_signature(each.author, names)}\n"
        f"-# {say('discussion-report-marks', agree=each.marks.agree, differ=each.marks.differ)}"
        for each in reasons
    ]


def _signature(author: Voter | None, names: Mapping[Voter, str]) -> str:
    if author is None:
        return ""
    # A mention in an embed shows the nickname and pings nobody.
    return f" — {plain(names[author], 40)}" if author in names else f" — <@{author}>"


def _room(embed: discord.Embed, headings: Sequence[str]) -> int:
    """Return how long each part below those headings may be, in UTF-16 units."""
    taken = sum(map(units, (embed.title or "", embed.description or "", *headings)))
    left = (MAX_EMBEDS_TOTAL - taken) // max(len(headings), 1)
    return min(left, MAX_EMBED_FIELD_VALUE)


def _within(lines: Sequence[str], limit: int, say: Say) -> str:
    """Return as many whole lines as a part has room for, and how many more there are."""
    kept: list[str] = []
    room = limit - units(say("discussion-report-more", n=len(lines))) - 1
    for line in lines:
        room -= units(line) + 1
        if room < 0:
            break
        kept.append(line)
    if not kept:
        kept = [cut(lines[0], limit // 2)]
    if len(kept) < len(lines):
        kept.append(say("discussion-report-more", n=len(lines) - len(kept)))
    return "\n".join(kept)
