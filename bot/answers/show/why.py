"""Shows moderators why a question got its answer, in words."""

import discord

from bot.answers.asked import Asked
from bot.answers.model import Finding
from bot.answers.show.parts import COLOUR, title_of
from bot.content.library import Library
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import MAX_EMBED_DESCRIPTION, Screen
from bot.discord_ui.words import Say

SHOWN_TEXT = 200
SHOWN_WORDS = 12
# Likeness and confidence run from 0 to 1; people read words.
VERY, RATHER = 0.8, 0.5
SURE, ALMOST = 0.9, 0.4


def why_screen(asked: Asked, finding: Finding, library: Library, say: Say) -> Screen:
    """Show what decided about ``asked``: ``finding`` is what is found for it now."""
    lines = [f"> {plain(asked.text, SHOWN_TEXT)}", *_outcome(asked, finding, library, say)]
    lines += [f"- {line}" for line in _reasons(asked, finding, say)]
    embed = discord.Embed(
        title=say("answer-why"),
        description=cut("\n".join(lines), MAX_EMBED_DESCRIPTION),
        colour=COLOUR,
    )
    embed.set_footer(text=say("why-foot"))
    return Screen(embeds=(embed,))


def _outcome(asked: Asked, finding: Finding, library: Library, say: Say) -> list[str]:
    now = _named(finding.concept, finding.prompt, library, say)
    before = _named(asked.concept, asked.prompt, library, say)
    if now == before:
        return [now]
    return [say("why-changed", before=before, now=now)]


def _named(concept: str | None, prompt: str | None, library: Library, say: Say) -> str:
    found = library.concept(concept or "")
    if found is not None:
        return say("why-answered", concept=title_of(found, say))
    discussed = library.prompt(prompt or "")
    if discussed is not None:
        return say("why-prompt", prompt=discussed.title.into(say.language))
    # A concept that has left the notes since answers nothing any more.
    return say("why-gone") if concept or prompt else say("why-gap")


def _reasons(asked: Asked, finding: Finding, say: Say) -> list[str]:
    why = finding.why
    lines = []
    if why.taught is not None:
        lines.append(say("why-taught", phrase=plain(why.taught, SHOWN_TEXT)))
    if asked.previous:
        lines.append(say("why-previous", previous=plain(asked.previous, SHOWN_TEXT)))
    if why.read_as and why.read_as != asked.text:
        lines.append(say("why-read-as", text=plain(why.read_as, SHOWN_TEXT)))
    lines.append(say("why-name", name=plain(why.name)) if why.name else say("why-no-name"))
    if why.words:
        lines.append(say("why-words", words=_words(why.words)))
    if why.unknown:
        lines.append(say("why-unknown", words=_words(why.unknown)))
    if why.example is not None:
        example = plain(why.example, SHOWN_TEXT)
        likeness = say(f"why-like-{_band(why.example_likeness)}")
        lines.append(say("why-example", example=example, likeness=likeness))
    if why.meaning is None:
        lines.append(say("why-no-meaning"))
    else:
        lines.append(say("why-meaning", likeness=say(f"why-like-{_band(why.meaning)}")))
    if why.outside is not None:
        lines.append(say("why-outside", name=plain(why.outside)))
    lines.append(say(f"why-confidence-{_confidence(finding)}"))
    return lines


def _band(likeness: float) -> str:
    if likeness >= VERY:
        return "very"
    return "rather" if likeness >= RATHER else "little"


def _confidence(finding: Finding) -> str:
    if finding.answered:
        return "sure" if finding.confidence >= SURE else "enough"
    return "almost" if finding.confidence >= ALMOST else "far"


def _words(words: tuple[str, ...]) -> str:
    return ", ".join(plain(word) for word in words[:SHOWN_WORDS])
