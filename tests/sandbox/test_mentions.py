import pytest
import simcord

from bot.sandbox.mentions import with_mentions
from tests.sandbox.small_bot import SmallBot


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("@도란 하이퍼바이저가 뭐야?", "<@{bot}> 하이퍼바이저가 뭐야?"),
        ("@doran hypervisor?", "<@{bot}> hypervisor?"),
        ("@도란아 안녕", "<@{bot}>아 안녕"),
        ("@민지민 님", "<@{minjimin}> 님"),
        ("mail@도란.kr", "mail@도란.kr"),
        ("`@도란`이라고 써요", "`@도란`이라고 써요"),
        ("@모르는사람", "@모르는사람"),
    ],
)
async def test_a_typed_name_becomes_the_mention_that_discord_sends(typed: str, sent: str) -> None:
    bot = SmallBot()
    env = simcord.Env(bot)
    env.backend.edit_bot_profile("Doran")
    env.backend.bot_user.global_name = "도란"
    guild = env.create_guild("스터디")
    guild.add_member(env.create_user("minji"), nick="민지")
    minjimin = guild.add_member(env.create_user("minjimin"), nick="민지민")
    channel = guild.create_text_channel("공부방")

    became = with_mentions(env, channel, typed)

    assert became == sent.format(bot=env.backend.bot_user.id, minjimin=minjimin.id)


async def test_in_direct_messages_only_the_bot_has_a_name() -> None:
    env = simcord.Env(SmallBot())
    env.backend.edit_bot_profile("Doran")
    dm = env.create_user("minji").dm_channel

    became = with_mentions(env, dm, "@Doran @minji")

    assert became == f"<@{env.backend.bot_user.id}> @minji"
