"""The rules of messages, asked of the loopback directly."""

from __future__ import annotations

from datetime import timedelta

from tests.wire.client import Client
from tests.wire.members import Actor
from tests.wire.messages import Message
from tests.wire.objects import Channel
from tests.wire.permissions import Permission
from tests.wire.world import World


async def posted(client: Client, channel: Channel, content: str, **rest: object) -> int:
    answer = await client.ask(
        "POST", f"/channels/{channel.id}/messages", {"content": content} | rest
    )
    assert answer.status == 200, answer
    return int(answer.body["id"])


async def seen(client: Client, channel: Channel, query: str = "") -> list[str]:
    answer = await client.ask("GET", f"/channels/{channel.id}/messages{query}")
    assert answer.status == 200
    return [message["content"] for message in answer.body]


async def test_the_same_enforced_nonce_returns_the_earlier_message(
    world: World, client: Client, channel: Channel
) -> None:
    first = await posted(client, channel, "하나", nonce="n1", enforce_nonce=True)
    again = await posted(client, channel, "하나", nonce="n1", enforce_nonce=True)
    other = await posted(client, channel, "둘", nonce="n2", enforce_nonce=True)

    assert first == again != other
    assert len(world.transcript.posts_in(channel.id)) == 2


async def test_a_nonce_is_forgotten_after_some_minutes(
    world: World, client: Client, channel: Channel
) -> None:
    first = await posted(client, channel, "하나", nonce="n1", enforce_nonce=True)
    world.messages[first].created_at -= timedelta(minutes=5)

    again = await posted(client, channel, "하나", nonce="n1", enforce_nonce=True)

    assert again != first


async def test_a_nonce_that_is_not_enforced_posts_twice(
    world: World, client: Client, channel: Channel
) -> None:
    await posted(client, channel, "하나", nonce="n1")
    await posted(client, channel, "하나", nonce="n1")

    assert world.transcript.posts_by_channel() == {channel.id: 2}


async def test_history_is_read_from_either_end_and_around(client: Client, channel: Channel) -> None:
    ids = [await posted(client, channel, f"{number}") for number in range(6)]

    assert await seen(client, channel, "?limit=2") == ["5", "4"]
    assert await seen(client, channel, f"?before={ids[2]}&limit=5") == ["1", "0"]
    assert await seen(client, channel, f"?after={ids[2]}&limit=2") == ["4", "3"]
    assert await seen(client, channel, f"?around={ids[2]}&limit=3") == ["3", "2", "1"]


async def test_history_lags_behind_a_write_for_so_many_reads(
    world: World, client: Client, channel: Channel
) -> None:
    world.history_lag_reads = 2
    await posted(client, channel, "늦게 보임")

    reads = [await seen(client, channel) for _ in range(3)]

    assert reads == [[], [], ["늦게 보임"]]


async def test_history_lags_behind_a_write_for_so_long(
    world: World, client: Client, channel: Channel
) -> None:
    world.history_lag = timedelta(hours=1)
    message = world.messages[await posted(client, channel, "늦게 보임")]

    assert await seen(client, channel) == []
    message.unseen_until = None
    assert await seen(client, channel) == ["늦게 보임"]


async def test_without_read_message_history_there_is_nothing_to_read(
    world: World, client: Client, channel: Channel
) -> None:
    message_id = await posted(client, channel, "하나")
    world.forbid(channel, Permission.READ_MESSAGE_HISTORY)

    one = await client.ask("GET", f"/channels/{channel.id}/messages/{message_id}")
    reply = {"content": "답", "message_reference": {"message_id": str(message_id)}}
    replied = await client.ask("POST", f"/channels/{channel.id}/messages", reply)

    assert await seen(client, channel) == []
    assert (one.status, one.code) == (403, 50013)
    assert replied.code == 160002


