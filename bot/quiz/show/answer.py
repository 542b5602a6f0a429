"""Shows a member's own answer, to them alone."""

from collections.abc import Callable
from functools import partial

import discord

from bot.content.model import ItemKind
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import Button, Screen
from bot.discord_ui.words import Say
from bot.posts.adopting import NO_POST
from bot.quiz import buttons
from bot.quiz.desk.show.appeal import appeal_button
from bot.quiz.model import Answered, Given, Sureness, Verdict
from bot.quiz.reasons import Reason
from bot.quiz.show import parts
from bot.quiz.show.news import news_words
from bot.quiz.snapshot import Snapshot

MAX_REASON = 400


def answered_screen(answered: Answered, say: Say) -> Screen:
    """Show the answer that counts, and (unless hidden till closing) why it is right or wrong.

    An answer of just now is told its verdict as the headline; later presses show
    "my answer and why".
    """
    news = news_words(answered.news, say)
    if answered.asked.tells_verdict:
        return _judged(answered, news, say)
    embed = discord.Embed(
        title=say("quiz-received"),
        description="\n\n".join(
            [
                _given(answered.asked.snapshot, answered.answer.given, say),
                say("quiz-received.later"),
            ]
        ),
        colour=parts.QUIET_COLOUR,
    )
    return Screen(news, embeds=(embed,), rows=(_sureness(answered, say),))


def sureness_screen(answered: Answered, say: Say) -> Screen:
    """Show the same answer with the word that was just said about it."""
    screen = answered_screen(answered, say)
    return Screen(say("quiz-sureness-kept"), screen.embeds, screen.rows)


def judged_embed(
    snapshot: Snapshot, given: Given, verdict: Verdict, say: Say, *, is_new: bool
) -> discord.Embed:
    """Show what was given, whether it is right and why; in the daily quiz and in practice alike."""
    outcome = say("quiz-right" if verdict.is_right else "quiz-wrong")
    body = [_given(snapshot, given, say)]
    if not is_new:
        body.insert(0, outcome)
    if not verdict.is_right:
        body.append(_why(snapshot, verdict, say))
        body.append(say("quiz-key", key=parts.key_words(snapshot, say)))
    body.append(parts.explanation(snapshot, say))
    embed = discord.Embed(
        title=outcome if is_new else say("quiz-mine"),
        description="\n\n".join(part for part in body if part),
        colour=parts.RIGHT_COLOUR if verdict.is_right else parts.WRONG_COLOUR,
    )
    parts.name_source(embed, snapshot, say)
    return embed


def _judged(answered: Answered, news: str, say: Say) -> Screen:
    snapshot = answered.asked.snapshot
    embed = judged_embed(
        snapshot, answered.answer.given, answered.verdict, say, is_new=answered.is_new
    )
    below = [parts.concept_button(NO_POST, snapshot, say)]
    if snapshot.kind is ItemKind.SHORT and not answered.verdict.is_right:
        below.append(appeal_button(answered.asked.number, say))
    return Screen(news, (embed,), (_sureness(answered, say), tuple(below)))


def _given(snapshot: Snapshot, given: Given, say: Say) -> str:
    if given.text is not None:
        return say("quiz-given", given=plain(given.text))
    taken = [option for option in snapshot.options if option.index in given.choices]
    return say("quiz-given", given=", ".join(parts.label(snapshot, each, say) for each in taken))


def _why(snapshot: Snapshot, verdict: Verdict, say: Say) -> str:
    lines = [cut(reason.into(say.language), MAX_REASON) for reason in verdict.reasons]
    if verdict.overlooked:
        names = ", ".join(parts.letter(snapshot, index) for index in verdict.overlooked)
        lines.append(say("quiz-overlooked", letters=names))
    if snapshot.kind is ItemKind.SHORT and verdict.mark:
        lines.append(mark_words(verdict.mark, say))
    return "\n".join(lines)


def _sureness(answered: Answered, say: Say) -> tuple[Button, ...]:
    number = answered.asked.number
    return sureness_row(answered.answer.sureness, partial(buttons.sure, number), say)


def sureness_row(
    said: Sureness | None, custom_id: Callable[[int], str], say: Say
) -> tuple[Button, ...]:
    """Return the buttons that tell how sure one was; the one that was ``said`` stands out."""
    return tuple(
        Button(
            say(f"quiz-sureness-{each.name.lower()}"),
            custom_id(each),
            "success" if each is said else "secondary",
        )
        for each in Sureness
    )


def mark_words(reason: Reason, say: Say) -> str:
    """Return why a short answer was marked as it was."""
    return say(f"marked-{reason.why}", name=plain(reason.name))
