"""Shows what moderators did, a page at a time."""

from collections.abc import Mapping

import discord

from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import Button, Screen
from bot.discord_ui.words import MissingWords, Say
from bot.guilds.audit import buttons
from bot.guilds.audit.model import Act, Page, Via
from bot.ids import MemberId

COLOUR = discord.Colour(0x5B7FDB)
# Ten of them fill no more than an embed takes.
MAX_LINE = 380


def audit_screen(page: Page, names: Mapping[MemberId, str], say: Say) -> Screen:
    """Show ``page`` of the acts with the ``names`` of those who acted."""
    if not page.acts:
        return Screen(say("audit-empty"))
    lines = [_line(act, names, say) for act in page.acts]
    embed = discord.Embed(title=say("audit-title"), description="\n".join(lines), colour=COLOUR)
    embed.set_footer(
        text=say("audit-footer", page=page.number + 1, pages=page.pages, total=page.total)
    )
    turns = []
    if page.number:
        turns.append(Button(say("audit-newer"), buttons.page(page.number - 1)))
    if page.number + 1 < page.pages:
        turns.append(Button(say("audit-older"), buttons.page(page.number + 1)))
    return Screen(embeds=(embed,), rows=(tuple(turns),) if turns else ())


def command_words(name: str, say: Say) -> str:
    """Return the command with the qualified ``name`` as its reader types it."""
    parts = name.split(" ")
    try:
        words = [say("command-" + "-".join(parts[: end + 1])) for end in range(len(parts))]
    except MissingWords:
        # A message menu's, or one of an earlier version.
        return plain(name)
    return f"`/{' '.join(words)}`"


def _line(act: Act, names: Mapping[MemberId, str], say: Say) -> str:
    name = names.get(act.member) or say("audit-unnamed")
    at = f"<t:{int(act.at.timestamp())}:f>"
    return cut(say("audit-line", at=at, name=name, act=_act(act, say)), MAX_LINE)


def _act(act: Act, say: Say) -> str:
    details = dict(act.details)
    match act.via:
        case Via.COMMAND:
            options = [f"{plain(name)}: {_value(value)}" for name, value in act.details]
            return " ".join([command_words(act.name, say), " · ".join(options)]).strip()
        case Via.PRESS:
            label, title = details.get("label") or act.name, details.get("title", "")
            return say("audit-press", label=plain(label)) + _under(title)
        case Via.FORM:
            typed = [plain(value) for name, value in act.details if name != "title" and value]
            return say("audit-form", typed=" / ".join(typed) or "–") + _under(
                details.get("title", "")
            )


def _under(title: str) -> str:
    return f" ({plain(title)})" if title else ""


def _value(value: str) -> str:
    # Channels and roles are mentions, which the reader's Discord turns into names.
    is_place = value.startswith(("<#", "<@&")) and value.endswith(">")
    return value if is_place and value[2:-1].lstrip("&").isdigit() else plain(value)