async def test_each_missing_permission_has_its_refusal(
    world: World, client: Client, channel: Channel
) -> None:
    path = f"/channels/{channel.id}/messages"
    codes = {}
    for permission, body in (
        (Permission.EMBED_LINKS, {"embeds": [{"title": "가"}]}),
        (Permission.SEND_MESSAGES, {"content": "가"}),
        (Permission.VIEW_CHANNEL, {"content": "가"}),
    ):
        world.forbid(channel, permission)
        codes[permission] = (await client.ask("POST", path, body)).code

    assert codes == {
        Permission.EMBED_LINKS: 50013,
        Permission.SEND_MESSAGES: 50013,
        Permission.VIEW_CHANNEL: 50001,
    }


async def test_only_own_messages_can_be_edited(
    world: World, client: Client, channel: Channel
) -> None:
    said = Actor.join(world, channel, "민지").say("제 말이에요")
    path = f"/channels/{channel.id}/messages"

    edited = await client.ask("PATCH", f"{path}/{said.id}", {"content": "바꿈"})
    missing = await client.ask("PATCH", f"{path}/1", {"content": "바꿈"})
    deleted = await client.ask("DELETE", f"{path}/{said.id}")

    assert [edited.code, missing.code, deleted.code] == [50005, 10008, 50013]


async def test_a_direct_message_to_closed_doors_is_refused(
    world: World, client: Client, channel: Channel
) -> None:
    member = Actor.join(world, channel, "민지")
    stranger = world.add_user("남남")
    opened = {}
    for user in (member.user, stranger):
        answer = await client.ask("POST", "/users/@me/channels", {"recipient_id": str(user.id)})
        opened[user.name] = answer.body["id"]
    body = {"content": "안녕하세요"}

    first = await client.ask("POST", f"/channels/{opened['민지']}/messages", body)
    member.user.dms_open = False
    second = await client.ask("POST", f"/channels/{opened['민지']}/messages", body)
    third = await client.ask("POST", f"/channels/{opened['남남']}/messages", body)

    assert [first.status, second.code, third.code] == [200, 50007, 50007]
    assert [told.text for told in member.told] == ["안녕하세요"]


async def test_who_is_notified_follows_allowed_mentions(
    world: World, client: Client, channel: Channel
) -> None:
    one, two = (Actor.join(world, channel, name).user for name in ("민지", "준호"))

    async def pings(**rest: object) -> frozenset[int]:
        content = f"{one.mention} {two.mention} @everyone"
        message: Message = world.messages[await posted(client, channel, content, **rest)]
        assert not message.pings.everyone
        return message.pings.users

    assert await pings() == {one.id, two.id}
    assert await pings(allowed_mentions={"parse": []}) == set()
    assert await pings(allowed_mentions={"parse": [], "users": [str(one.id)]}) == {one.id}
    assert await pings(flags=1 << 12) == set()


async def test_realistic_limits_let_five_messages_pass_in_a_channel(
    world: World, client: Client, channel: Channel
) -> None:
    world.limits.be_realistic()
    path = f"/channels/{channel.id}/messages"

    answers = [await client.ask("POST", path, {"content": "가"}) for _ in range(6)]

    assert [answer.status for answer in answers] == [200] * 5 + [429]
    assert 0 < answers[-1].body["retry_after"] <= 5
    assert world.transcript.unprompted_in(channel.id) == list(channel.messages.values())


async def test_pins_are_listed_newest_first_by_both_routes(
    world: World, client: Client, channel: Channel
) -> None:
    path = f"/channels/{channel.id}"
    ids = [await posted(client, channel, f"{number}") for number in range(2)]
    await client.ask("PUT", f"{path}/messages/pins/{ids[0]}")
    await client.ask("PUT", f"{path}/pins/{ids[1]}")

    new = (await client.ask("GET", f"{path}/messages/pins")).body
    old = (await client.ask("GET", f"{path}/pins")).body
    await client.ask("DELETE", f"{path}/messages/pins/{ids[0]}")

    assert [item["message"]["content"] for item in new["items"]] == ["1", "0"]
    assert [message["content"] for message in old] == ["1", "0"]
    assert list(channel.pins) == [ids[1]]
    world.forbid(channel, Permission.PIN_MESSAGES)
    assert (await client.ask("PUT", f"{path}/messages/pins/{ids[0]}")).code == 50013
