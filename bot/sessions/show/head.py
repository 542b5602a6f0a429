"""What says in the channel that a session begins, and that it is over."""

from dataclasses import dataclass

import discord

from bot.content.model import Text
from bot.discord_ui.cutting import cut
from bot.discord_ui.screens import (
    MAX_EMBED_DESCRIPTION,
    MAX_EMBED_TITLE,
    Button,
    Link,
    Part,
    Screen,
)
from bot.discord_ui.words import Say
from bot.sessions import buttons
from bot.sessions.model import Session
from bot.sessions.show.parts import COLOUR, QUIET_COLOUR


@dataclass(frozen=True, slots=True)
class Head:
    """What a session is about: its steps by their titles, and how long they take together."""

    title: Text
    goal: Text
    steps: tuple[Text, ...]
    minutes: int


def head_screen(
    post: int, number: int, head: Head, say: Say, session: Session | None = None
) -> Screen:
    """Show the agenda; ``session`` as it stands, None: it was started just now."""
    language = say.language
    steps = "\n".join(f"{at}. {step.into(language)}" for at, step in enumerate(head.steps, 1))
    is_over = session is not None and session.is_over
    state = say("session-head-over") if is_over else say("session-head-thread")
    if session is not None and session.thread is None and session.at >= 0:
        state = say("session-head-over") if is_over else say("session-head-here")
    text = "\n\n".join((f"**{head.goal.into(language)}**", steps, state))
    embed = discord.Embed(
        title=cut(say("session-head", title=head.title.into(language)), MAX_EMBED_TITLE),
        description=cut(text, MAX_EMBED_DESCRIPTION),
        colour=QUIET_COLOUR if is_over else COLOUR,
    )
    embed.set_footer(text=say("session-head-minutes", minutes=head.minutes))
    row: list[Part] = []
    if not is_over:
        row.append(Button(say("session-attend"), buttons.attend(post, number), "primary"))
        row.append(Button(say("session-status"), buttons.status(post, number)))
    if session is not None and session.thread is not None:
        url = f"https://discord.com/channels/{session.guild}/{session.thread}"
        row.append(Link(say("session-to-thread"), url))
    return Screen(embeds=(embed,), rows=(tuple(row),) if row else ())
