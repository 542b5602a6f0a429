"""A case of what to study next, with its evidence, and the form that settles it."""

from collections.abc import Sequence

import discord

from bot.content.model import Concept
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_EMBED_DESCRIPTION,
    MAX_EMBED_TITLE,
    MAX_MODAL_TITLE,
    Button,
    Input,
    ModalScreen,
    Screen,
)
from bot.discord_ui.words import Say
from bot.inbox.buttons import home_button
from bot.sessions import buttons
from bot.sessions.show.parts import COLOUR, relative
from bot.sessions.study import StudyCase, StudyKind

MAX_WORDS = 600
MAX_CONCEPT = 100
_OWN_WORDS = (StudyKind.UNANSWERED, StudyKind.OPEN_QUESTION)


def study_screen(
    cases: Sequence[StudyCase], at: int, concept: Concept | None, say: Say, told: str = ""
) -> Screen:
    """Show the case at ``at`` of ``cases``; ``concept`` is what it is about."""
    home = home_button(say)
    if not cases:
        return Screen("\n".join(filter(None, (told, say("study-none")))), rows=((home,),))
    case = cases[at]
    text = case.words.into(say.language)
    words = plain(text, MAX_WORDS) if case.kind in _OWN_WORDS else cut(text, MAX_WORDS)
    lines = [
        f"**{words}**",
        say(f"study-{_name(case)}", members=case.members, n=case.n),
    ]
    if case.since is not None:
        lines.append(say("study-since", at=relative(case.since)))
    if concept is not None:
        lines.append(say("study-concept", title=concept.title.into(say.language)))
    embed = discord.Embed(
        title=cut(say("study-title", at=at + 1, total=len(cases)), MAX_EMBED_TITLE),
        description=cut("\n".join(lines), MAX_EMBED_DESCRIPTION),
        colour=COLOUR,
    )
    embed.set_footer(text=say("study-rule"))
    row = [Button(say("study-done"), buttons.studied(case.number), "success")]
    if at > 0:
        row.append(Button(say("study-before"), buttons.study(cases[at - 1].number)))
    if at + 1 < len(cases):
        row.append(Button(say("study-after"), buttons.study(cases[at + 1].number)))
    return Screen(told, embeds=(embed,), rows=(tuple(row), (home,)))


def studied_modal(case: StudyCase, concept: Concept | None, say: Say) -> ModalScreen:
    """Ask which concept answers the case."""
    field = Input(
        buttons.CONCEPT,
        say("study-which"),
        placeholder=say("study-which-example"),
        max_length=MAX_CONCEPT,
        value="" if concept is None else cut(concept.title.into(say.language), MAX_CONCEPT),
    )
    title = cut(say("study-done-title"), MAX_MODAL_TITLE)
    return ModalScreen(title, buttons.studied_sent(case.number), (field,))


def _name(case: StudyCase) -> str:
    return case.kind.name.lower().replace("_", "-")
