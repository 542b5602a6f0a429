"""Shows members privately what they put into a discussion: votes, reasons, marks."""

from collections.abc import Mapping, Sequence

import discord

from bot.content.model import Text
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_INPUT_LABEL,
    MAX_MODAL_TITLE,
    Button,
    Input,
    ModalScreen,
    Screen,
)
from bot.discord_ui.words import Say
from bot.discussion import buttons
from bot.discussion.model import MAX_REASON, Discussion, Mine, OpenQuestion, Reason, Voted
from bot.discussion.reasons import Marks
from bot.discussion.show.parts import (
    COLOUR,
    NOBODY_NAMED,
    ending,
    is_debate,
    jump,
    labels_of,
    phase_words,
    reason_labels,
    reason_words,
    stance_rows,
    title_of,
)
from bot.posts.adopting import NO_POST

Titles = Mapping[str, Text]
NO_TITLES: Titles = {}
MAX_OWN = 140
MAX_SINCE = 3


def voted_screen(voted: Voted, say: Say) -> Screen:
    """Say what was saved, and offer to write why, or to choose anew."""
    discussion = voted.discussion
    label = labels_of(discussion, voted.vote.stances, say)
    if voted.before is None:
        said = say("discuss-voted", stance=label)
    elif voted.before == voted.vote.stances:
        said = say("discuss-voted-same", stance=label)
    else:
        before = labels_of(discussion, voted.before, say)
        said = say("discuss-voted-anew", stance=label, before=before)
    hidden = "discuss-voted-hidden" if is_debate(discussion) else "discuss-voted-shared"
    return Screen(f"{said}\n-# {say(hidden)}", rows=(_own_row(discussion, say, has_voted=True),))


def change_screen(discussion: Discussion, held: frozenset[int] | None, say: Say) -> Screen:
    """Offer the stances privately; ``held`` is what counts so far, None: nothing."""
    lines = [cut(discussion.prompt.question.into(say.language), 300)]
    if held:
        lines.append(say("discuss-held", stance=labels_of(discussion, held, say)))
    lines.append(ending(discussion, say))
    rows = stance_rows(NO_POST, discussion, say)
    return Screen("\n".join(filter(None, lines)), rows=rows)


def why_modal(discussion: Discussion, written: Reason | None, say: Say) -> ModalScreen:
    """Ask why, with the prompt's fields; what was ``written`` before stands in it."""
    fields = discussion.prompt.fields
    word = "discuss-why-label" if is_debate(discussion) else "discuss-experience-label"
    reason = Input(
        buttons.TEXT,
        say(word),
        placeholder=say(f"{word}.placeholder"),
        long=True,
        required=not fields,
        max_length=MAX_REASON,
        value=written.text if written else "",
    )
    others = tuple(
        Input(
            f"{buttons.FIELD}{field.id}",
            cut(field.label.into(say.language), MAX_INPUT_LABEL),
            long=field.max_length > 100,
            required=field.required,
            max_length=field.max_length,
            value=written.fields.get(field.id, "") if written else "",
        )
        for field in fields
    )
    title = cut(title_of(discussion, say), MAX_MODAL_TITLE)
    return ModalScreen(title, buttons.why_sent(discussion), (reason, *others))


def written_screen(discussion: Discussion, reason: Reason, say: Say) -> Screen:
    """Say that a reason is kept, and who will see it."""
    named, nameless = "discuss-written-open", "discuss-written-anonymous"
    if is_debate(discussion) and discussion.phase.takes_votes:
        named, nameless = "discuss-written-open-later", "discuss-written-anonymous-later"
    seen = nameless if discussion.anonymous else named
    words = reason_words(discussion, reason, Marks(), NOBODY_NAMED, say)
    quoted = "\n".join(f"> {line}" for line in words.splitlines()[:-1])
    return Screen(f"{say('discuss-written')}\n{quoted}\n-# {say(seen)}")


def mine_screen(
    mine: Mine,
    say: Say,
    *,
    against: Reason | None = None,
    agreed: Sequence[Reason] = (),
    answered: Sequence[OpenQuestion] = (),
    titles: Titles = NO_TITLES,
) -> Screen:
    """Show what a member put in; the rest is what was raised since, before a second vote.

    ``against`` is the strongest reason against their stance, ``agreed`` what most agree with;
    ``titles`` are those of concepts that answered a question.
    """
    discussion = mine.discussion
    embed = discord.Embed(title=title_of(discussion, say), colour=COLOUR)
    embed.description = "\n".join(
        filter(None, (phase_words(discussion, say), ending(discussion, say)))
    )
    for word, held in (("discuss-my-first", mine.first), ("discuss-my-second", mine.second)):
        if held is not None:
            embed.add_field(name=say(word), value=labels_of(discussion, held, say), inline=False)
    if mine.first is None and mine.second is None:
        embed.add_field(name=say("discuss-my-first"), value=say("discuss-not-voted"), inline=False)
    _list(embed, say("discuss-my-reasons"), [_own(each) for each in mine.reasons])
    _list(embed, say("discuss-my-questions"), [each.text for each in mine.questions])
    if against is not None:
        _list(embed, say("discuss-since-against"), [_own(against)])
    _list(embed, say("discuss-since-agreed"), [_own(each) for each in agreed[:MAX_SINCE]])
    told = [f"{each.text} → {_answer(each, titles, say)}" for each in answered[:MAX_SINCE]]
    _list(embed, say("discuss-since-answered"), told)
    if not discussion.phase.is_open:
        return Screen(embeds=(embed,), rows=((jump(discussion, say),),))
    turn = discussion.phase.round
    has_voted = (mine.second if turn == 2 else mine.first) is not None
    own = _own_row(discussion, say, has_voted=has_voted)
    return Screen(embeds=(embed,), rows=((*own, jump(discussion, say)),))


def forgotten_screen(discussion: Discussion, say: Say) -> Screen:
    """Say that nobody, the member included, can tell any more who voted how."""
    said = say("discuss-mine-destroyed", title=title_of(discussion, say))
    return Screen(said, rows=((jump(discussion, say),),))


def _own_row(discussion: Discussion, say: Say, *, has_voted: bool) -> tuple[Button, ...]:
    takes_votes = discussion.phase.takes_votes
    if takes_votes and not has_voted:
        # A reason belongs to a stance, so the stance comes first.
        return (Button(say("discuss-take"), buttons.change(discussion), "success"),)
    word = reason_labels(discussion).write
    row: tuple[Button, ...] = (Button(say(word), buttons.why(discussion), "success"),)
    if takes_votes:
        row += (Button(say("discuss-change"), buttons.change(discussion)),)
    return row


def _answer(question: OpenQuestion, titles: Titles, say: Say) -> str:
    if question.answer is not None or question.concept is None:
        return question.answer or ""
    return titles.get(question.concept, Text(question.concept)).into(say.language)


def _own(reason: Reason) -> str:
    return " · ".join(filter(None, (reason.text, *reason.fields.values())))


def _list(embed: discord.Embed, name: str, lines: Sequence[str]) -> None:
    if lines:
        shown = "\n".join(f"• {plain(line, MAX_OWN)}" for line in lines[:5])
        embed.add_field(name=name, value=shown, inline=False)
