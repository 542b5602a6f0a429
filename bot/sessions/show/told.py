"""What a press or a command on a session says privately, and how the session stands."""

from collections.abc import Sequence

import discord

from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import MAX_EMBED_DESCRIPTION, MAX_EMBED_TITLE, Screen
from bot.discord_ui.words import Say
from bot.sessions.model import Move, Part, Session
from bot.sessions.show.parts import COLOUR, ending_line, title_of
from bot.sessions.view import View

SHOWN_NAMES = 3


def started_screen(session: Session, say: Say) -> Screen:
    """Say that a session begins."""
    return Screen(
        say(
            "session-started",
            title=session.title.into(say.language),
            channel=f"<#{session.channel}>",
        )
    )


def led_screen(move: Move, session: Session, say: Say, *, is_new: bool) -> Screen:
    """Say what a move did, or that it was done already."""
    name = f"session-move-{move.name.lower()}"
    if not is_new:
        return Screen(say(f"{name}.already"))
    part = session.part
    if move in (Move.NEXT, Move.BACK) and part is not None and not session.is_over:
        return Screen(say("session-now-at", title=title_of(part, say)))
    if session.is_over:
        return Screen(say("session-move-end.done"))
    return Screen(say(f"{name}.done"))


def attended_screen(present: int, say: Say, *, is_new: bool) -> Screen:
    """Say that one is there."""
    return Screen(say("session-attended" if is_new else "session-attended-before", n=present))


def said_screen(view: View, say: Say, *, is_clear: bool) -> Screen:
    """Say that the word was taken, and how everyone answered where that is shown by now."""
    taken = say("session-said-clear" if is_clear else "session-said-unclear")
    answers = view.answers
    if view.is_revealed:
        shown = say("session-answers", clear=answers.clear, unclear=answers.unclear, n=answers.n)
    else:
        shown = say("session-answers-wait")
    return Screen(f"{taken}\n{shown}")


def status_screen(session: Session, present: int, say: Say, *, is_there: bool) -> Screen:
    """Show the agenda with the present part marked."""
    now = session.part
    steps: dict[int, list[Part]] = {}
    for part in session.parts:
        steps.setdefault(part.step, []).append(part)
    lines = [_step_line(session, step, parts, say) for step, parts in steps.items()]
    if now is not None and not session.is_over:
        lines.append("\n" + ending_line(session.phase, session.until, now, say))
    lines.append(say("session-present", n=present))
    lines.append(say("session-you-are-there" if is_there else "session-you-are-not-there"))
    embed = discord.Embed(
        title=cut(session.title.into(say.language), MAX_EMBED_TITLE),
        description=cut("\n".join(lines), MAX_EMBED_DESCRIPTION),
        colour=COLOUR,
    )
    return Screen(embeds=(embed,))


def _step_line(session: Session, step: int, parts: Sequence[Part], say: Say) -> str:
    now = session.part
    is_now = now is not None and now.step == step and not session.is_over
    is_done = session.is_over or (now is not None and step < now.step)
    names = [title_of(now, say)] if is_now and now is not None else _names(parts, say)
    return say(
        "session-status-line",
        mark="▶" if is_now else "✓" if is_done else "·",
        title=", ".join(names),
        minutes=max(sum(part.seconds for part in parts) // 60, 1),
    )


def _names(parts: Sequence[Part], say: Say) -> list[str]:
    names = list(dict.fromkeys(part.title.into(say.language) for part in parts))
    return names if len(names) <= SHOWN_NAMES else [*names[:SHOWN_NAMES], "…"]
