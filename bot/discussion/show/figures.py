"""Shows how many stand where, and who moved: as a figure, and the same numbers in words."""

from functools import partial

from bot.content.model import PromptKind
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_ALT_TEXT, Drawing
from bot.discord_ui.words import Say
from bot.discussion.bands import FlowDrawn, ShiftDrawn, StanceDrawn
from bot.discussion.figure import BarDrawn, BarsDrawn, bars_figure
from bot.discussion.model import Discussion
from bot.discussion.report import Report
from bot.discussion.shift import Shift
from bot.discussion.shift_figure import shift_figure
from bot.discussion.tally import Tally

DISTRIBUTION_NAME = "stances.png"
SHIFT_NAME = "shift.png"
MINUS = "\N{MINUS SIGN}"


def distribution_drawing(discussion: Discussion, tally: Tally, say: Say) -> Drawing:
    """Draw how many took each stance: after the first vote, or in an exchange of experience."""
    drawn = bars_of(discussion, tally, say)
    numbers = "; ".join(f"{bar.label} {bar.amount}" for bar in drawn.bars)
    alt = say(
        "discussion-figure-bars-alt", title=drawn.title, headline=drawn.headline, numbers=numbers
    )
    return Drawing(DISTRIBUTION_NAME, cut(alt, MAX_ALT_TEXT), partial(bars_figure, drawn))


def shift_drawing(discussion: Discussion, report: Report, say: Say) -> Drawing | None:
    """Draw both votes and who moved; None: there was no second vote."""
    drawn = shift_of_report(discussion, report, say)
    if drawn is None:
        return None
    stances = "; ".join(
        say(
            "discussion-shift-numbered",
            place=place,
            label=each.label,
            before=each.before,
            after=each.after,
        )
        for place, each in enumerate(drawn.stances, 1)
    )
    alt = say(
        "discussion-shift-alt",
        title=drawn.title,
        headline=drawn.headline,
        before=drawn.before,
        after=drawn.after,
        numbers=". ".join(filter(None, (stances, _flows_in_words(report.shift, say)))),
        note=drawn.note,
    )
    return Drawing(SHIFT_NAME, cut(alt.strip(), MAX_ALT_TEXT), partial(shift_figure, drawn))


def outcome_drawing(discussion: Discussion, report: Report, say: Say) -> Drawing | None:
    """Draw what came out: the shift, else the one vote there was; None: nobody voted."""
    shift = shift_drawing(discussion, report, say)
    if shift is None and report.first.voters:
        return distribution_drawing(discussion, report.first, say)
    return shift


def labels_of(discussion: Discussion, say: Say) -> list[str]:
    """Return the stances in the language of ``say``."""
    return [stance.label.into(say.language) for stance in discussion.prompt.stances]


def share_words(tally: Tally, stance: int, say: Say) -> str:
    """Return how many took ``stance``, and which share that is."""
    return say("discussion-share", n=tally.counts[stance], percent=tally.percent(stance))


def headline_of(report: Report, say: Say) -> str:
    """Return the one line to remember of a debate with two votes."""
    shift = report.shift
    if shift is None:
        return say("discussion-shift-unseen")
    if shift.merged:
        return say("discussion-shift-moved-merged", moved=shift.moved, n=shift.n)
    if not shift.n:
        return say("discussion-shift-unseen")
    return say("discussion-shift-moved", moved=shift.moved, n=shift.n)


def bars_of(discussion: Discussion, tally: Tally, say: Say) -> BarsDrawn:
    """Return what the figure of one vote shows."""
    prompt = discussion.prompt
    is_debate = prompt.kind is PromptKind.DEBATE
    headline = "discussion-figure-voted" if is_debate else "discussion-figure-shared"
    return BarsDrawn(
        headline=say(headline, n=tally.voters),
        title=prompt.title.into(say.language),
        bars=tuple(
            BarDrawn(label, share_words(tally, place, say), tally.share(place))
            for place, label in enumerate(labels_of(discussion, say))
        ),
        note=say("discussion-figure-several", n=tally.voters) if prompt.several else "",
    )


def shift_of_report(discussion: Discussion, report: Report, say: Say) -> ShiftDrawn | None:
    """Return what the figure of the shift shows; None: there was no second vote."""
    first, second, shift = report.first, report.second, report.shift
    if second is None:
        return None
    pairs = zip(labels_of(discussion, say), first.counts, second.counts, strict=True)
    return ShiftDrawn(
        headline=headline_of(report, say),
        title=discussion.prompt.title.into(say.language),
        before=say("discussion-shift-before", n=first.voters),
        after=say("discussion-shift-after", n=second.voters),
        stances=tuple(
            StanceDrawn(
                label,
                before,
                after,
                say("discussion-people", n=before),
                say("discussion-people", n=after),
                signed(after - before),
            )
            for label, before, after in pairs
        ),
        flows=tuple(
            FlowDrawn(source, target, members, say("discussion-people", n=members))
            for source, target, members in flows_of(shift)
        ),
        note=note_of(shift, say),
    )


def note_of(shift: Shift | None, say: Say) -> str:
    """Return what the faded ends of the bands are; empty: there are none."""
    if shift is None:
        return say("discussion-shift-all-hidden")
    if shift.merged:
        return say("discussion-shift-hidden")
    first, second = sum(shift.only_first), sum(shift.only_second)
    return say("discussion-shift-once", first=first, second=second) if first or second else ""


def flows_of(shift: Shift | None) -> list[tuple[int, int, int]]:
    """Return (from, to, members) of every cell that anybody is in."""
    if shift is None:
        return []
    return [
        (source, target, members)
        for source, row in enumerate(shift.cells)
        for target, members in enumerate(row)
        if members
    ]


def signed(change: int) -> str:
    """Return ``change`` with its sign; empty: none."""
    if not change:
        return ""
    return f"+{change}" if change > 0 else f"{MINUS}{-change}"


def _flows_in_words(shift: Shift | None, say: Say) -> str:
    """Return who moved by the stances' places, as short as an alt text must be."""
    if shift is None:
        return ""
    moves = [
        say("discussion-shift-places", source=source + 1, target=target + 1, n=members)
        for source, target, members in flows_of(shift)
        if source != target
    ]
    return ", ".join([*moves, say("discussion-shift-stayed", n=shift.stayed)])
