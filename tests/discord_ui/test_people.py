"""Names of people: one request a screen, leavers said to have left."""

from dataclasses import dataclass, field
from typing import Any, cast

import discord

from bot.discord_ui.people import MAX_NAMES, names_of
from bot.discord_ui.words import voice
from bot.ids import MemberId

KO = voice("ko")


@dataclass
class Person:
    id: int
    display_name: str


@dataclass
class Server:
    """A server that knows some people, or does not answer."""

    people: list[Person]
    fault: Exception | None = None
    asked: list[list[int]] = field(default_factory=list)

    async def query_members(self, *, user_ids: list[int], **_options: Any) -> list[Person]:
        self.asked.append(user_ids)
        if self.fault:
            raise self.fault
        return [person for person in self.people if person.id in user_ids]


async def names(server: Server, *members: int) -> dict[int, str]:
    found = await names_of(cast("discord.Guild", server), [MemberId(each) for each in members], KO)
    return {int(member): name for member, name in found.items()}


async def test_everybody_is_asked_for_at_once_and_leavers_are_said_to_be() -> None:
    server = Server([Person(1, "미나"), Person(2, "*준호*")])

    assert await names(server, 1, 2, 3) == {1: "미나", 2: "\\*준호\\*", 3: "나간 멤버"}
    assert server.asked == [[1, 2, 3]]


async def test_where_discord_does_not_answer_a_name_is_a_mention() -> None:
    assert await names(Server([], TimeoutError()), 1) == {1: "<@1>"}


async def test_no_more_are_asked_for_than_discord_answers_at_once() -> None:
    server = Server([])

    await names(server, *range(300))

    assert len(server.asked[0]) == MAX_NAMES


async def test_nobody_costs_no_request() -> None:
    server = Server([])

    assert await names(server) == {}
    assert server.asked == []
