"""What several screens of discussions say alike: stances, when a phase ends, reasons, the way."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

import discord

from bot.content.model import PromptKind
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import (
    MAX_BUTTON_LABEL,
    MAX_BUTTONS_IN_ROW,
    MAX_OPTION_LABEL,
    MAX_SELECT_PLACEHOLDER,
    Button,
    Link,
    Part,
    Select,
)
from bot.discord_ui.words import Say
from bot.discussion import buttons
from bot.discussion.model import Discussion, Mark, Reason, Voter
from bot.discussion.reasons import Marks
from bot.ids import ChannelId, GuildId

COLOUR = discord.Colour(0x0072B2)
QUIET_COLOUR = discord.Colour(0x8A8FA3)
MAX_LABEL = 60
MAX_FIELD_SHOWN = 120
MAX_NAME = 40
Names = Mapping[Voter, str]
NOBODY_NAMED: Names = {}
Rows = tuple[tuple[Part, ...], ...]


def is_debate(discussion: Discussion) -> bool:
    """Tell a debate from an exchange of experience."""
    return discussion.prompt.kind is PromptKind.DEBATE


class ReasonLabels(NamedTuple):
    """The names in words of what members write, of what stands above it, and of its buttons."""

    title: str
    counted: str
    none: str
    write: str
    add: str
    all: str
    more: str
    named: str


_ARGUED = ReasonLabels(
    "discuss-reasons-title",
    "discuss-reasons-title-counted",
    "discuss-reasons-none",
    "discuss-why",
    "discuss-add-reason",
    "discuss-reasons-all",
    "discuss-reasons-more",
    "discuss-how-open",
)
_TOLD = ReasonLabels(
    "discuss-experiences-title",
    "discuss-experiences-title-counted",
    "discuss-experiences-none",
    "discuss-add-experience",
    "discuss-add-experience",
    "discuss-experiences-all",
    "discuss-experiences-more",
    "discuss-how-open-experience",
)


def reason_labels(discussion: Discussion) -> ReasonLabels:
    """Return what reasons are called: in an exchange of experience they are stories."""
    return _ARGUED if is_debate(discussion) else _TOLD


def title_of(discussion: Discussion, say: Say, limit: int = 200) -> str:
    """Return what the discussion is called."""
    return cut(discussion.prompt.title.into(say.language), limit)


def label_of(discussion: Discussion, stance: int, say: Say) -> str:
    """Return a stance in a few words."""
    return cut(discussion.prompt.stances[stance].label.into(say.language), MAX_LABEL)


def labels_of(discussion: Discussion, held: frozenset[int], say: Say) -> str:
    """Return the stances that somebody holds, in the prompt's order."""
    known = range(len(discussion.prompt.stances))
    return ", ".join(label_of(discussion, each, say) for each in known if each in held)


def stance_rows(post: int, discussion: Discussion, say: Say) -> Rows:
    """Return a button a stance, or a menu where several may be taken."""
    labels = [stance.label.into(say.language) for stance in discussion.prompt.stances]
    if discussion.prompt.several:
        options = tuple(
            (str(place), cut(label, MAX_OPTION_LABEL)) for place, label in enumerate(labels)
        )
        menu = Select(
            buttons.choose(post, discussion),
            cut(say("discuss-choose"), MAX_SELECT_PLACEHOLDER),
            options,
            at_most=len(options),
        )
        return ((menu,),)
    row = tuple(
        Button(cut(label, MAX_BUTTON_LABEL), buttons.vote(post, discussion, place), "primary")
        for place, label in enumerate(labels)
    )
    return tuple(row[at : at + MAX_BUTTONS_IN_ROW] for at in range(0, len(row), MAX_BUTTONS_IN_ROW))


def ending(discussion: Discussion, say: Say) -> str:
    """Return when the present phase ends; that it is paused; empty once it is over."""
    if discussion.is_paused:
        return say("discuss-paused")
    if discussion.ends_at is None:
        return ""
    return say("discuss-ends", at=moment(discussion.ends_at, "R"), on=moment(discussion.ends_at))


def moment(at: datetime, style: str = "f") -> str:
    """Return ``at`` as Discord shows it in each reader's own zone."""
    return f"<t:{int(at.timestamp())}:{style}>"


def length_words(length: timedelta, say: Say) -> str:
    """Return how long ``length`` (whole minutes) is."""
    days, minutes = length.days, length.seconds // 60
    parts = (
        ("discuss-days", days),
        ("discuss-hours", minutes // 60),
        ("discuss-minutes", minutes % 60),
    )
    return " ".join(say(word, n=n) for word, n in parts if n)


def phase_words(discussion: Discussion, say: Say) -> str:
    """Return which phase it is in."""
    return say(f"discuss-phase-{discussion.phase}")


def url_of(guild: GuildId, channel: ChannelId) -> str:
    """Return where a channel or a thread is opened."""
    return f"https://discord.com/channels/{guild}/{channel}"


def jump(discussion: Discussion, say: Say) -> Link:
    """Return the way to where it is talked about."""
    place = discussion.place or discussion.channel
    return Link(say("discuss-jump"), url_of(discussion.guild, place))


def signature(author: Voter | None, names: Names) -> str:
    """Return who wrote something; a mention in an embed shows the nickname and pings nobody."""
    if author is None:
        return ""
    if author in names:
        return f" — {plain(names[author], MAX_NAME)}"
    return f" — <@{author}>" if author.isdecimal() else ""


def reason_words(
    discussion: Discussion,
    reason: Reason,
    marks: Marks,
    names: Names,
    say: Say,
    mine: Mark | None = None,
) -> str:
    """Return a reason with its stance, author, fields and marks, each on its line."""
    stance = None if reason.stance is None else label_of(discussion, reason.stance, say)
    author = None if discussion.anonymous else reason.voter
    said = plain(reason.text)
    lines = [f"**{stance}**{signature(author, names)}" if stance else signature(author, names)]
    lines += [said] if said else []
    for field in discussion.prompt.fields:
        written = reason.fields.get(field.id, "")
        if written:
            label = cut(field.label.into(say.language), MAX_NAME)
            lines.append(f"{label}: {plain(written, MAX_FIELD_SHOWN)}")
    marked = say("discussion-report-marks", agree=marks.agree, differ=marks.differ)
    if mine is not None:
        marked += f" · {say('discuss-my-mark', mark=say(_MARKS[mine]))}"
    lines.append(f"-# {marked}")
    return "\n".join(line.removeprefix(" — ") for line in lines if line)


_MARKS: Mapping[Mark, str] = {
    Mark.AGREE: "discuss-mark-agree",
    Mark.DIFFER: "discuss-mark-differ",
    Mark.PASS: "discuss-mark-pass",
}


def mark_words(thought: Mark, say: Say) -> str:
    """Return what a mark is called."""
    return say(_MARKS[thought])
