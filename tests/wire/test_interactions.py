"""Every kind of interaction, each first response, and what may follow it."""

from __future__ import annotations

import pytest

from tests.wire.commands import NotOffered
from tests.wire.interactions import Callback, Unanswered
from tests.wire.members import Actor, Delivery, together
from tests.wire.server import Loopback

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_slash_command_is_answered_to_the_member_alone(member: Actor) -> None:
    answer = await member.slash("echo", text="가", times=2)

    assert answer.text == "가가"
    assert answer.ephemeral
    assert [told.text for told in member.told] == ["가가"]


async def test_a_command_works_in_direct_messages(member: Actor) -> None:
    answer = await member.in_private.slash("echo", text="나")

    assert answer.text == "나"


async def test_an_option_is_completed_while_it_is_typed(member: Actor) -> None:
    answer = await member.type_into("echo", "text", "하이")

    assert answer.choices == [{"name": "하이!", "value": "하이!"}]


async def test_a_message_menu_gets_the_message(member: Actor) -> None:
    message = member.say("@bot 안녕")

    answer = await member.context_menu("되읽기", message)

    assert "안녕" in answer.text


async def test_a_button_updates_its_message(member: Actor) -> None:
    shown = await member.slash("controls")

    await member.press(shown.reply, "update")

    assert shown.reply.content == "바뀜"
    assert not shown.ephemeral


async def test_a_select_sends_the_chosen_values(member: Actor) -> None:
    shown = await member.slash("controls")

    answer = await member.select(shown.reply, "pick", "가")

    assert answer.text == "['1']"


async def test_a_modal_is_shown_filled_in_and_answered(member: Actor) -> None:
    shown = await member.slash("controls")
    modal = await member.press(shown.reply, "modal")

    answer = await member.submit(modal, name="도란", side="찬성")

    assert answer.text == "도란: ['for']"


async def test_a_deferred_answer_is_filled_in_and_followed(member: Actor) -> None:
    shown = await member.slash("controls")

    answer = await member.press(shown.reply, "defer")
    followed = await answer.followed_up()

    assert answer.acknowledged_as is Callback.DEFERRED_MESSAGE
    assert (answer.text, answer.ephemeral) == ("늦은 답", True)
    assert [(message.text, message.ephemeral) for message in followed] == [("하나 더", False)]


async def test_components_of_version_two_come_with_their_file(member: Actor) -> None:
    shown = await member.slash("layout")
    gallery = shown.reply.components[0]["components"][1]

    answer = await member.press(shown.reply, "빈 것")

    assert gallery["items"][0]["media"]["url"] == shown.reply.attachments[0]["url"]
    assert answer.text == "ok"


async def test_two_hundred_members_press_at_the_same_instant(
    shared: Loopback, member: Actor
) -> None:
    shown = await member.slash("controls")
    members = [Actor.join(shared.world, member.channel, f"m{number}") for number in range(200)]

    answers = await together(*(each.press(shown.reply, "empty") for each in members))

    assert {answer.text for answer in answers} == {"ok"}
    assert all([told.text for told in each.told] == ["ok"] for each in members)


async def test_an_interaction_delivered_twice_can_be_acknowledged_once(
    shared: Loopback, member: Actor
) -> None:
    shown = await member.slash("controls")

    answer = await member.press(shown.reply, "empty", delivery=Delivery(times=2))
    path = f"/interactions/{answer.id}/"
    requests = await shared.world.until(
        lambda: [
            request
            for request in shared.world.transcript.requests
            if request.path.startswith(path) and request.status == 400
        ]
    )

    assert len(requests) == 1
    assert len(member.told) == 1


async def test_an_interaction_older_than_three_seconds_is_unknown(
    shared: Loopback, member: Actor
) -> None:
    shown = await member.slash("controls")

    late = member.press(shown.reply, "empty", delivery=Delivery(age=3.5))
    request = shared.world.transcript.requests
    await shared.world.until(lambda: request[-1].status == 404)

    assert late.acknowledged_as is None
    with pytest.raises(Unanswered):
        await late.answered(within=0.01)


async def test_a_member_cannot_press_what_they_do_not_see(shared: Loopback, member: Actor) -> None:
    answer = await member.slash("echo", text="비밀")
    other = Actor.join(shared.world, member.channel, "준호")

    with pytest.raises(NotOffered):
        other.press(answer.reply, "empty")
    with pytest.raises(NotOffered):
        member.slash("nothing")
    with pytest.raises(NotOffered):
        member.slash("echo", times=3)
