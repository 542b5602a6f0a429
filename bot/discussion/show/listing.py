"""Shows what is being discussed: to a member with their own vote, to moderators with its state."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_BUTTON_LABEL,
    MAX_BUTTONS_IN_ROW,
    Attachment,
    Button,
    Part,
    Screen,
    Style,
)
from bot.discord_ui.words import Say
from bot.discussion import buttons
from bot.discussion.buttons import Decision
from bot.discussion.model import Discussion, Mine, Phase
from bot.discussion.show.parts import (
    COLOUR,
    ending,
    jump,
    labels_of,
    moment,
    phase_words,
    title_of,
    url_of,
)
from bot.posts.adopting import NO_POST

MAX_SHOWN = 10
MAX_TITLE = 60
MAX_FILE_NAME = 40
_DECISIONS = {
    Decision.NEXT: ("discuss-next-ask", "discuss-next-button"),
    Decision.CLOSE: ("discuss-close-ask", "discuss-close-button"),
    Decision.CANCEL: ("discuss-cancel-ask", "discuss-cancel-button"),
}


@dataclass(frozen=True, slots=True)
class Going:
    """An open discussion, what its reader put in, and how many have voted."""

    mine: Mine
    voters: int


def discussions_screen(going: Sequence[Going], say: Say) -> Screen:
    """Show what is open here, each with the reader's own vote and reason."""
    if not going:
        return Screen(say("discuss-nothing-open"))
    embed = discord.Embed(title=say("discuss-open-title", n=len(going)), colour=COLOUR)
    shown = going[:MAX_SHOWN]
    for each in shown:
        name = title_of(each.mine.discussion, say, MAX_TITLE)
        embed.add_field(name=name, value=_going(each, say), inline=False)
    row = [
        Button(
            cut(title_of(each.mine.discussion, say), MAX_BUTTON_LABEL),
            buttons.mine(NO_POST, each.mine.discussion),
        )
        for each in shown
    ]
    rows = tuple(
        tuple(row[at : at + MAX_BUTTONS_IN_ROW]) for at in range(0, len(row), MAX_BUTTONS_IN_ROW)
    )
    return Screen(embeds=(embed,), rows=rows)


def started_screen(discussion: Discussion, say: Say) -> Screen:
    """Say that it was started, and where."""
    channel = f"<#{discussion.channel}>"
    words = say("discuss-started", title=title_of(discussion, say), channel=channel)
    return Screen("\n".join((words, ending(discussion, say))))


def going_screen(discussion: Discussion, say: Say) -> Screen:
    """Say that this is being discussed already, and where."""
    words = say("discuss-already", title=title_of(discussion, say))
    return Screen(words, rows=((jump(discussion, say),),))


def confirm_screen(discussion: Discussion, decision: Decision, voters: int, say: Say) -> Screen:
    """Ask a moderator whether to do it; the press carries the phase that it was made for."""
    ask, does = _DECISIONS[decision]
    question = say(ask, title=title_of(discussion, say), n=voters)
    lines = (question, phase_words(discussion, say), ending(discussion, say))
    style: Style = "primary" if decision is Decision.NEXT else "danger"
    button = Button(say(does), buttons.decide(decision, discussion), style)
    return Screen("\n".join(filter(None, lines)), rows=((button,),))


def decided_screen(discussion: Discussion, say: Say) -> Screen:
    """Say where the discussion stands by now."""
    title = title_of(discussion, say)
    lines = (
        say("discuss-stands", title=title, phase=phase_words(discussion, say)),
        ending(discussion, say),
    )
    return Screen("\n".join(filter(None, lines)))


def all_screen(discussions: Sequence[Discussion], say: Say) -> Screen:
    """Show moderators the discussions of the server, the newest first."""
    if not discussions:
        return Screen(say("discuss-none-yet"))
    shown = discussions[:MAX_SHOWN]
    embed = discord.Embed(title=say("discuss-all-title"), colour=COLOUR)
    for each in shown:
        where = each.place or each.channel
        how = "discuss-is-anonymous" if each.anonymous else "discuss-is-open"
        lines = (
            f"{phase_words(each, say)} · {say(how)}",
            ending(each, say),
            f"<#{where}> · {moment(each.started_at)}",
        )
        name = f"{title_of(each, say, MAX_TITLE)} (#{each.id})"
        embed.add_field(name=name, value="\n".join(filter(None, lines)), inline=False)
    again: list[Part] = [
        Button(cut(say("discuss-again", number=each.id), MAX_BUTTON_LABEL), buttons.again(each.id))
        for each in shown
        # A report may be missing too.
        if each.phase is not Phase.CANCELLED
    ]
    rows = tuple(
        tuple(again[at : at + MAX_BUTTONS_IN_ROW])
        for at in range(0, len(again), MAX_BUTTONS_IN_ROW)
    )
    return Screen(embeds=(embed,), rows=rows)


def again_screen(discussion: Discussion, say: Say) -> Screen:
    """Say that the messages are posted once more."""
    return Screen(say("discuss-again-done", title=title_of(discussion, say)))


def export_screen(discussion: Discussion, minutes: str, say: Say) -> Screen:
    """Hand out the minutes as a file."""
    name = f"{cut(discussion.prompt.prompt, MAX_FILE_NAME)}-{discussion.id}.md"
    words = say("discuss-exported", title=title_of(discussion, say))
    return Screen(words, attachments=(Attachment(name, minutes.encode()),))


def _going(each: Going, say: Say) -> str:
    mine = each.mine
    discussion = mine.discussion
    held = mine.second if mine.second is not None else mine.first
    vote = (
        say("discuss-not-voted")
        if held is None
        else say("discuss-held", stance=labels_of(discussion, held, say))
    )
    place = discussion.place or discussion.channel
    lines = [
        " · ".join(filter(None, (phase_words(discussion, say), ending(discussion, say)))),
        f"{say('discuss-joined', n=each.voters)} · {vote}",
    ]
    if mine.reasons:
        lines.append(f"> {plain(mine.reasons[-1].text or '…', 120)}")
    lines.append(f"[{say('discuss-jump')}]({url_of(discussion.guild, place)})")
    return "\n".join(lines)
