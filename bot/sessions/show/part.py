"""How the post of a part looks, and the buttons by which a session is led."""

import discord

from bot.content.library import Library
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import (
    MAX_EMBED_DESCRIPTION,
    MAX_EMBED_TITLE,
    Button,
    Picture,
    Screen,
    Style,
)
from bot.discord_ui.words import Say
from bot.sessions import buttons
from bot.sessions.model import Kind, Move, Phase
from bot.sessions.show.parts import COLOUR, QUIET_COLOUR, ending_line, title_of
from bot.sessions.view import View

MAX_SHORT = 1500
_STYLES: dict[Move, Style] = {Move.NEXT: "primary", Move.END: "danger"}


def part_screen(post: int, view: View, say: Say, library: Library) -> Screen:
    """Show a part: what is done, till when, who is there; without controls once it was left.

    ``library`` has the figures of the shared notes.
    """
    embed = discord.Embed(
        title=cut(
            say("session-part", at=view.at + 1, total=view.total, title=title_of(view.part, say)),
            MAX_EMBED_TITLE,
        ),
        description=cut("\n\n".join(_lines(view, say)), MAX_EMBED_DESCRIPTION),
        colour=COLOUR if view.is_present else QUIET_COLOUR,
    )
    if view.coming is not None and view.is_present:
        embed.set_footer(text=say("session-coming", title=view.coming.into(say.language)))
    pictures = _figure(embed, view, say, library)
    rows: list[tuple[Button, ...]] = []
    if view.part.kind is Kind.CARD and view.phase is not Phase.ENDED:
        rows.append(_card_row(post, view, say))
    if view.is_present:
        rows += [_lead_row(post, view, say), _other_row(post, view, say)]
    return Screen(embeds=(embed,), rows=tuple(rows), pictures=pictures)


def _lines(view: View, say: Say) -> list[str]:
    part, language = view.part, say.language
    lines = []
    match part.kind:
        case Kind.OPENING:
            lines += [say("session-goal", goal=view.goal.into(language)), say("session-how")]
        case Kind.CARD if part.short is not None:
            lines += [cut(part.short.into(language), MAX_SHORT), _answers(view, say)]
        case Kind.QUIZ | Kind.BREAK | Kind.WRAP_UP:
            lines.append(say(f"session-do-{part.kind}"))
        case _:
            if part.question is not None:
                lines.append(f"**{part.question.into(language)}**")
            lines.append(say(f"session-do-{part.kind}"))
    if view.talk is not None:
        lines.append(say("session-talk-place", place=f"<#{view.talk}>"))
    if view.remark is not None:
        lines.append(say(f"session-remark-{view.remark}"))
    if view.is_present:
        lines.append(ending_line(view.phase, view.until, part, say))
    lines.append(say("session-present", n=view.present))
    return lines


def _answers(view: View, say: Say) -> str:
    answers = view.answers
    if not view.is_revealed:
        return say("session-answers-hidden", n=answers.n)
    return say("session-answers", clear=answers.clear, unclear=answers.unclear, n=answers.n)


def _figure(embed: discord.Embed, view: View, say: Say, library: Library) -> tuple[Picture, ...]:
    concept = library.concept(view.part.concept or "")
    figure = None if concept is None else library.figure_of(concept)
    if figure is None:
        return ()
    picture = Picture(figure.file, figure.alt.into(say.language))
    embed.set_image(url=f"attachment://{picture.name}")
    return (picture,)


def _card_row(post: int, view: View, say: Say) -> tuple[Button, ...]:
    return (
        Button(
            say("session-clear"), buttons.say(post, view.number, is_clear=True), "success", "🙆"
        ),
        Button(say("session-unclear"), buttons.say(post, view.number, is_clear=False), emoji="🤔"),
    )


def _lead_row(post: int, view: View, say: Say) -> tuple[Button, ...]:
    pausing = Move.RESUME if view.phase is Phase.PAUSED else Move.PAUSE
    moves = [Move.NEXT, Move.EXTEND, pausing, Move.END]
    if view.at > 0:
        moves.insert(0, Move.BACK)
    return tuple(
        Button(
            say(f"session-move-{move.name.lower()}"),
            buttons.lead(post, view.number, view.turn, move),
            _STYLES.get(move, "secondary"),
        )
        for move in moves
    )


def _other_row(post: int, view: View, say: Say) -> tuple[Button, ...]:
    style: Style = "success" if view.part.kind is Kind.OPENING else "secondary"
    return (
        Button(say("session-attend"), buttons.attend(post, view.number), style),
        Button(say("session-status"), buttons.status(post, view.number)),
    )
