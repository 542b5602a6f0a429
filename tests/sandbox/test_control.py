from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.sandbox.control import ControlPage
from bot.sandbox.journal import Journal
from bot.sandbox.stage import Stage


class Visitor:
    """A browser on the control page."""

    def __init__(self, client: TestClient[Request, Application], path: str) -> None:
        self.client = client
        self.path = path

    async def state(self) -> dict[str, Any]:
        answer = await self.client.get(f"{self.path}state")
        assert answer.status == 200
        state: dict[str, Any] = await answer.json()
        return state

    async def send(self, what: str, **facts: str) -> int:
        answer = await self.client.post(f"{self.path}{what}", json=facts)
        return answer.status


@pytest.fixture
async def visitor(stage: Stage) -> AsyncIterator[Visitor]:
    page = ControlPage(stage, Journal(), kept=False)
    async with TestClient(TestServer(page.app(), host="127.0.0.1")) as client:
        yield Visitor(client, page.path)


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}])
async def test_other_pages_of_the_web_are_turned_away(
    visitor: Visitor, headers: dict[str, str]
) -> None:
    looked = await visitor.client.get(f"{visitor.path}state", headers=headers)
    acted = await visitor.client.post(f"{visitor.path}restart", headers=headers)

    assert (looked.status, acted.status) == (403, 403)


async def test_without_the_key_there_is_nothing(visitor: Visitor) -> None:
    statuses = [
        (await visitor.client.get("/")).status,
        (await visitor.client.get("/state")).status,
        (await visitor.client.post("/restart")).status,
        (await visitor.client.get(f"/{'x' * 24}/state")).status,
    ]

    assert statuses == [404, 404, 404, 404]


async def test_nothing_changes_by_following_a_link(visitor: Visitor) -> None:
    answer = await visitor.client.get(f"{visitor.path}restart")

    assert answer.status == 404


@pytest.mark.parametrize("file", ["", "page.css", "page.js", "chat.js", "words.json", "icon.svg"])
async def test_every_file_of_the_page_is_served_with_its_guards(
    visitor: Visitor, file: str
) -> None:
    answer = await visitor.client.get(visitor.path + file)

    assert answer.status == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "http" not in (await answer.text()).replace("http://www.w3.org/2000/svg", "").replace(
        "https?:", ""
    ), "the page must load nothing from elsewhere"


async def test_a_tour_is_played_by_the_chosen_person_and_written_down(visitor: Visitor) -> None:
    people = {person["name"]: person["id"] for person in (await visitor.state())["people"]}
    await visitor.send("person", person=people["준호"])

    sent = await visitor.send("tour", tour="ask")

    state = await visitor.state()
    assert sent == 200
    assert [line["author"] for line in state["lines"][-2:]] == ["준호", "도란"]
    assert state["journal"][-1]["word"] == "log_tour"
    assert state["journal"][-1]["state"] == "done"


@pytest.mark.parametrize(
    ("what", "facts"),
    [
        ("tour", {"tour": "no-such"}),
        ("person", {"person": "1"}),
        ("language", {"language": "fr"}),
    ],
)
async def test_what_does_not_exist_is_refused(
    visitor: Visitor, what: str, facts: dict[str, str]
) -> None:
    assert await visitor.send(what, **facts) == 400


async def test_a_bot_that_cannot_start_again_is_told_and_the_old_one_goes_on(
    visitor: Visitor, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("notes are broken")

    monkeypatch.setattr(stage, "_make_bot", broken)

    sent = await visitor.send("restart")
    tour = await visitor.send("tour", tour="not-covered")

    words = [(entry["word"], entry["state"]) for entry in (await visitor.state())["journal"]]
    assert (sent, tour) == (500, 200)
    assert words == [("log_restart", "failed"), ("fault", "failed"), ("log_tour", "done")]


async def test_a_place_opens_as_its_own_preview(visitor: Visitor) -> None:
    study = (await visitor.state())["watched"]

    answer = await visitor.client.post(
        f"{visitor.path}open", data={"place": study}, allow_redirects=False
    )

    assert answer.status == 303
    assert answer.headers["Location"].startswith("http://127.0.0.1:")


async def test_a_channel_that_a_member_cannot_see_is_not_shown_to_them(
    visitor: Visitor, stage: Stage
) -> None:
    hidden = stage.world.channels["운영-알림"].id

    await visitor.send("watch", place=str(hidden))

    assert (await visitor.state())["watched"] == str(stage.world.study.id)
