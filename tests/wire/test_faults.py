"""Every fault of the script, as the real discord.py meets it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.wire.faults import Fault, What
from tests.wire.limits import MESSAGE_ROUTE, Limit
from tests.wire.members import Actor
from tests.wire.server import Loopback

pytestmark = pytest.mark.asyncio(loop_scope="module")
METHOD, ROUTE = MESSAGE_ROUTE


@pytest.fixture(autouse=True)
def no_script_left(shared: Loopback) -> Iterator[None]:
    yield
    assert shared.world.faults.waiting == []
    shared.world.faults.clear()


def contents(shared: Loopback, member: Actor) -> list[str]:
    return [message.content for message in shared.world.transcript.posts_in(member.channel.id)]


@pytest.mark.parametrize("what", [What.BUCKET_429, What.GLOBAL_429])
async def test_a_rate_limit_is_waited_out(what: What, shared: Loopback, member: Actor) -> None:
    shared.world.faults.add(Fault(METHOD, ROUTE, what, times=2, seconds=0.01))

    member.say("@bot 안녕")
    await member.hears("들음")

    assert contents(shared, member) == ["들음: 안녕"]
    tried = shared.world.transcript.requests_to(METHOD, ROUTE)[-3:]
    assert [request.status for request in tried] == [429, 429, 200]


async def test_a_server_error_that_discord_py_does_not_retry_is_raised(
    shared: Loopback, member: Actor
) -> None:
    shared.world.faults.add(Fault(METHOD, ROUTE, What.SERVER_ERROR, status=503))

    member.say("@bot 안녕")
    await member.hears("거절")

    assert contents(shared, member) == ["거절 0 DiscordServerError"]


async def test_a_server_error_after_the_deed_is_retried_and_the_nonce_holds(
    shared: Loopback, member: Actor
) -> None:
    shared.world.faults.add(Fault(METHOD, ROUTE, What.SERVER_ERROR_AFTER, status=502))

    member.say("@bot nonce n1 한번")
    route = shared.world.transcript.requests_to
    await shared.world.until(
        lambda: [each.status for each in route(METHOD, ROUTE)][-2:] == [502, 200]
    )

    assert contents(shared, member) == ["한번"]


async def test_a_reset_before_discord_acted_leaves_nothing(shared: Loopback, member: Actor) -> None:
    shared.world.faults.add(Fault(METHOD, ROUTE, What.RESET_BEFORE))

    member.say("@bot nonce n2 하나")
    await member.hears("거절")

    assert len(contents(shared, member)) == 1


async def test_a_reset_after_discord_acted_leaves_the_message(
    shared: Loopback, member: Actor
) -> None:
    shared.world.faults.add(Fault(METHOD, ROUTE, What.RESET_AFTER))

    member.say("@bot nonce n3 하나")
    await member.hears("거절")
    member.say("@bot nonce n3 하나")
    member.say("@bot 끝")
    await member.hears("들음: 끝")

    assert contents(shared, member)[0] == "하나"
    assert contents(shared, member).count("하나") == 1


@pytest.mark.parametrize(("what", "count"), [(What.TIMEOUT_BEFORE, 0), (What.TIMEOUT_AFTER, 1)])
async def test_a_request_that_is_never_answered_did_or_did_not_act(
    what: What, count: int, shared: Loopback, member: Actor
) -> None:
    shared.world.faults.add(Fault(METHOD, ROUTE, what))

    member.say("@bot nonce n4 하나")
    requests = shared.world.transcript.requests_to
    await shared.world.until(lambda: requests(METHOD, ROUTE)[-1].fault == what.name)

    assert contents(shared, member) == ["하나"] * count
    assert requests(METHOD, ROUTE)[-1].status is None


async def test_a_slow_answer_arrives_in_the_end(shared: Loopback, member: Actor) -> None:
    shared.world.faults.add(Fault(METHOD, ROUTE, What.SLOW, seconds=0.05))

    member.say("@bot edit")
    await shared.world.until(lambda: contents(shared, member) == ["처음"])
    message = shared.world.transcript.posts_in(member.channel.id)[0]
    await shared.world.until(lambda: message.content == "나중")

    assert message.edits == 1


async def test_a_fault_waits_for_its_occurrence(shared: Loopback, member: Actor) -> None:
    shared.world.faults.add(Fault("*", ROUTE, What.SERVER_ERROR, nth=2, status=503))

    member.say("@bot burst 2")
    await member.hears("거절")

    assert contents(shared, member) == ["0", "거절 0 DiscordServerError"]


async def test_discord_py_keeps_within_the_limits_that_the_headers_tell(
    shared: Loopback, member: Actor
) -> None:
    shared.world.limits.per_route[MESSAGE_ROUTE] = Limit(calls=2, seconds=0.1)

    member.say("@bot burst 5")
    await member.hears("4")
    shared.world.limits.per_route.clear()

    statuses = [each.status for each in shared.world.transcript.requests_to(METHOD, ROUTE)][-5:]
    assert statuses == [200] * 5


async def test_the_global_limit_is_told_apart(shared: Loopback, member: Actor) -> None:
    shared.world.limits.global_per_second = 1

    member.say("@bot burst 2")
    await member.hears("1")
    shared.world.limits.global_per_second = None

    assert contents(shared, member) == ["0", "1"]
    assert 429 in [each.status for each in shared.world.transcript.requests_to(METHOD, ROUTE)]
