"""Shows moderators appeals and suggested items, one case a page."""

from collections.abc import Mapping, Sequence

import discord

from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_EMBED_FIELD_VALUE,
    Button,
    Input,
    ModalScreen,
    Screen,
)
from bot.discord_ui.words import Say
from bot.ids import MemberId
from bot.inbox.buttons import home_button
from bot.quiz.desk import buttons
from bot.quiz.desk.model import Appeal, Case, CaseKind, CaseState, DraftKind, Page, Suggestion
from bot.quiz.model import MAX_GIVEN
from bot.quiz.show import parts

Names = Mapping[MemberId, str]


def inbox_screen(page: Page, names: Names, say: Say, *, note: str = "") -> Screen:
    """Show the page; ``note`` says what the moderator's last press did."""
    case = page.case
    if case is None:
        return Screen(_joined(note, say("inbox-section-done")), rows=_bottom(page, say))
    title = say("inbox-title", place=page.place, total=page.total)
    embed = discord.Embed(title=title, colour=parts.COLOUR)
    embed.set_author(name=say(f"inbox-kind-{case.kind.name.lower()}"))
    lines = (
        _appeal(case, page, say) if isinstance(case, Appeal) else item_lines(case, names, page, say)
    )
    add_lines(embed, lines, say)
    embed.set_footer(text=say(f"inbox-foot-{case.kind.name.lower()}"))
    decide = (
        Button(say("inbox-accept"), buttons.accept(case.kind, case.number), "success"),
        Button(say("inbox-edit"), buttons.edit(case.kind, case.number)),
        Button(say("inbox-decline"), buttons.decline(case.kind, case.number), "danger"),
    )
    return Screen(note, (embed,), (decide, *_bottom(page, say)))


def decided_words(case: Case, by: str, say: Say) -> str:
    """Say that somebody else has decided the case, who and when."""
    at = parts.moment(case.decision.at) if case.decision else ""
    return say(f"inbox-already-{case.state}", name=by, at=at)


def done_words(case: Case, members: int, say: Say) -> str:
    """Say what the moderator's own decision did; ``members``: whose answers became right."""
    if isinstance(case, Appeal) and case.state is CaseState.ACCEPTED:
        return say("inbox-done-alias", alias=plain(case.alias), members=members)
    return say(f"inbox-done-{case.state}")


def alias_modal(appeal: Appeal, say: Say) -> ModalScreen:
    """Ask which words to take as right."""
    field = Input(buttons.ALIAS, say("inbox-alias-label"), max_length=MAX_GIVEN, value=appeal.alias)
    number = buttons.edited(CaseKind.APPEAL, appeal.number)
    return ModalScreen(say("inbox-alias-title"), number, (field,))


def _appeal(case: Appeal, page: Page, say: Say) -> list[tuple[str, str]]:
    stem = page.stem.into(say.language) if page.stem else ""
    key = page.key.into(say.language) if page.key else ""
    lines = [
        ("stem", stem),
        ("key", key),
        ("given", plain(case.given)),
        ("sentence", plain(case.sentence)),
    ]
    return [*lines, ("alias", plain(case.alias))] if case.alias != case.given else lines


def item_lines(case: Suggestion, names: Names, page: Page, say: Say) -> list[tuple[str, str]]:
    """Return what a suggested item consists of, each with the word that labels it."""
    draft = case.draft
    concept = page.concept.into(say.language) if page.concept else draft.concept
    lines = [
        ("member", names.get(case.member, f"<@{case.member}>")),
        ("concept", concept),
        ("stem", plain(draft.stem)),
    ]
    if draft.kind is DraftKind.SHORT:
        lines.append(("key", plain(draft.key)))
        lines += [("others", plain(", ".join(draft.accept)))] if draft.accept else []
        lines += [("contrast", plain(", ".join(draft.contrast)))] if draft.contrast else []
    else:
        lines.append(("key", say("quiz-true" if draft.kind is DraftKind.TRUE else "quiz-false")))
        lines.append(("reason", plain(draft.reason)))
    return [*lines, ("explanation", plain(draft.explanation, MAX_EMBED_FIELD_VALUE))]


def _bottom(page: Page, say: Say) -> tuple[tuple[Button, ...], ...]:
    row = []
    for word, case in (("before", page.before), ("after", page.after)):
        if case is not None:
            row.append(Button(say(f"inbox-{word}"), buttons.open_case(case.kind, case.number)))
    return ((*row, home_button(say)),)


def add_lines(embed: discord.Embed, lines: Sequence[tuple[str, str]], say: Say) -> None:
    """Add ``lines`` of (label, text) to ``embed``."""
    for label, text in lines:
        shown = cut(text, MAX_EMBED_FIELD_VALUE) or "—"
        embed.add_field(name=say(f"inbox-{label}"), value=shown, inline=False)


def _joined(*words: str) -> str:
    return "\n".join(each for each in words if each)
