"""How a discussion's posts look: each from a discussion as it stands, in the server's language."""

from collections.abc import Sequence

import discord

from bot.content.model import Text
from bot.discord_ui.cutting import cut, plain, units
from bot.discord_ui.screens import (
    MAX_EMBED_DESCRIPTION,
    MAX_EMBED_TITLE,
    Button,
    Drawing,
    Part,
    Screen,
)
from bot.discord_ui.words import Say
from bot.discussion import buttons
from bot.discussion.model import Discussion, Material, Phase
from bot.discussion.outcome import Report
from bot.discussion.reasons import Marks, in_turn, marks_of
from bot.discussion.show.figures import distribution_drawing, share_words
from bot.discussion.show.parts import (
    COLOUR,
    NOBODY_NAMED,
    QUIET_COLOUR,
    Rows,
    ending,
    is_debate,
    jump,
    label_of,
    reason_labels,
    reason_words,
    stance_rows,
    title_of,
)
from bot.discussion.show.report import report_screen
from bot.discussion.tally import Tally

# On the public message; the others are on the private pages.
FIRST_PAGE = 4
MAX_QUESTION = 300
MAX_BACKGROUND = 1500
MAX_LISTED = 3000
_TALKS = (Phase.ARGUMENT, Phase.SECOND_VOTE, Phase.SHARING)


def opening_screen(post: int, discussion: Discussion, voters: int, say: Say) -> Screen:
    """Show the prompt and a button a stance; how many voted, never how.

    Once the first vote is over (or the discussion), without the buttons to vote.
    """
    prompt = discussion.prompt
    takes_votes = discussion.phase in (Phase.FIRST_VOTE, Phase.SHARING)
    embed = discord.Embed(
        title=cut(title_of(discussion, say), MAX_EMBED_TITLE),
        description="\n\n".join(
            filter(
                None,
                (
                    f"**{cut(prompt.question.into(say.language), MAX_QUESTION)}**",
                    cut(prompt.background.into(say.language), MAX_BACKGROUND),
                ),
            )
        ),
        colour=COLOUR if takes_votes else QUIET_COLOUR,
    )
    how = "discuss-how-debate" if is_debate(discussion) else "discuss-how-experience"
    words_of = reason_labels(discussion)
    names = "discuss-how-anonymous" if discussion.anonymous else words_of.named
    if takes_votes:
        embed.add_field(name=say("discuss-how"), value=f"{say(how)}\n\n{say(names)}", inline=False)
        embed.add_field(
            name=say("discuss-joined", n=voters), value=ending(discussion, say), inline=False
        )
        own = (
            Button(say(words_of.write), buttons.why(discussion)),
            Button(say("discuss-mine"), buttons.mine(post, discussion)),
        )
        return Screen(embeds=(embed,), rows=(*stance_rows(post, discussion, say), own))
    embed.add_field(name=say("discuss-now"), value=say(f"discuss-now-{discussion.phase}"))
    rows: Rows = ((jump(discussion, say),),) if discussion.thread is not None else ()
    return Screen(embeds=(embed,), rows=rows)


def argument_screen(post: int, discussion: Discussion, first: Tally | None, say: Say) -> Screen:
    """Show how the first vote ended; ``first`` is None where nothing is known of it."""
    del post
    embed = discord.Embed(
        title=say("discuss-argument-title", title=title_of(discussion, say)), colour=COLOUR
    )
    lines = [say("discuss-argument-how"), ending(discussion, say)]
    pictures: tuple[Drawing, ...] = ()
    if first is None or not first.voters:
        lines.insert(0, say("discuss-argument-nobody"))
    else:
        counted = "\n".join(
            f"{label_of(discussion, place, say)}: {share_words(first, place, say)}"
            for place in range(len(discussion.prompt.stances))
        )
        name = say("discussion-report-first", n=first.voters)
        embed.add_field(name=name, value=counted, inline=False)
        drawing = distribution_drawing(discussion, first, say)
        embed.set_image(url=f"attachment://{drawing.name}")
        pictures = (drawing,)
    embed.description = "\n".join(filter(None, lines))
    return Screen(embeds=(embed,), pictures=pictures)


