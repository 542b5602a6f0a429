"""What a session came to, with its minutes to download."""

import discord

from bot.discord_ui.cutting import cut, plain, units
from bot.discord_ui.screens import (
    MAX_EMBED_FIELD_NAME,
    MAX_EMBED_FIELD_VALUE,
    MAX_EMBED_TITLE,
    MAX_EMBEDS_TOTAL,
    Attachment,
    Screen,
)
from bot.discord_ui.words import Say
from bot.sessions.minutes import file_name
from bot.sessions.recap import Recap
from bot.sessions.show.parts import COLOUR

MAX_QUESTION = 150
SHOWN = 8
# For the footer, and what counts twice in UTF-16.
LEFT_OVER = 400
LEAST_ROOM = 100


def recap_screen(recap: Recap, minutes: str, say: Say) -> Screen:
    """Show how many were there, what was understood, the quiz, the discussions; no names."""
    language = say.language
    embed = discord.Embed(
        title=cut(say("session-recap", title=recap.title.into(language)), MAX_EMBED_TITLE),
        description="\n".join(
            (
                say("session-minutes-about", minutes=recap.minutes, present=recap.present),
                say(f"session-ending-{recap.ending}"),
            )
        ),
        colour=COLOUR,
    )
    _list(
        embed,
        say("session-recap-cards"),
        [
            say(
                "session-recap-card",
                title=card.title.into(language),
                clear=card.answers.clear,
                unclear=card.answers.unclear,
                n=card.answers.n,
            )
            for card in recap.cards
            if card.answers.n
        ],
    )
    if recap.items:
        answers, right = (
            sum(item.answers for item in recap.items),
            sum(item.right for item in recap.items),
        )
        told = say("session-recap-quiz-line", items=len(recap.items), answers=answers, right=right)
        _list(embed, say("session-recap-quiz"), [told])
    for talked in recap.talked:
        headline = talked.headline or say("session-recap-goes-on")
        _list(embed, talked.title.into(language), [headline, *talked.lines])
    unanswered = [plain(text, MAX_QUESTION) for text in recap.unanswered]
    _list(embed, say("session-recap-unanswered"), unanswered)
    embed.set_footer(text=say("session-recap-file"))
    attached = Attachment(file_name(recap), minutes.encode())
    return Screen(embeds=(embed,), attachments=(attached,))


def _list(embed: discord.Embed, name: str, lines: list[str]) -> None:
    """Add a field, within what the whole embed may hold."""
    if not lines:
        return
    shown = [*lines[:SHOWN], *(["…"] if len(lines) > SHOWN else [])]
    name = cut(name, MAX_EMBED_FIELD_NAME)
    room = MAX_EMBEDS_TOTAL - len(embed) - units(name) - LEFT_OVER
    if room < LEAST_ROOM:
        return
    value = cut("\n".join(shown), min(MAX_EMBED_FIELD_VALUE, room))
    embed.add_field(name=name, value=value, inline=False)
