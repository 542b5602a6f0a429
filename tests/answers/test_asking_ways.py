"""Each way to ask, in Korean and in English."""

import discord
import pytest

from bot.discord_ui.words import voice
from tests.support.group import Group
from tests.support.told import WHAT_IS, answered, buttons, labels, tell, words_of

KO = voice("ko")
EN = voice("en")
SHORT_KO = "가상화의 바탕이 되는 기술"
SHORT_EN = "the technology underneath virtualization"
KOREAN_NOTE = "첫 번째 노트"


async def newest(group: Group) -> discord.Message:
    """Return the channel's last message, as another member sees it."""
    return group.channel.history(viewer=group.seo)[-1]


async def test_ask_answers_only_who_asked(group: Group) -> None:
    result = await group.mina.slash(group.channel, "ask", question=WHAT_IS)

    message = answered(result)
    assert result.ephemeral
    assert SHORT_KO in words_of(message)
    assert message.embeds[0].title == "하이퍼바이저 · Hypervisor"
    assert KO("answer-share") in labels(message)
    assert group.channel.history(viewer=group.seo) == []


async def test_an_answer_shows_its_section_its_figure_and_its_source(group: Group) -> None:
    message = answered(await group.mina.slash(group.channel, "ask", question=WHAT_IS))

    embed = message.embeds[0]
    assert "**왜 '가상화 OS'라고도 부를까?**" in (embed.description or "")
    assert [file.filename for file in message.attachments] == ["hypervisor-types.png"]
    assert "Type-1" in (message.attachments[0].description or "")
    assert (embed.image.url or "").endswith("hypervisor-types.png")
    assert KOREAN_NOTE in (embed.footer.text or "")
    assert "https://" in words_of(message)


async def test_a_mention_is_answered_in_the_channel_without_a_ping(group: Group) -> None:
    question = await group.mina.send(group.channel, f"{group.mention} {WHAT_IS}")

    message = await newest(group)
    assert SHORT_KO in words_of(message)
    assert message.reference is not None
    assert message.reference.message_id == question.id
    assert group.mina.id not in [person.id for person in message.mentions]
    assert message.flags.suppress_notifications
    assert KO("answer-share") not in labels(message)


async def test_an_empty_mention_gets_a_hint(group: Group) -> None:
    await group.mina.send(group.channel, f" {group.mention} ")

    assert (await newest(group)).content == KO("mention-empty")


async def test_a_reply_that_pings_the_bot_goes_on_from_its_answer(group: Group) -> None:
    index = tell(group)
    await group.mina.send(group.channel, f"{group.mention} {WHAT_IS}")
    answer = await newest(group)
    group.env.backend.clock.advance(3600)

    await group.jun.send(group.channel, "그럼 장점은?", reply_to=answer)

    assert index.asked[-1].text == "그럼 장점은?"
    assert index.asked[-1].previous == "하이퍼바이저"


async def test_a_reply_to_somebody_elses_message_goes_on_from_nothing(group: Group) -> None:
    index = tell(group)
    said = await group.mina.send(group.channel, "안녕")

    await group.jun.send(group.channel, f"{group.mention} {WHAT_IS}", reply_to=said)

    assert index.asked[-1].previous is None


async def test_a_question_soon_after_another_goes_on_from_it_and_a_late_one_does_not(
    group: Group,
) -> None:
    index = tell(group)
    await group.mina.slash(group.channel, "ask", question=WHAT_IS)
    await group.mina.slash(group.channel, "ask", question="장점은?")
    await group.jun.slash(group.channel, "ask", question="단점은?")
    await group.env.advance_time(601)
    await group.mina.slash(group.channel, "ask", question="크기는?")

    assert [asked.previous for asked in index.asked] == [None, "하이퍼바이저", None, None]


async def test_a_direct_message_is_answered_there(group: Group) -> None:
    await group.mina.send_dm(WHAT_IS)

    message = group.mina.user.dm_channel.history()[-1]
    assert SHORT_KO in words_of(message)
    assert KO("answer-share") not in labels(message)