def reasons_screen(
    post: int, discussion: Discussion, material: Material | None, say: Say
) -> Screen:
    """Show the first page of reasons, sides in turn; None: they follow in a moment."""
    words_of = reason_labels(discussion)
    embed = discord.Embed(colour=COLOUR)
    if material is None:
        embed.title = say(words_of.title)
        embed.description = say("discuss-reasons-soon")
    else:
        ordered = in_turn(material.reasons, material.markings)
        marks = marks_of(material.markings)
        words = [
            reason_words(discussion, each, marks.get(each.id, Marks()), NOBODY_NAMED, say)
            for each in ordered[:FIRST_PAGE]
        ]
        shown, left = _fitting(words), len(ordered)
        embed.title = say(words_of.counted, n=left)
        embed.description = "\n\n".join(shown) or say(words_of.none)
        waiting = [each for each in material.questions if each.is_open]
        if waiting:
            asked = "\n".join(f"• {plain(each.text, 140)}" for each in waiting[:3])
            embed.add_field(name=say("discuss-questions-open", n=len(waiting)), value=asked)
        if left > len(shown):
            embed.set_footer(text=say(words_of.more, n=left - len(shown)))
    return Screen(embeds=(embed,), rows=_reason_rows(post, discussion, say))


def second_screen(post: int, discussion: Discussion, voters: int, say: Say) -> Screen:
    """Show the second vote; how many voted, never how. Once it is over, without its buttons."""
    is_on = discussion.phase is Phase.SECOND_VOTE
    question = cut(discussion.prompt.question.into(say.language), MAX_QUESTION)
    how = say("discuss-second-how" if is_on else "discuss-second-over")
    embed = discord.Embed(
        title=say("discuss-second-title", title=title_of(discussion, say)),
        description=f"**{question}**\n\n{how}",
        colour=COLOUR if is_on else QUIET_COLOUR,
    )
    if not is_on:
        return Screen(embeds=(embed,))
    embed.add_field(
        name=say("discuss-joined", n=voters), value=ending(discussion, say), inline=False
    )
    own = (
        Button(say("discuss-since"), buttons.mine(post, discussion)),
        Button(say("discuss-why"), buttons.why(discussion)),
        Button(say("discuss-against"), buttons.against(post, discussion.id)),
    )
    return Screen(embeds=(embed,), rows=(*stance_rows(post, discussion, say), own))


def follow_up_screen(post: int, discussion: Discussion, text: Text, say: Say) -> Screen:
    """Ask one of the prompt's follow-ups in a quiet thread."""
    del post
    asked = cut(text.into(say.language), MAX_QUESTION)
    row = (
        Button(say(reason_labels(discussion).add), buttons.why(discussion)),
        Button(say("discuss-ask"), buttons.ask(discussion.id)),
    )
    return Screen(f"{say('discuss-follow-up')}\n> {asked}", rows=(row,))


def report_post(
    post: int, discussion: Discussion, report: Report, say: Say, *, in_thread: bool
) -> Screen:
    """Show the report: whole in the thread, and in the channel with the way to the thread."""
    row: tuple[Part, ...] = (
        Button(say(reason_labels(discussion).all), buttons.reasons(post, discussion.id)),
    )
    if not in_thread and discussion.thread is not None:
        row = (*row, jump(discussion, say))
    return report_screen(discussion, report, say, rows=(row,))


def _reason_rows(post: int, discussion: Discussion, say: Say) -> Rows:
    words_of = reason_labels(discussion)
    shown = Button(say(words_of.all), buttons.reasons(post, discussion.id), "primary")
    if discussion.phase not in _TALKS:
        return ((shown,),)
    row: tuple[Part, ...] = (
        shown,
        Button(say(words_of.add), buttons.why(discussion)),
        Button(say("discuss-ask"), buttons.ask(discussion.id)),
        Button(say("discuss-questions"), buttons.questions(discussion.id)),
    )
    if is_debate(discussion):
        row = (*row, Button(say("discuss-against"), buttons.against(post, discussion.id)))
    return (row,)


def _fitting(words: Sequence[str]) -> list[str]:
    """Return as many of ``words`` as an embed has room for beside the rest."""
    kept, room = [], min(MAX_LISTED, MAX_EMBED_DESCRIPTION)
    for each in words:
        room -= units(each) + 2
        if room < 0:
            break
        kept.append(each)
    return kept
