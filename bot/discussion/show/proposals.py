"""Shows the form of a proposed prompt, and moderators what was proposed, one a page."""

from collections.abc import Mapping

import discord

from bot.content.limits import MAX_BACKGROUND, MAX_QUESTION, MAX_TITLE, STANCES
from bot.content.model import PromptKind
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import MAX_EMBED_FIELD_VALUE, Button, Input, ModalScreen, Screen
from bot.discord_ui.words import Say
from bot.discussion import buttons
from bot.discussion.proposal import DraftPrompt, Proposal, ProposalPage, ProposalState
from bot.discussion.show.parts import COLOUR, moment
from bot.ids import MemberId
from bot.inbox.buttons import home_button

MAX_STANCES = STANCES[1] * 81
MAX_FOLLOW_UPS = 2000


def proposal_modal(
    kind: PromptKind, custom_id: str, say: Say, draft: DraftPrompt | None = None
) -> ModalScreen:
    """Ask for a prompt's texts, or show those of ``draft`` to be changed."""
    word = "debate" if kind is PromptKind.DEBATE else "experience"
    fields = (
        _field(buttons.TITLE, "title", MAX_TITLE, say, draft.title if draft else ""),
        _field(
            buttons.QUESTION_TEXT, "question", MAX_QUESTION, say, draft.question if draft else ""
        ),
        _field(
            buttons.STANCES, "stances", MAX_STANCES, say, "\n".join(draft.stances) if draft else ""
        ),
        _field(
            buttons.BACKGROUND,
            "background",
            MAX_BACKGROUND,
            say,
            draft.background if draft else "",
            required=False,
        ),
        _field(
            buttons.FOLLOW_UPS,
            "follow-ups",
            MAX_FOLLOW_UPS,
            say,
            cut("\n".join(draft.follow_ups), MAX_FOLLOW_UPS) if draft else "",
            required=False,
        ),
    )
    return ModalScreen(say(f"propose-{word}"), custom_id, fields)


def proposed_screen(draft: DraftPrompt, say: Say) -> Screen:
    """Say that the prompt waits for a moderator."""
    return Screen(f"{say('propose-sent')}\n> **{plain(draft.title)}** {plain(draft.question)}")


def proposal_screen(
    page: ProposalPage, names: Mapping[MemberId, str], say: Say, *, note: str = ""
) -> Screen:
    """Show a proposal; ``note`` says what the moderator's last press did."""
    row = []
    for word, number in (("before", page.before), ("after", page.after)):
        if number is not None:
            row.append(Button(say(f"inbox-{word}"), buttons.proposal(number)))
    bottom = (*row, home_button(say))
    proposal = page.proposal
    if proposal is None:
        return Screen("\n".join(filter(None, (note, say("inbox-section-done")))), rows=(bottom,))
    draft = proposal.draft
    embed = discord.Embed(
        title=say("inbox-title", place=page.place, total=page.total), colour=COLOUR
    )
    word = "debate" if draft.kind is PromptKind.DEBATE else "experience"
    embed.set_author(name=say(f"propose-{word}"))
    member = names.get(proposal.member, f"<@{proposal.member}>")
    lines = (
        ("inbox-member", member),
        ("propose-title", plain(draft.title)),
        ("propose-question", plain(draft.question)),
        ("propose-stances", "\n".join(f"• {plain(each)}" for each in draft.stances)),
        ("propose-background", plain(draft.background, MAX_EMBED_FIELD_VALUE)),
        ("propose-follow-ups", "\n".join(f"• {plain(each)}" for each in draft.follow_ups)),
    )
    for label, text in lines:
        if text:
            shown = cut(text, MAX_EMBED_FIELD_VALUE)
            embed.add_field(name=say(label), value=shown, inline=False)
    embed.set_footer(text=say("propose-foot"))
    decide = (
        Button(say("inbox-accept"), buttons.approve(proposal.number), "success"),
        Button(say("inbox-edit"), buttons.edit(proposal.number)),
        Button(say("inbox-decline"), buttons.decline(proposal.number), "danger"),
    )
    return Screen(note, (embed,), (decide, bottom))


def decided_words(proposal: Proposal, by: str, say: Say, *, is_new: bool) -> str:
    """Say what became of a proposal: just now, or before and through whom."""
    if proposal.state is ProposalState.OPEN:
        return say("inbox-edited")
    if is_new:
        return say(f"propose-done-{proposal.state}", title=plain(proposal.draft.title))
    at = moment(proposal.decided_at, "R") if proposal.decided_at else ""
    return say(f"propose-already-{proposal.state}", name=by, at=at)


def _field(
    name: str, word: str, limit: int, say: Say, value: str, *, required: bool = True
) -> Input:
    return Input(
        name,
        say(f"propose-{word}"),
        placeholder=say(f"propose-{word}.placeholder"),
        long=limit > MAX_TITLE,
        required=required,
        max_length=limit,
        value=value,
    )
