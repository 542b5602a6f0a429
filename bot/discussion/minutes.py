"""Writes a discussion down as Markdown, in the shape of the group's notes."""

from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.content.model import PromptKind
from bot.discord_ui.cutting import plain
from bot.discord_ui.words import Say
from bot.discussion.model import Discussion, Voter
from bot.discussion.report import ReasonShown, Report
from bot.discussion.shift import Shift
from bot.discussion.show.figures import headline_of
from bot.discussion.show.parts import reason_labels
from bot.discussion.show.report import distribution_lines, fields_in_words, move_lines

# Longer than a reason or a field may be: nothing is cut.
WHOLE = 4000


def minutes_of(
    discussion: Discussion,
    report: Report,
    reasons: Sequence[ReasonShown],
    say: Say,
    names: Mapping[Voter, str] | None = None,
) -> str:
    """Return the minutes, which the importer of notes reads; ``reasons`` are all, in their order.

    ``names`` are nicknames by voter; None: nobody is named. An anonymous one names nobody anyway.
    """
    signing = Signing(say, {} if discussion.anonymous or names is None else names)
    blocks = _blocks(discussion, report, reasons, say, signing)
    return "\n\n".join(filter(None, blocks)) + "\n"


class Signing:
    """Writes what a member said as one line of Markdown, signed where there is a name."""

    def __init__(self, say: Say, names: Mapping[Voter, str]) -> None:
        """Speak with ``say``; sign with ``names``."""
        self._say = say
        self._names = names

    def reason(self, reason: ReasonShown) -> str:
        """Return a reason with its marks."""
        marks, text = reason.marks, self._signed(reason.text, reason.author)
        if not (marks.agree or marks.differ):
            return text
        return self._say("minutes-marked", text=text, agree=marks.agree, differ=marks.differ)

    def _signed(self, text: str, author: Voter | None) -> str:
        name = self._names.get(author) if author is not None else None
        words = _safe(text)
        return self._say("minutes-signed", text=words, name=_safe(name)) if name else words


def _blocks(
    discussion: Discussion,
    report: Report,
    reasons: Sequence[ReasonShown],
    say: Say,
    signing: Signing,
) -> Iterable[str]:
    prompt = discussion.prompt
    title = prompt.title.into(say.language)
    question = prompt.question.into(say.language)
    yield f"# {say('minutes-heading')}"
    yield f"## {title}"
    yield f"> {say('minutes-question', question=question)}"
    yield _about(discussion, report, say)
    if report.first.voters or report.second is not None:
        yield f"### {say('minutes-votes', title=title)}"
        yield _list(distribution_lines(discussion, report, say))
    if report.second is not None:
        yield f"### {say('minutes-shift', title=title)}"
        yield " ".join(filter(None, (f"{headline_of(report, say)}.", _unsaid(report.shift, say))))
        yield _list(move_lines(discussion, report, say))
    if reasons:
        is_debate = prompt.kind is PromptKind.DEBATE
        heading = "minutes-reasons" if is_debate else "minutes-experiences"
        yield f"### {say(heading, title=title)}"
        yield from _by_stance(discussion, reasons, say, signing)
    if report.agreed:
        yield f"### {say('minutes-agreed', title=title)}"
        yield _list(map(signing.reason, report.agreed))
    if report.divisive:
        yield f"### {say('minutes-divisive', title=title)}"
        yield _list(map(signing.reason, report.divisive))
    for label, values in fields_in_words(discussion, report, say, WHOLE):
        if values:
            yield f"### {say('minutes-fields', title=title, label=label)}"
            yield _list(_without_html(value.removeprefix("• ")) for value in values)
    if report.cited:
        yield f"### {say('minutes-cited', title=title)}"
        yield _list(
            say("discussion-report-cited-value", title=each.title.into(say.language), n=each.n)
            for each in report.cited
        )
    yield f"# {say('minutes-closing')}"
    yield _list([f"**{title}** {question}", *(_safe(each.text) for each in report.open_questions)])


def _about(discussion: Discussion, report: Report, say: Say) -> str:
    # A day in the server's zone is what members call the day.
    day = discussion.started_at.astimezone(ZoneInfo(discussion.zone))
    lines = [say("minutes-when", day=f"{day:%Y-%m-%d}")]
    told = say(reason_labels(discussion).counted, n=report.reasons)
    if report.members is None:
        lines.append(f"{told}.")
    else:
        lines.append(say("minutes-counted", members=report.members, told=told))
    if discussion.anonymous:
        lines.append(say("minutes-anonymous"))
    return " ".join(lines)


def _unsaid(shift: Shift | None, say: Say) -> str:
    """Return who is in no move that is listed; empty: everybody is."""
    if shift is None:
        return say("discussion-shift-all-hidden")
    if shift.merged:
        return say("minutes-merged")
    first, second = sum(shift.only_first), sum(shift.only_second)
    return say("minutes-once", first=first, second=second) if first or second else ""


def _by_stance(
    discussion: Discussion, reasons: Sequence[ReasonShown], say: Say, signing: Signing
) -> Iterable[str]:
    stances = discussion.prompt.stances
    # Who took several stances stands on no one side.
    if discussion.prompt.several or all(reason.stance is None for reason in reasons):
        yield _list(map(signing.reason, reasons))
        return
    # Stances are entries, not headings: the importer takes a heading for a concept.
    headed = [(place, stance.label.into(say.language)) for place, stance in enumerate(stances)]
    groups = []
    for place, label in (*headed, (None, say("minutes-no-stance"))):
        own = [f"  - {signing.reason(reason)}" for reason in reasons if reason.stance == place]
        if own:
            heading = say("minutes-stance", label=label, n=len(own))
            groups.append("\n".join([f"- {heading}", *own]))
    yield "\n".join(groups)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _safe(text: str) -> str:
    """Return a member's ``text`` as one line of Markdown that means nothing but its letters."""
    return _without_html(plain(text, WHOLE))


def _without_html(line: str) -> str:
    """Return ``line`` with nothing in it that Markdown would take for HTML."""
    return line.replace("<", "\\<")
