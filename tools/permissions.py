"""Write docs/permissions.md: who may use which command and press, as tree and router enforce it."""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
from discord import app_commands
from simcord.actors import MemberActor
from simcord.builders import UserHandle
from simcord.results import InteractionResult

from bot.discord_ui.router import Power, Route
from bot.discord_ui.tree import power_needed
from bot.discord_ui.words import voice
from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group

PAGE = Path(__file__).resolve().parents[1] / "docs" / "permissions.md"
HEAD = """# Who may do what

Written by `python -m tools.permissions` from what the command tree and the router enforce; a test
drives each command and press, and fails where this page is not what happens.

- **Member**: anybody in the server. **Moderator**: Manage Server, or the role of `/settings
  moderator-role`. **Administrator**: has Manage Server, so everything of a moderator's.
- **Owner's**: for whoever began the thing, and for moderators.
- A refusal is a private sentence; nothing changes. "moderators only" is `NotModerator`, "server
  only" is `OnlyInServer`. A command that is "hidden" is not offered by Discord at all.
- **A member of another server** has the same rights in their own server and none here: each
  statement names the server, so what is not theirs is "gone" to them, whatever number they send.
- **Bots** can use no command and press nothing (Discord), and their messages are not answered.
- Acting more than 20 times at once (`MEMBER_BURST`, one more each second) is refused: `TooFast`.
"""
_YES, _NO, _ONLY_HERE, _HIDDEN = "✓", "moderators only", "server only", "hidden"
_TOLD = {name: voice("ko")(f"refusal-{name}") for name in ("not-moderator", "only-in-server")}
AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu


@dataclass(frozen=True, slots=True)
class Entry:
    """A command's full name, who may use it, and whether it is offered in direct messages."""

    name: str
    power: Power
    in_direct: bool


def main() -> None:
    """Write the page; with ``--check`` only tell whether it is as it should be."""
    text = asyncio.run(_drawn())
    if "--check" in sys.argv[1:]:
        sys.exit(0 if PAGE.read_text("utf-8") == text else "docs/permissions.md is out of date")
    PAGE.write_text(text, "utf-8")


async def page(group: Group) -> str:
    """Return the page of the running bot."""
    lines = [HEAD, "## Commands", "", "| Command | Member | Moderator | Direct messages |"]
    lines.append("|---|---|---|---|")
    for entry in commands(group.bot):
        member = _NO if entry.power is Power.MODERATOR else _YES
        direct = _YES if entry.in_direct else _HIDDEN
        lines.append(f"| {entry.name} | {member} | {_YES} | {direct} |")
    lines += ["", "## Buttons, menus and forms", ""]
    lines += [
        "| Press | What it does | Member | Moderator | Direct messages |",
        "|---|---|---|---|---|",
    ]
    for route in group.bot.parts.router.routes:
        member = {Power.MODERATOR: _NO, Power.OWNER: "owner's"}.get(route.power, _YES)
        told = said(await press(group, group.mina.user, route))
        direct = _ONLY_HERE if _TOLD["only-in-server"] in told else _YES
        what = (route.do.__doc__ or "").strip().splitlines()[0].rstrip(".")
        lines.append(f"| `{route.kind}` | {what} | {member} | {_YES} | {direct} |")
    return "\n".join(lines) + "\n"


def commands(bot: discord.ext.commands.Bot) -> list[Entry]:
    """Return every command that members see, by name."""
    found: list[Entry] = []
    for kind in discord.AppCommandType:
        for root in bot.tree.get_commands(type=kind):
            power, direct = power_needed(root), not root.guild_only
            found += [Entry(_shown(leaf), power, direct) for leaf in _leaves(root)]
    return sorted(found, key=lambda entry: entry.name)


def _leaves(root: AnyCommand | app_commands.Group) -> Iterator[AnyCommand]:
    if isinstance(root, app_commands.Group):
        for each in root.commands:
            yield from _leaves(each)
    else:
        yield root


def _shown(leaf: AnyCommand) -> str:
    is_menu = isinstance(leaf, app_commands.ContextMenu)
    return f"menu “{leaf.qualified_name}”" if is_menu else f"`/{leaf.qualified_name}`"


async def press(
    group: Group, who: MemberActor | UserHandle, route: Route, number: int = 1
) -> InteractionResult:
    """Have ``who`` press a button of ``route``, planted on a private message of their own."""
    if isinstance(who, MemberActor):
        helped = await who.slash(group.channel, "help")
    else:
        helped = await who.slash("help")
    if helped.response is None:
        raise RuntimeError("/help was not answered")
    own = helped.response.message
    kept = group.env.backend.messages[own.channel.id][own.id]
    custom_id = ":".join(["1", route.kind, *[str(number)] * route.ids])
    part = {"type": 2, "custom_id": custom_id, "style": 2, "label": "press"}
    kept.components = [{"type": 1, "components": [part]}]
    return await who.click(own, custom_id=custom_id)


def said(result: InteractionResult) -> str:
    """Return everything that was answered."""
    shown = [each.message.content for each in result.followups]
    return "\n".join([*shown, result.response.message.content if result.response else ""])


async def _drawn() -> str:
    with tempfile.TemporaryDirectory() as folder:
        async with study_group(sqlite_url(Path(folder))) as group:
            return await page(group)


if __name__ == "__main__":
    main()
