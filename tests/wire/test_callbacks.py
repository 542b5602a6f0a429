"""The rules of answering an interaction, asked of the loopback directly."""

from __future__ import annotations

import pytest

from tests.wire.client import Answer, Client
from tests.wire.interactions import SECONDS_OF_TOKEN, Callback, Interaction
from tests.wire.members import Actor
from tests.wire.messages import Message, MessageFlag
from tests.wire.objects import Channel, Json
from tests.wire.test_messages import posted
from tests.wire.world import World

BUTTON: Json = {"type": 2, "style": 1, "label": "가", "custom_id": "a"}
ROWS: list[Json] = [{"type": 1, "components": [BUTTON]}]
INPUT: Json = {"type": 4, "custom_id": "t", "style": 1, "label": "가"}
MODAL: Json = {
    "custom_id": "m",
    "title": "가",
    "components": [{"type": 1, "components": [INPUT]}],
}
EPHEMERAL = int(MessageFlag.EPHEMERAL)


@pytest.fixture
def member(world: World, channel: Channel) -> Actor:
    return Actor.join(world, channel, "민지")


@pytest.fixture
async def shown(world: World, client: Client, channel: Channel) -> Message:
    """A message of the bot's with a button."""
    return world.messages[await posted(client, channel, "눌러요", components=ROWS)]


async def responded(
    client: Client, to: Interaction, callback: Callback, data: Json | None = None
) -> Answer:
    body: Json = {"type": int(callback)} | ({"data": data} if data is not None else {})
    path = f"/interactions/{to.id}/{to.token}/callback?with_response=true"
    return await client.ask("POST", path, body)


async def test_the_answer_is_told_with_its_message(
    client: Client, member: Actor, shown: Message
) -> None:
    pressed = member.press(shown, "a")

    answer = await responded(client, pressed, Callback.MESSAGE, {"content": "답"})

    assert answer.body["resource"]["message"]["content"] == "답"
    assert answer.body["interaction"]["response_message_id"] == str(pressed.reply.id)


async def test_a_second_acknowledgement_is_refused(
    client: Client, member: Actor, shown: Message
) -> None:
    pressed = member.press(shown, "a")
    await responded(client, pressed, Callback.DEFERRED_UPDATE)

    again = await responded(client, pressed, Callback.MESSAGE, {"content": "답"})

    assert (again.status, again.code) == (400, 40060)


async def test_a_token_that_was_never_given_is_unknown(client: Client) -> None:
    answer = await client.ask("POST", "/interactions/1/none/callback", {"type": 6})

    assert (answer.status, answer.code) == (404, 10062)


async def test_a_modal_cannot_answer_a_modal(
    world: World, client: Client, member: Actor, shown: Message
) -> None:
    pressed = member.press(shown, "a")
    await responded(client, pressed, Callback.MODAL, MODAL)
    sent = member.submit(await pressed, t="하나")

    answer = await responded(client, sent, Callback.MODAL, MODAL)

    assert answer.code == 50035
    assert world.transcript.take_violations() == ["MODAL in answer to MODAL"]


async def test_a_modal_from_a_button_can_update_the_buttons_message(
    client: Client, member: Actor, shown: Message
) -> None:
    pressed = member.press(shown, "a")
    await responded(client, pressed, Callback.MODAL, MODAL)
    sent = member.submit(await pressed, t="하나")

    await responded(client, sent, Callback.UPDATE, {"content": "바뀜", "components": []})

    assert (shown.content, shown.controls) == ("바뀜", [])


async def test_the_answer_is_read_changed_and_taken_back(
    world: World, client: Client, member: Actor, shown: Message
) -> None:
    pressed = member.press(shown, "a")
    await responded(client, pressed, Callback.MESSAGE, {"content": "답", "flags": EPHEMERAL})
    path = f"/webhooks/{world.application_id}/{pressed.token}/messages/@original"

    read = await client.ask("GET", path)
    changed = await client.ask("PATCH", path, {"content": "새 답"})
    deleted = await client.ask("DELETE", path)
    gone = await client.ask("GET", path)
    elsewhere = f"/channels/{shown.channel.id}/messages/{read.body['id']}"

    assert [read.body["content"], changed.body["content"]] == ["답", "새 답"]
    assert (deleted.status, gone.code) == (204, 10008)
    assert (await client.ask("GET", elsewhere)).code == 10008
    assert [told.deed.value for told in member.told] == ["sent", "edited", "deleted"]


async def test_nothing_follows_before_the_first_answer_or_after_fifteen_minutes(
    world: World, client: Client, member: Actor, shown: Message
) -> None:
    pressed = member.press(shown, "a")
    path = f"/webhooks/{world.application_id}/{pressed.token}"

    early = await client.ask("POST", path, {"content": "가"})
    await responded(client, pressed, Callback.DEFERRED_UPDATE)
    pressed.born -= SECONDS_OF_TOKEN + 1
    late = await client.ask("POST", path, {"content": "가"})

    assert [early.code, late.code] == [10015, 50027]


async def test_the_first_follow_up_fills_in_a_deferred_answer(
    world: World, client: Client, member: Actor, shown: Message
) -> None:
    pressed = member.press(shown, "a")
    await responded(client, pressed, Callback.DEFERRED_MESSAGE, {"flags": EPHEMERAL})
    waiting = pressed.waiting
    path = f"/webhooks/{world.application_id}/{pressed.token}"

    await client.ask("POST", path, {"content": "답"})
    await client.ask("POST", path, {"content": "하나 더"})

    assert waiting
    assert ((await pressed).text, pressed.ephemeral) == ("답", True)
    assert [each.content for each in await pressed.followed_up()] == ["하나 더"]


async def test_an_answer_to_all_is_a_post_in_the_channel_and_an_ephemeral_one_is_not(
    world: World, client: Client, member: Actor, shown: Message, channel: Channel
) -> None:
    for flags in (0, EPHEMERAL):
        pressed = member.press(shown, "a")
        await responded(client, pressed, Callback.MESSAGE, {"content": "답", "flags": flags})

    assert world.transcript.posts_by_channel() == {channel.id: 2}
    assert len(member.told) == 1
