"""Planted faults: what breaks Discord's rules is refused, and remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wire import reference
from tests.wire.client import Client
from tests.wire.messages import MessageFlag
from tests.wire.objects import Channel, Json
from tests.wire.server import Loopback
from tests.wire.validation import Validation
from tests.wire.world import World

BUTTON: Json = {"type": 2, "style": 1, "label": "가", "custom_id": "a"}
V2 = {"flags": int(MessageFlag.COMPONENTS_V2)}


def row(*buttons: Json) -> Json:
    return {"type": 1, "components": list(buttons)}


SCHEMA_FAULTS: dict[str, Json] = {
    "an unknown key": {"content": "가", "colour": 1},
    "an unknown key within": {"components": [row(BUTTON | {"size": 3})]},
    "a title over 256": {"embeds": [{"title": "가" * 257}]},
    "a style of no button": {"components": [row(BUTTON | {"style": 9})]},
    "a label over 80": {"components": [row(BUTTON | {"label": "가" * 81})]},
    "eleven embeds": {"embeds": [{"title": "가"}] * 11},
    "six buttons in a row": {
        "components": [row(*(BUTTON | {"custom_id": f"{n}"} for n in range(6)))]
    },
    "a button without a row": {"components": [BUTTON]},
    "a wrong timestamp": {"embeds": [{"title": "가", "timestamp": "어제"}]},
    "a nonce over 25": {"content": "가", "nonce": "n" * 26},
}
HAND_FAULTS: dict[str, Json] = {
    "two buttons of one custom id": {"components": [row(BUTTON, BUTTON)]},
    "a button without custom id": {"components": [row({"type": 2, "style": 1, "label": "가"})]},
    "embeds over 6000 in all": {"embeds": [{"description": "가" * 3001}] * 2},
    "version 2 without its flag": {"components": [{"type": 10, "content": "가"}]},
    "content beside version 2": V2
    | {"content": "가", "components": [{"type": 10, "content": "가"}]},
    "flags of Discord's own": {"content": "가", "flags": 1 << 5},
    "an attachment without its file": {"content": "가", "attachments": [{"id": "0"}]},
}


@pytest.fixture
def needs_reference(loopback: Loopback) -> None:
    if loopback.validation is None:
        pytest.skip(reference.MISSING)


@pytest.mark.usefixtures("needs_reference")
@pytest.mark.parametrize("body", SCHEMA_FAULTS.values(), ids=SCHEMA_FAULTS.keys())
async def test_the_schema_catches(
    body: Json, world: World, client: Client, channel: Channel
) -> None:
    answer = await client.ask("POST", f"/channels/{channel.id}/messages", body)

    assert answer.code == 50035
    assert len(world.transcript.take_violations()) == 1


@pytest.mark.parametrize("body", HAND_FAULTS.values(), ids=HAND_FAULTS.keys())
async def test_the_hand_written_rules_catch(
    body: Json, world: World, client: Client, channel: Channel
) -> None:
    answer = await client.ask("POST", f"/channels/{channel.id}/messages", body)

    assert answer.code == 50035
    assert len(world.transcript.take_violations()) == 1
    assert world.transcript.posts_by_channel() == {}


def test_without_the_reference_there_is_no_validation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(reference.ENVIRONMENT_KEY, str(tmp_path))

    assert reference.reference_folder() is None
    assert Validation.where_there() is None


async def test_an_empty_message_is_refused(world: World, client: Client, channel: Channel) -> None:
    answer = await client.ask("POST", f"/channels/{channel.id}/messages", {"content": ""})

    assert answer.code == 50006
    assert len(world.transcript.take_violations()) == 1


async def test_an_unknown_route_is_refused_and_remembered(world: World, client: Client) -> None:
    answer = await client.ask("GET", "/nowhere/at/all")

    assert (answer.status, answer.code) == (404, 0)
    assert world.transcript.take_violations() == ["unknown route: GET /api/v10/nowhere/at/all"]


async def test_a_poll_is_not_modelled_and_says_so(
    world: World, client: Client, channel: Channel
) -> None:
    poll = {"question": {"text": "가?"}, "answers": [{"poll_media": {"text": "나"}}]}
    answer = await client.ask("POST", f"/channels/{channel.id}/messages", {"poll": poll})

    assert answer.status == 400
    assert "poll" in world.transcript.take_violations()[0]


async def test_a_wrong_token_opens_nothing(loopback: Loopback) -> None:
    async with Client(loopback, token="a.b.c") as stranger:
        answer = await stranger.ask("GET", "/users/@me")

    assert answer.status == 401


@pytest.mark.usefixtures("needs_reference")
async def test_the_loopbacks_own_events_are_held_against_the_schema(
    loopback: Loopback, world: World
) -> None:
    loopback.gateway.dispatch("MESSAGE_DELETE", {"id": "1"}, guild_id=None)
    loopback.gateway.dispatch("NO_SUCH_EVENT", {}, guild_id=None)

    first, second = world.transcript.take_violations()
    assert "channel_id" in first
    assert second.endswith("the gateway sends no NO_SUCH_EVENT")