async def test_a_command_in_direct_messages_leaves_its_answer_there(group: Group) -> None:
    result = await group.mina.user.slash("ask", question=WHAT_IS)

    assert not result.ephemeral
    assert KO("answer-share") not in labels(answered(result))


async def test_the_message_menu_looks_up_somebodys_message_privately(group: Group) -> None:
    index = tell(group)
    said = await group.jun.send(group.channel, WHAT_IS)

    result = await group.mina.context_menu(group.channel, "Find in the notes", said)

    assert result.ephemeral
    assert SHORT_KO in words_of(answered(result))
    assert index.asked[-1].text == WHAT_IS


async def test_the_message_menu_says_so_when_the_message_has_no_text(group: Group) -> None:
    said = await group.jun.send(group.channel, attachments=[("사진.png", b"png")])

    result = await group.mina.context_menu(group.channel, "Find in the notes", said)

    assert answered(result).content == KO("refusal-nothing-asked")


async def test_ask_on_opens_a_form_and_its_question_goes_on(group: Group) -> None:
    index = tell(group)
    first = await group.mina.slash(group.channel, "ask", question=WHAT_IS)
    form = await group.mina.click(answered(first), label=KO("answer-ask-on"))
    assert form.modal is not None
    assert form.modal["title"] == KO("answer-ask-on")

    result = await group.mina.submit_modal(form, {"question": "그럼 장점은?"})

    assert result.ephemeral
    assert index.asked[-1].previous == "하이퍼바이저"
    assert KO("gap") in words_of(answered(result))


async def test_the_servers_language_is_what_everyone_reads(group: Group) -> None:
    await group.moderator.slash(group.channel, "settings language", language="en")

    await group.mina.send(group.channel, f"{group.mention} {WHAT_IS}")
    private = await group.mina.slash(group.channel, "ask", question=WHAT_IS)

    for message in (await newest(group), answered(private)):
        assert SHORT_EN in words_of(message)
        assert EN("answer-ask-on") in labels(message)


async def test_a_members_own_language_is_for_them_alone(group: Group) -> None:
    await group.mina.slash(group.channel, "language", language="en")

    private = await group.mina.slash(group.channel, "ask", question=WHAT_IS)
    others = await group.jun.slash(group.channel, "ask", question=WHAT_IS)
    await group.mina.send(group.channel, f"{group.mention} {WHAT_IS}")

    assert SHORT_EN in words_of(answered(private))
    assert SHORT_KO in words_of(answered(others))
    assert SHORT_KO in words_of(await newest(group))


@pytest.mark.parametrize(
    ("locale", "short"), [("en-GB", SHORT_EN), ("ko", SHORT_KO), ("ja", SHORT_KO)]
)
async def test_in_direct_messages_a_command_speaks_the_clients_language(
    group: Group, locale: str, short: str
) -> None:
    group.languages.own[group.mina.id] = locale

    result = await group.mina.user.slash("ask", question=WHAT_IS)

    assert short in words_of(answered(result))


async def test_a_direct_message_speaks_the_language_that_the_member_chose(group: Group) -> None:
    await group.mina.user.slash("language", language="en")

    await group.mina.send_dm(WHAT_IS)

    assert SHORT_EN in words_of(group.mina.user.dm_channel.history()[-1])


async def test_concepts_are_suggested_while_typing(group: Group) -> None:
    choices = await group.mina.autocomplete(group.channel, "ask", "question", "하이퍼바")

    assert choices[0] == {"name": "하이퍼바이저 · Hypervisor", "value": "하이퍼바이저 · Hypervisor"}
    assert len(await group.mina.autocomplete(group.channel, "ask", "question", "")) == 25


async def test_every_answer_is_given_within_the_rules_of_buttons(group: Group) -> None:
    message = answered(await group.mina.slash(group.channel, "ask", question=WHAT_IS))

    names = [button.custom_id for button in buttons(message)]
    assert len(set(names)) == len(names)
    assert len(message.components) <= 5
