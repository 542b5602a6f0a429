from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import simcord

from bot.sandbox.locale import ClientLanguages
from tests.sandbox.small_bot import SmallBot


@dataclass
class Scene:
    env: simcord.Env
    bot: SmallBot
    channel: simcord.ChannelHandle
    minji: simcord.MemberActor
    languages: ClientLanguages


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    bot = SmallBot()
    # Not simcord.run: its clock context can't be left in the task that tears fixtures down.
    env = simcord.Env(bot)
    await env.start()
    guild = env.create_guild("스터디", preferred_locale="ko")
    channel = guild.create_text_channel("공부방")
    minji = guild.add_member(env.create_user("minji"))
    yield Scene(env, bot, channel, minji, ClientLanguages(env))
    await env.shutdown()
    await bot.close()
    env.raise_errors()


async def test_interactions_carry_the_members_and_the_servers_language(scene: Scene) -> None:
    await scene.minji.slash(scene.channel, "ask", question="도커")

    assert scene.bot.heard == [("ko", "ko", "도커")]


async def test_a_member_may_have_a_language_of_their_own(scene: Scene) -> None:
    scene.languages.own[scene.minji.id] = "en-US"

    await scene.minji.slash(scene.channel, "ask", question="docker")

    assert scene.bot.heard == [("en-US", "ko", "docker")]


async def test_the_language_outlasts_a_restart_of_the_bot(scene: Scene) -> None:
    restarted = SmallBot()

    await scene.env.restart_bot(restarted)
    await scene.minji.slash(scene.channel, "ask", question="도커")

    assert restarted.heard == [("ko", "ko", "도커")]
    await restarted.close()


async def test_the_picker_shows_the_names_of_the_members_language(scene: Scene) -> None:
    shown = scene.minji.available_commands(scene.channel)

    scene.languages.default = "en-US"

    assert set(shown) == {"설정 시간대", "질문"}
    assert set(scene.minji.available_commands(scene.channel)) == {"ask", "settings zone"}


async def test_a_command_picked_by_its_korean_name_arrives_under_its_own(scene: Scene) -> None:
    async with scene.env.preview(scene.channel, viewers=[scene.minji], layout="channel") as preview:
        page = preview._open_page(str(scene.minji.id), None)
        entry = next(e for e in page.command_catalog["entries"] if e["path"] == ["설정", "시간대"])
        done = await preview._action(
            page.id,
            {
                "protocol_version": 3,
                "sequence": 1,
                "request_id": "one",
                "generation": page.generation,
                "bot_generation": 1,
                "published_revision": page.revision,
                "kind": "run_command",
                "command_id": entry["commandId"],
                "path": entry["path"],
                "schema_fingerprint": entry["schemaFingerprint"],
                "options": {"도시": "서울"},
            },
        )

    assert done["settlement"] == "settled"
    assert scene.bot.heard == [("ko", "ko", "서울")]


async def test_suggestions_are_asked_for_in_the_members_language(scene: Scene) -> None:
    suggestions = await scene.minji.autocomplete(scene.channel, "ask", "question", "도")

    assert suggestions == [{"name": "ko 도", "value": "도"}]
