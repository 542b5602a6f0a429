"""Commands as members find them: registered, hidden, filled in, refused by the app itself."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wire.client import Client
from tests.wire.commands import NotOffered
from tests.wire.members import Actor
from tests.wire.objects import Channel, Json
from tests.wire.permissions import Permission
from tests.wire.test_messages import posted
from tests.wire.world import World

COMMANDS: list[Json] = [
    {
        "name": "who",
        "name_localizations": {"ko": "누구"},
        "description": "-",
        "options": [
            {"type": 6, "name": "member", "description": "-", "required": True},
            {"type": 7, "name": "place", "description": "-"},
            {"type": 8, "name": "role", "description": "-"},
            {"type": 5, "name": "sure", "description": "-"},
        ],
    },
    {
        "name": "settings",
        "description": "-",
        "default_member_permissions": int(Permission.MANAGE_MESSAGES),
        "contexts": [0],
        "options": [
            {
                "type": 1,
                "name": "announce",
                "description": "-",
                "options": [
                    {
                        "type": 3,
                        "name": "when",
                        "description": "-",
                        "choices": [{"name": "지금", "value": "now"}],
                    },
                    {"type": 4, "name": "days", "description": "-", "max_value": 7},
                ],
            }
        ],
    },
]
SELECT: Json = {"type": 5, "custom_id": "who", "max_values": 2}


@pytest.fixture
async def member(world: World, client: Client, channel: Channel) -> Actor:
    path = f"/applications/{world.application_id}/commands"
    answer = await client.ask("PUT", path, COMMANDS)
    assert answer.status == 200, answer
    return Actor.join(world, channel, "민지")


async def test_registering_again_keeps_the_ids(world: World, client: Client, member: Actor) -> None:
    path = f"/applications/{world.application_id}/commands"
    before = [command["id"] for command in world.commands[None]]

    again = await client.ask("PUT", path, COMMANDS)
    read = await client.ask("GET", path)

    assert [command["id"] for command in again.body] == before
    assert read.body == again.body


async def test_what_an_option_names_is_resolved(member: Actor, channel: Channel) -> None:
    assert channel.guild is not None
    role = channel.guild.everyone

    asked = member.slash("누구", member=member.user, place=channel, role=role, sure=True)

    assert asked.data["name"] == "who"
    assert set(asked.data["resolved"]) == {"users", "members", "channels", "roles"}
    assert [option["name"] for option in asked.data["options"]] == [
        "member",
        "place",
        "role",
        "sure",
    ]


async def test_a_hidden_command_is_offered_to_those_with_the_permission(
    world: World, member: Actor, channel: Channel
) -> None:
    assert channel.guild is not None
    role = world.add_role(channel.guild, "운영진", Permission.MANAGE_MESSAGES)
    moderator = Actor.join(world, channel, "하늘", role)

    asked = moderator.slash("settings announce", when="지금", days=7)

    assert asked.data["options"][0]["options"][0]["value"] == "now"
    with pytest.raises(NotOffered, match="hidden"):
        member.slash("settings announce")
    with pytest.raises(NotOffered, match="direct"):
        moderator.in_private.slash("settings announce")


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("nothing", {}),
        ("settings", {}),
        ("settings nothing", {}),
        ("settings announce", {"when": "언젠가"}),
        ("settings announce", {"days": 8}),
        ("settings announce", {"days": "셋"}),
        ("settings announce", {"hours": 1}),
        ("who", {}),
    ],
)
async def test_the_app_does_not_send_what_cannot_be(
    path: str, options: dict[str, Any], world: World, member: Actor, channel: Channel
) -> None:
    assert channel.guild is not None
    role = world.add_role(channel.guild, "운영진", Permission.MANAGE_MESSAGES)
    moderator = Actor.join(world, channel, "하늘", role)

    with pytest.raises(NotOffered):
        moderator.slash(path, **options)


async def test_members_are_chosen_in_a_select(
    world: World, client: Client, member: Actor, channel: Channel
) -> None:
    rows = [{"type": 1, "components": [SELECT]}]
    shown = world.messages[await posted(client, channel, "누구?", components=rows)]

    chosen = member.select(shown, "who", member.user.id, world.bot.id)

    assert chosen.data["values"] == [str(member.user.id), str(world.bot.id)]
    with pytest.raises(NotOffered):
        member.select(shown, "who")
