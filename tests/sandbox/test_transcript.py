import simcord

from bot.sandbox.transcript import last_lines, picture
from tests.sandbox.small_bot import SmallBot


async def test_a_private_answer_is_a_line_for_its_reader_alone() -> None:
    bot = SmallBot()
    async with simcord.run(bot) as env:
        guild = env.create_guild("스터디")
        channel = guild.create_text_channel("공부방")
        minji = guild.add_member(env.create_user("minji"), nick="민지")
        junho = guild.add_member(env.create_user("junho"), nick="준호")
        await minji.slash(channel, "ask", question="도커")

        seen_by_minji = last_lines(env, channel, minji, 20)
        seen_by_junho = last_lines(env, channel, junho, 20)

    await bot.close()
    assert [(line.private, line.text, line.footer) for line in seen_by_minji] == [
        (True, "**도커**\nfor @민지", "from the note")
    ]
    assert seen_by_junho == []


async def test_a_picture_is_given_to_those_who_see_its_message() -> None:
    bot = SmallBot()
    async with simcord.run(bot) as env:
        guild = env.create_guild("스터디")
        channel = guild.create_text_channel("공부방")
        minji = guild.add_member(env.create_user("minji"), nick="민지")
        sent = await minji.send(channel, "그림", attachments=[("a.png", b"bytes")])

        shown = last_lines(env, channel, minji, 1)[0].images
        found = picture(env, channel.id, sent.id, minji, "a.png")
        missing = picture(env, channel.id, sent.id, minji, "b.png")

    await bot.close()
    assert [image.name for image in shown] == ["a.png"]
    assert (found, missing) == (b"bytes", None)
