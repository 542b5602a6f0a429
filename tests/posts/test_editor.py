"""The editor: one edit at a time, not too often, the last state wins."""

import asyncio
from datetime import timedelta

import pytest

from bot.discord_ui.screens import Screen
from bot.ids import MessageId
from bot.posts.delivery import Gone
from bot.posts.editor import DISCORD_EPOCH, Edit, Editor, written_at
from bot.posts.outcomes import Refused, Unknown, Why
from bot.posts.pace import Pace
from tests.posts.parts import at_once
from tests.posts.posts import CHANNEL, NOON, Channels, Hands

SECOND = timedelta(seconds=1)


def message_of(minutes_old: float) -> MessageId:
    age = NOON - timedelta(minutes=minutes_old) - DISCORD_EPOCH
    return MessageId(int(age / timedelta(milliseconds=1)) << 22)


class Desk:
    """An editor whose sleeps move the clock instead of taking time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clock, self.channels = Hands(), Channels()
        self.editor = Editor(self.channels, self.clock, Pace(sleep=at_once))
        self.naps: list[float] = []
        self.done: list[str] = []
        self._plain_sleep = asyncio.sleep

        async def sleep(seconds: float) -> None:
            if seconds:
                self.naps.append(seconds)
                self.clock.forward(timedelta(seconds=seconds))
            await self._plain_sleep(0)

        monkeypatch.setattr("bot.posts.editor.asyncio.sleep", sleep)

    def show(self, text: str, message: MessageId) -> None:
        async def draw() -> Screen | None:
            return Screen(content=text) if text else None

        async def done() -> None:
            self.done.append(text)

        self.editor.show(CHANNEL, message, Edit(draw, done))

    async def rest(self) -> None:
        for _ in range(50):
            await self._plain_sleep(0)

    @property
    def shown(self) -> list[str]:
        return [text for _, text in self.channels.edits]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(monkeypatch)


async def test_the_first_edit_is_made_at_once_and_the_next_three_seconds_later(desk: Desk) -> None:
    desk.show("1", message_of(1))
    await desk.rest()
    desk.show("2", message_of(1))
    await desk.rest()

    assert desk.shown == ["1", "2"]
    assert desk.naps == [3.0]


async def test_of_many_wishes_the_last_one_wins(desk: Desk) -> None:
    for number in range(20):
        desk.show(str(number), message_of(1))
    await desk.rest()

    assert desk.shown == ["19"]


async def test_a_message_over_an_hour_old_is_edited_every_fifteen_minutes(desk: Desk) -> None:
    desk.show("1", message_of(61))
    await desk.rest()
    desk.show("2", message_of(61))
    await desk.rest()

    assert desk.shown == ["1", "2"]
    assert sum(desk.naps) == 15 * 60


async def test_a_deleted_message_is_left_alone(desk: Desk) -> None:
    desk.channels.edit_says = [Gone()]
    desk.show("1", message_of(1))
    await desk.rest()

    assert desk.shown == []
    assert desk.done == ["1"]


async def test_a_refused_edit_is_not_tried_again(desk: Desk) -> None:
    desk.channels.edit_says = [Refused(Why.CANNOT_WRITE)]
    desk.show("1", message_of(1))
    await desk.rest()

    assert (desk.shown, desk.done) == ([], ["1"])


async def test_a_failed_edit_is_tried_again_with_growing_pauses(desk: Desk) -> None:
    desk.channels.edit_says = [Unknown("status 500")] * 3
    desk.show("1", message_of(1))
    await desk.rest()

    assert desk.shown == ["1"]
    assert [nap for nap in desk.naps if nap >= 5] == [5.0, 10.0, 20.0]


async def test_what_has_nothing_to_show_is_done_without_a_request(desk: Desk) -> None:
    desk.show("", message_of(1))
    await desk.rest()

    assert (desk.shown, desk.done) == ([], [""])


async def test_waiting_edits_are_made_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, channels = Hands(), Channels()
    editor = Editor(channels, clock, Pace(sleep=at_once))

    async def nothing() -> None:
        return None

    for text in ("1", "2"):

        async def draw(text: str = text) -> Screen | None:
            return Screen(content=text)

        editor.show(CHANNEL, message_of(1), Edit(draw, nothing))
        if text == "1":
            while not channels.edits:  # noqa: ASYNC110 - nothing to wait on
                await asyncio.sleep(0)
    await editor.flush()

    assert [text for _, text in channels.edits] == ["1", "2"]


def test_a_messages_age_is_read_off_its_id() -> None:
    assert abs(written_at(message_of(30)) - (NOON - timedelta(minutes=30))) < SECOND
