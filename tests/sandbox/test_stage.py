import asyncio
from contextlib import suppress
from datetime import timedelta

from bot.sandbox.places import places_of
from bot.sandbox.stage import Stage, keep_time
from tests.sandbox.conftest import ENTERED, MakeBot


async def test_the_world_is_lived_in_when_one_enters(stage: Stage) -> None:
    said = {name: len(place.history()) for name, place in stage.world.channels.items()}

    assert stage.env.now() == ENTERED
    assert said == {"공지": 1, "공부방": 4, "잡담": 2, "운영-알림": 0}


async def test_only_the_moderator_finds_the_moderators_channel(stage: Stage) -> None:
    members = stage.world.members

    seen = {
        name: [place.name for place in places_of(stage.env, stage.world, members[name])]
        for name in ("하늘", "민지")
    }

    assert seen == {
        "하늘": ["공지", "공부방", "잡담", "운영-알림", "도란"],
        "민지": ["공지", "공부방", "잡담", "도란"],
    }


async def test_a_restarted_bot_answers_in_the_same_world(stage: Stage) -> None:
    first = stage.bot
    await stage.restart()

    study, minji = stage.world.study, stage.world.members["민지"]
    await minji.send(study, f"<@{stage.env.backend.bot_user.id}> 하이퍼바이저가 뭐야?")

    assert stage.bot is not first
    assert study.last_message is not None
    assert "하이퍼바이저" in str(study.last_message.embeds[0].title)


async def test_people_and_server_have_the_same_ids_in_every_run(make_bot: MakeBot) -> None:
    ids = []
    for entered in (ENTERED, ENTERED + timedelta(days=3)):
        async with Stage(make_bot, entered) as stage:
            world = stage.world
            ids.append((world.guild.id, [actor.id for actor in world.members.values()]))

    assert ids[0] == ids[1]


async def test_commands_are_told_again_to_a_new_world_over_kept_records(make_bot: MakeBot) -> None:
    for entered in (ENTERED, ENTERED + timedelta(minutes=1)):
        async with Stage(make_bot, entered) as stage:
            known = stage.world.members["민지"].available_commands(stage.world.study)
            assert "질문" in known


async def test_the_server_and_its_people_change_language_together(stage: Stage) -> None:
    await stage.speak("en")

    minji = stage.world.members["민지"]
    bot_mention = f"<@{stage.env.backend.bot_user.id}>"
    await minji.send(stage.world.study, f"{bot_mention} 쿠버네티스는?")
    answer = stage.world.study.last_message

    assert answer is not None
    assert "not in the notes" in (answer.content + str([e.to_dict() for e in answer.embeds]))


async def test_what_is_pressed_in_the_preview_waits_for_its_turn(stage: Stage) -> None:
    minji = stage.world.members["민지"]
    place = places_of(stage.env, stage.world, minji)[1]
    async with stage.turn():
        await stage.screen.show(place, [minji], "ko")
    preview = stage.env._preview
    assert preview is not None
    page = preview._open_page(str(minji.id), None)
    body = {
        "protocol_version": 3,
        "sequence": 1,
        "request_id": "one",
        "generation": page.generation,
        "bot_generation": 1,
        "published_revision": page.revision,
        "kind": "send_message",
        "target_id": None,
        "content": "@도란 도커가 뭐야?",
        "reply_to_id": None,
    }

    async with stage.turn():
        pressed = asyncio.create_task(preview._action(page.id, body))
        await asyncio.sleep(0)
        waited = not pressed.done()
    done = await pressed

    assert waited
    assert done["settlement"] == "settled"
    assert len(stage.world.study.history()) == 6


async def test_a_screen_closed_from_inside_does_not_stop_the_show(stage: Stage) -> None:
    minji = stage.world.members["민지"]
    place = places_of(stage.env, stage.world, minji)[1]
    async with stage.turn():
        await stage.screen.show(place, [minji], "ko")
    preview = stage.env._preview
    assert preview is not None

    await preview.close()
    await stage.forward(timedelta(hours=1))
    async with stage.turn():
        url = await stage.screen.show(place, [minji], "ko")

    assert url.startswith("http://127.0.0.1:")


async def test_the_worlds_time_passes_with_the_visitors(stage: Stage) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) > 3:
            raise asyncio.CancelledError

    with suppress(asyncio.CancelledError):
        await keep_time(stage, every=10.0, sleep=sleep)

    assert stage.env.now() == ENTERED + timedelta(seconds=30)
