"""The rules of threads, channels, roles, members and scheduled events."""

from __future__ import annotations

from datetime import timedelta

from tests.wire.client import Answer, Client
from tests.wire.clockwork import iso
from tests.wire.members import Actor
from tests.wire.objects import Channel
from tests.wire.permissions import Permission
from tests.wire.test_messages import posted
from tests.wire.world import World


async def started(client: Client, channel: Channel, message_id: int) -> Answer:
    path = f"/channels/{channel.id}/messages/{message_id}/threads"
    return await client.ask("POST", path, {"name": "갈래"})


async def test_a_thread_has_its_messages_id_and_is_made_once(
    client: Client, channel: Channel
) -> None:
    message_id = await posted(client, channel, "시작")

    first = await started(client, channel, message_id)
    again = await started(client, channel, message_id)
    found = await client.ask("GET", f"/channels/{channel.id}/messages/{message_id}")

    assert (first.status, first.body["id"]) == (201, str(message_id))
    assert (again.status, again.code) == (400, 160004)
    assert found.body["thread"]["id"] == str(message_id)


async def test_an_archived_thread_takes_no_edit_until_it_is_opened(
    world: World, client: Client, channel: Channel
) -> None:
    message_id = await posted(client, channel, "시작")
    await started(client, channel, message_id)
    thread = world.channels[message_id]
    inside = await posted(client, thread, "안에서")
    path = f"/channels/{thread.id}"

    await client.ask("PATCH", path, {"archived": True, "locked": True})
    edited = await client.ask("PATCH", f"{path}/messages/{inside}", {"content": "바꿈"})
    renamed = await client.ask("PATCH", path, {"name": "새 이름"})
    joined = await client.ask("PUT", f"{path}/thread-members/@me")
    listed = await client.ask("GET", f"/channels/{channel.id}/threads/archived/public")
    opened = await client.ask("PATCH", path, {"archived": False})
    again = await client.ask("PATCH", f"{path}/messages/{inside}", {"content": "바꿈"})

    assert [edited.code, renamed.code, joined.code] == [50083, 50083, 50083]
    assert [each["id"] for each in listed.body["threads"]] == [str(thread.id)]
    assert not opened.body["thread_metadata"]["archived"]
    assert again.status == 200


async def test_a_message_opens_an_archived_thread(
    world: World, client: Client, channel: Channel
) -> None:
    message_id = await posted(client, channel, "시작")
    await started(client, channel, message_id)
    await client.ask("PATCH", f"/channels/{message_id}", {"archived": True})

    await posted(client, world.channels[message_id], "다시")
    active = await client.ask("GET", f"/guilds/{next(iter(world.guilds))}/threads/active")

    assert [each["id"] for each in active.body["threads"]] == [str(message_id)]


async def test_threads_need_their_own_permissions(
    world: World, client: Client, channel: Channel
) -> None:
    message_id = await posted(client, channel, "시작")
    world.forbid(channel, Permission.CREATE_PUBLIC_THREADS)
    refused = await started(client, channel, message_id)
    channel.overwrites.clear()
    await started(client, channel, message_id)
    world.forbid(channel, Permission.SEND_MESSAGES_IN_THREADS | Permission.MANAGE_THREADS)

    said = await client.ask("POST", f"/channels/{message_id}/messages", {"content": "가"})
    locked = await client.ask("PATCH", f"/channels/{message_id}", {"locked": True})

    assert [refused.code, said.code, locked.code] == [50013, 50013, 50013]


async def test_an_event_lives_from_planned_to_cancelled(
    world: World, client: Client, channel: Channel
) -> None:
    guild = channel.guild
    assert guild is not None
    path = f"/guilds/{guild.id}/scheduled-events"
    start = world.now() + timedelta(hours=1)
    body = {
        "name": "모임",
        "description": "번호 17",
        "privacy_level": 2,
        "entity_type": 3,
        "entity_metadata": {"location": "여기"},
        "scheduled_start_time": iso(start),
        "scheduled_end_time": iso(start + timedelta(hours=1)),
    }

    past = await client.ask("POST", path, body | {"scheduled_start_time": iso(world.now())})
    made = await client.ask("POST", path, body)
    event = f"{path}/{made.body['id']}"
    renamed = await client.ask("PATCH", event, {"name": "새 모임"})
    backwards = await client.ask("PATCH", event, {"status": 3})
    listed = await client.ask("GET", path)
    cancelled = await client.ask("PATCH", event, {"status": 4})
    deleted = await client.ask("DELETE", event)
    gone = await client.ask("GET", event)

    assert past.code == 50035
    assert renamed.body["name"] == "새 모임"
    assert backwards.code == 50035
    assert [each["description"] for each in listed.body] == ["번호 17"]
    assert (cancelled.body["status"], deleted.status, gone.code) == (4, 204, 10070)


async def test_channels_and_roles_need_their_permissions(
    world: World, client: Client, channel: Channel
) -> None:
    guild = channel.guild
    assert guild is not None
    path = f"/guilds/{guild.id}"
    refused = [
        (await client.ask("POST", f"{path}/channels", {"name": "새 곳"})).code,
        (await client.ask("POST", f"{path}/roles", {"name": "역할"})).code,
    ]
    for role in guild.roles.values():
        role.permissions |= Permission.ADMINISTRATOR

    made = await client.ask("POST", f"{path}/channels", {"name": "새 곳"})
    role_made = await client.ask("POST", f"{path}/roles", {"name": "역할", "permissions": "0"})
    listed = await client.ask("GET", f"{path}/channels")

    assert refused == [50013, 50013]
    assert made.body["id"] in [each["id"] for each in listed.body]
    assert role_made.body["name"] == "역할"


async def test_what_is_gone_is_unknown(world: World, client: Client, channel: Channel) -> None:
    guild = channel.guild
    assert guild is not None
    other = world.add_channel(guild, "다른 곳")

    world.remove_channel(channel)
    deleted = await client.ask("POST", f"/channels/{channel.id}/messages", {"content": "가"})
    world.remove_member(guild, world.bot)
    outside = await client.ask("POST", f"/channels/{other.id}/messages", {"content": "가"})

    assert [deleted.code, outside.code] == [10003, 50001]


async def test_members_are_found_one_by_one_and_by_name(
    world: World, client: Client, channel: Channel
) -> None:
    guild = channel.guild
    assert guild is not None
    member = Actor.join(world, channel, "민지").user
    path = f"/guilds/{guild.id}/members"

    found = await client.ask("GET", f"{path}/{member.id}")
    searched = await client.ask("GET", f"{path}/search?query=민&limit=5")
    missing = await client.ask("GET", f"{path}/1")
    everyone = await client.ask("GET", f"{path}?limit=5")

    assert found.body["user"]["username"] == "민지"
    assert len(searched.body) == 1
    assert [missing.code, everyone.code] == [10013, 50001]
