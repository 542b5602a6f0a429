"""Shows moderators a case of questions without an answer, and what can be done about it."""

from collections.abc import Sequence
from datetime import datetime

import discord

from bot.answers.teaching import buttons
from bot.answers.teaching.model import Case, Lesson
from bot.content.model import Concept
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_CHOICES,
    MAX_EMBED_DESCRIPTION,
    MAX_OPTION_LABEL,
    MAX_SELECT_PLACEHOLDER,
    Button,
    Input,
    ModalScreen,
    Part,
    Screen,
    Select,
)
from bot.discord_ui.words import Say
from bot.inbox.buttons import home_button

COLOUR = discord.Colour(0x5353CF)
SHOWN_WORDINGS = 10
SHOWN_TEXT = 200
MAX_TYPED = 100


def case_screen(
    cases: Sequence[Case],
    place: int,
    likely: Sequence[Concept],
    now: Concept | None,
    say: Say,
    *,
    note: str = "",
    undo: int | None = None,
) -> Screen:
    """Show the case at ``place`` (from 0) of ``cases``.

    ``likely`` are the concepts to choose from, best first, and ``now`` is the one that would answer
    by now; ``note`` says what the last press did, and ``undo`` is the lesson that it made.
    """
    taken_back = (Button(say("teach-undo"), buttons.undo(undo)),) if undo is not None else ()
    listed = Button(say("teach-lessons"), buttons.lessons(0))
    if not cases:
        content = "\n".join(filter(None, (note, say("teach-none"))))
        return Screen(content, rows=((*taken_back, listed, home_button(say)),))
    case = cases[place]
    embed = discord.Embed(
        title=say("teach-title", place=place + 1, total=len(cases)),
        description=cut("\n".join(_lines(case, now, say)), MAX_EMBED_DESCRIPTION),
        colour=COLOUR,
    )
    embed.set_footer(text=say("teach-foot"))
    rows: list[tuple[Part, ...]] = []
    if likely:
        rows.append((_choice(case, likely, say),))
    following = cases[(place + 1) % len(cases)]
    later = () if len(cases) == 1 else (Button(say("teach-later"), buttons.case(following.number)),)
    rows.append(
        (
            Button(say("teach-type"), buttons.type_concept(case.number)),
            Button(say("teach-outside"), buttons.outside(case.number)),
            *later,
        )
    )
    rows.append((*taken_back, listed, home_button(say)))
    return Screen(note, (embed,), tuple(rows))


def type_modal(case: Case, say: Say) -> ModalScreen:
    """Ask for a concept by its name."""
    field = Input(
        buttons.NAME,
        say("teach-type-label"),
        placeholder=say("teach-type-placeholder"),
        max_length=MAX_TYPED,
    )
    return ModalScreen(say("teach-type"), buttons.typed(case.number), (field,))


def taught_words(lesson: Lesson, concept: Concept | None, say: Say) -> str:
    """Say what was just taught."""
    phrase = plain(lesson.phrases[0], SHOWN_TEXT)
    if concept is None:
        return say("teach-done-outside", phrase=phrase)
    return say("teach-done", phrase=phrase, concept=concept.title.into(say.language))


def _lines(case: Case, now: Concept | None, say: Say) -> list[str]:
    dates = {"first": _moment(case.first), "last": _moment(case.last)}
    lines = [say("teach-asked", count=len(case.missed), members=case.members, **dates)]
    if case.wrongly_answered_with:
        lines.append(say("teach-called-wrong"))
    if now is not None:
        lines.append(say("teach-answered-by-now", concept=now.title.into(say.language)))
    for wording in case.wordings[:SHOWN_WORDINGS]:
        text = plain(wording.text, SHOWN_TEXT)
        lines.append(say("teach-wording", text=text, count=wording.count))
    left = len(case.wordings) - SHOWN_WORDINGS
    if left > 0:
        lines.append(say("teach-more-wordings", count=left))
    before = next((each.previous for each in case.missed if each.previous), None)
    if before is not None:
        lines.append(say("teach-previous", previous=plain(before, SHOWN_TEXT)))
    return lines


def _choice(case: Case, likely: Sequence[Concept], say: Say) -> Select:
    options = tuple(
        (str(concept.number), cut(concept.title.into(say.language), MAX_OPTION_LABEL))
        for concept in tuple(dict.fromkeys(likely))[:MAX_CHOICES]
    )
    placeholder = cut(say("teach-choose"), MAX_SELECT_PLACEHOLDER)
    return Select(buttons.teach(case.number), placeholder, options)


def _moment(at: datetime) -> str:
    return f"<t:{int(at.timestamp())}:R>"
