"""What several screens of sessions say alike: moments, how far it is, colours."""

from datetime import datetime

import discord

from bot.discord_ui.words import Say
from bot.sessions.model import Part, Phase

COLOUR = discord.Colour(0x5353CF)
QUIET_COLOUR = discord.Colour(0x8A8FA3)


def relative(at: datetime) -> str:
    """Return a moment as Discord shows it, relative to now."""
    return f"<t:{int(at.timestamp())}:R>"


def clock(at: datetime) -> str:
    """Return a moment as Discord shows it, as a time of day."""
    return f"<t:{int(at.timestamp())}:t>"


def full(at: datetime) -> str:
    """Return a moment as Discord shows it, with its date."""
    return f"<t:{int(at.timestamp())}:F>"


def ending_line(phase: Phase, until: datetime | None, part: Part, say: Say) -> str:
    """Say when the part ends, and whether the session goes on by itself then."""
    if phase is Phase.PAUSED:
        return say("session-paused")
    if phase is Phase.OVERTIME or until is None:
        return say("session-overtime")
    name = "session-until-moves" if part.moves_by_itself else "session-until"
    return say(name, at=clock(until), left=relative(until))


def title_of(part: Part, say: Say) -> str:
    """Return what a part is called, with its place where its step has several."""
    title = part.title.into(say.language)
    if part.kind.discusses:
        return say("session-part-discussion", title=title, what=say(f"session-kind-{part.kind}"))
    if part.of > 1:
        return say("session-part-of", title=title, nth=part.nth, of=part.of)
    return title
