"""Shows who waits for an answer that they are heard, and at last the answer."""

from bot.answers.show.parts import concept_card, name_sources
from bot.answers.teaching import buttons
from bot.content.library import Library
from bot.content.model import Concept
from bot.discord_ui.cutting import plain
from bot.discord_ui.screens import MAX_EMBED_FIELD_VALUE, Button, Link, Screen
from bot.discord_ui.words import Say
from bot.ids import GuildId

SHOWN_TEXT = 300


def wished_screen(question: int, say: Say) -> Screen:
    """Say that they will be told, and let them think again."""
    return Screen(say("wish-kept"), rows=((Button(say("wish-stop"), buttons.unwish(question)),),))


def unwished_screen(say: Say) -> Screen:
    """Say that they won't be told."""
    return Screen(say("wish-dropped"))


def found_screen(
    post: int, guild: GuildId, text: str, concept: Concept | None, library: Library, say: Say
) -> Screen:
    """Show, in a private message, the answer to what was asked; None: the note has left since."""
    shown = plain(text, SHOWN_TEXT)
    row = (
        # Discord opens a server at the channel that was read last.
        Link(say("wish-open"), f"https://discord.com/channels/{guild}"),
        Button(say("wish-stop-all"), buttons.stop(post, guild)),
    )
    if concept is None:
        return Screen(say("wish-found-gone", text=shown), rows=(row,))
    card = concept_card(concept, say)
    name_sources(card, concept, library, say, MAX_EMBED_FIELD_VALUE)
    return Screen(say("wish-found", text=shown), (card,), (row,))


def stopped_screen(count: int, say: Say) -> Screen:
    """Say that nothing of the kind comes any more; ``count`` wishes were waiting."""
    return Screen(say("wish-stopped", count=count))
