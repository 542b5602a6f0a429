"""Commands, options and choices carry both languages, within Discord's limits."""

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
from discord.app_commands import Command

from bot.app import DoranBot
from bot.discord_ui import sync
from bot.discord_ui.sync import payload_hash
from bot.discord_ui.tree import DoranTree
from bot.discord_ui.words import Voice
from tests.support.databases import sqlite_url
from tests.support.group import study_group

Node = dict[str, Any]
SUBCOMMANDS = {1, 2}
# https://discord.com/developers/docs/interactions/application-commands#application-command-object
NAME = re.compile(r"[-_'\w]{1,32}")
MENU_KINDS = {2, 3}


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[DoranBot]:
    """The bot with every command in its tree."""
    async with study_group(sqlite_url(tmp_path)) as group:
        yield group.bot


# Seeing and deleting what is one's own is nobody else's to allow.
EVERYBODYS_GROUPS = {"privacy"}


async def payloads(bot: DoranBot) -> list[Node]:
    """Return what Discord is told of each command."""
    tree = bot.tree
    assert isinstance(tree, DoranTree)
    assert tree.translator is not None
    return [
        await command.get_translated_payload(tree, tree.translator)
        for command in tree.get_commands()
    ]


def branches(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Return every command, group and option under ``node``, by its full name."""
    path = f"{path} {node['name']}".strip()
    yield path, node
    for option in node.get("options", ()):
        yield from branches(option, path)


async def test_every_command_and_option_has_a_name_and_a_line_in_both_languages(
    bot: DoranBot, subtests: pytest.Subtests
) -> None:
    for root in await payloads(bot):
        is_menu = root.get("type") in MENU_KINDS
        for path, node in branches(root):
            with subtests.test(path):
                korean = (node.get("name_localizations") or {})["ko"]
                for name in (node["name"], korean):
                    assert 1 <= len(name) <= 32
                    assert is_menu or (NAME.fullmatch(name) and name == name.lower())
                assert re.search("[가-힣]", korean)
                if not is_menu:
                    line = (node.get("description_localizations") or {})["ko"]
                    assert re.search("[가-힣]", line)
                    assert 1 <= len(line) <= 100
                    assert 1 <= len(node["description"]) <= 100
                    assert not re.search("[가-힣]", node["description"])


async def test_every_choice_is_named_in_both_languages(
    bot: DoranBot, subtests: pytest.Subtests
) -> None:
    for root in await payloads(bot):
        for path, node in branches(root):
            for choice in node.get("choices") or ():
                with subtests.test(f"{path} {choice['value']}"):
                    korean = (choice.get("name_localizations") or {}).get("ko", choice["name"])
                    assert 1 <= len(choice["name"]) <= 100
                    assert 1 <= len(korean) <= 100


async def test_no_two_siblings_share_a_name_in_a_language(bot: DoranBot) -> None:
    roots = await payloads(bot)
    families = [[root for root in roots if root.get("type", 1) == kind] for kind in (1, 2, 3)]
    families += [node.get("options", []) for root in roots for _, node in branches(root)]
    for family in families:
        for language in ("en", "ko"):
            names = Counter(
                (node.get("name_localizations") or {}).get(language, node["name"])
                for node in family
            )
            assert [name for name, times in names.items() if times > 1] == []


async def test_moderators_commands_are_groups_hidden_from_plain_members(bot: DoranBot) -> None:
    for root in await payloads(bot):
        if any(option["type"] in SUBCOMMANDS for option in root.get("options", ())):
            expected = (
                None
                if root["name"] in EVERYBODYS_GROUPS
                else discord.Permissions(manage_messages=True).value
            )
            assert root["default_member_permissions"] == expected, root["name"]


async def test_the_hash_tells_a_changed_line(bot: DoranBot) -> None:
    tree = bot.tree
    assert isinstance(tree, DoranTree)
    before = payload_hash(tree)
    again = payload_hash(tree)
    command = tree.get_command("ask")
    assert isinstance(command, Command)

    command.description = "Another line"

    assert again == before
    assert payload_hash(tree) != before


async def test_the_hash_tells_a_changed_translation(
    bot: DoranBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = bot.tree
    assert isinstance(tree, DoranTree)
    before = payload_hash(tree)
    changed = Voice("ko", iter(["command-ask = 다른말\n"]))
    monkeypatch.setattr(sync, "voice", lambda _language: changed)

    assert payload_hash(tree) != before
