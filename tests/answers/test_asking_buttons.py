"""What the buttons of an answer do, for who asked and for others, also after a restart."""

import discord
import pytest
from sqlalchemy import text

from bot.answers import buttons as custom_ids
from bot.discord_ui.words import voice
from tests.support.group import Group
from tests.support.told import (
    COMPARE,
    DISCUSS,
    WHAT_IS,
    answered,
    buttons,
    labels,
    tell,
    words_of,
)

KO = voice("ko")
EN = voice("en")
# Of the concept "vm", which "hypervisor" names as related.
RELATED = "가상 머신(VM)"


async def public_answer(group: Group) -> discord.Message:
    """Return the answer to a question that Mina asked in the channel."""
    await group.mina.send(group.channel, f"{group.mention} {WHAT_IS}")
    return newest(group)


def newest(group: Group) -> discord.Message:
    """Return the channel's last message, as a bystander sees it."""
    return group.channel.history(viewer=group.seo)[-1]


def forge(group: Group, message: discord.Message, custom_id: str) -> None:
    """Make the first button of ``message`` carry ``custom_id``."""
    stored = group.env.backend.get_message(message.channel.id, message.id)
    stored.components[0]["components"][0]["custom_id"] = custom_id


def number_of(message: discord.Message) -> int:
    """Return the number of the question that ``message`` answers."""
    judging = next(button for button in buttons(message) if button.label == "👍")
    return int(str(judging.custom_id).split(":")[-1])


async def verdicts(group: Group) -> list[tuple[object, ...]]:
    """Return what the database keeps of what members thought."""
    query = "SELECT member_id, verdict FROM answer_feedback ORDER BY member_id"
    async with group.bot.storage.reading() as work:
        return [tuple(row) for row in await work.session.execute(text(query))]


async def test_who_asked_turns_to_a_related_concept_in_place(group: Group) -> None:
    message = await public_answer(group)
    related = labels(message)[2]

    await group.mina.click(message, label=related)

    assert newest(group).id == message.id
    assert (newest(group).embeds[0].title or "").startswith(related)
    assert len(group.channel.history()) == 2


async def test_another_member_gets_a_copy_of_their_own(group: Group) -> None:
    message = await public_answer(group)
    related = labels(message)[2]

    result = await group.jun.click(message, label=related)

    assert result.ephemeral
    assert (answered(result).embeds[0].title or "").startswith(related)
    assert newest(group).embeds[0].title == "하이퍼바이저 · Hypervisor"
    assert KO("answer-share") in labels(answered(result))


async def test_another_members_copy_speaks_their_language_the_channel_keeps_its_own(
    group: Group,
) -> None:
    await group.jun.slash(group.channel, "language", language="en")
    await group.mina.slash(group.channel, "language", language="en")
    message = await public_answer(group)

    copy = await group.jun.click(message, label=labels(message)[0])
    await group.mina.click(message, label=labels(message)[0])

    assert EN("answer-ask-on") in labels(answered(copy))
    assert KO("answer-ask-on") in labels(newest(group))


async def test_the_figure_of_the_page_before_goes_with_it(group: Group) -> None:
    message = await public_answer(group)
    library = group.bot.notes.edition.library
    plain = next(c for c in library.concepts if c.figure is None)
    forge(group, message, custom_ids.concept_page(number_of(message), plain.number, 0))

    await group.mina.click(message, label=labels(message)[0])

    assert newest(group).attachments == []


async def test_more_pages_go_round(group: Group) -> None:
    result = await group.mina.slash(group.channel, "ask", question=WHAT_IS)
    seen = []
    for page in (1, 2):
        seen.append(answered(result).embeds[0].description)
        more = KO("answer-more", page=page, pages=2)
        await group.mina.click(answered(result), label=more)

    assert answered(result).embeds[0].description == seen[0]
    assert seen[0] != seen[1]
    assert KO("answer-share") in labels(answered(result))


async def test_the_buttons_of_an_old_answer_work_after_a_restart(group: Group) -> None:
    message = await public_answer(group)
    private = await group.jun.slash(group.channel, "ask", question=WHAT_IS)
    await group.restart()

    await group.mina.click(message, label=labels(message)[1])
    await group.jun.click(answered(private), label=KO("answer-more", page=1, pages=2))
    await group.jun.click(message, label="👍")

    assert (newest(group).embeds[0].title or "").startswith("하이퍼바이저의 역할")
    assert "어디에 서 있을까?" in words_of(answered(private))
    assert await verdicts(group) == [(group.jun.id, "up")]


async def test_a_form_that_was_open_during_a_restart_is_answered(group: Group) -> None:
    message = await public_answer(group)
    form = await group.jun.click(message, label=KO("answer-ask-on"))
    await group.restart()

    result = await group.jun.submit_modal(form, {"question": "도커가 뭐야?"})

    assert result.ephemeral
    assert answered(result).embeds


async def test_sharing_shows_the_page_to_everyone_in_the_servers_language(group: Group) -> None:
    await group.mina.slash(group.channel, "language", language="en")
    result = await group.mina.slash(group.channel, "ask", question=WHAT_IS)
    await group.mina.click(answered(result), label=EN("answer-more", page=1, pages=2))

    await group.mina.click(answered(result), label=EN("answer-share"))

    shared = newest(group)
    assert shared.content == KO("answer-shared", name="미나")
    assert "어디에 서 있을까?" in words_of(shared)
    assert KO("answer-share") not in labels(shared)
    assert shared.attachments


async def test_a_name_cannot_format_link_or_ping_in_what_is_shared(group: Group) -> None:
    name = "**[a](http://x.y)** [b](http://x.y) @everyone"
    group.env.backend.get_guild(group.guild.id).members[group.mina.id].nick = name
    result = await group.mina.slash(group.channel, "ask", question=WHAT_IS)

    await group.mina.click(answered(result), label=KO("answer-share"))

    content = newest(group).content
    assert "](" not in content
    assert "**[" not in content
    assert "@everyone" not in content
    assert not newest(group).mention_everyone


async def test_a_thumb_up_then_down_keeps_one_word_the_latest(group: Group) -> None:
    message = await public_answer(group)

    up = await group.mina.click(message, label="👍")
    down = await group.mina.click(message, label="👎")
    await group.jun.click(message, label="👍")

    assert await verdicts(group) == [(group.mina.id, "down"), (group.jun.id, "up")]
    assert up.ephemeral
    assert answered(up).content == KO("judged-good")
    assert answered(down).content == KO("judged-bad")
    assert labels(answered(down)) == [KO("answer-ask-on"), KO("wish-button")]


async def test_what_was_asked_in_direct_messages_is_turned_in_place_without_share(
    group: Group,
) -> None:
    group.languages.own[group.mina.id] = "en-US"
    result = await group.mina.user.slash("ask", question=WHAT_IS)

    await group.mina.user.click(answered(result), label=EN("answer-more", page=1, pages=2))

    message = group.mina.user.dm_channel.history()[-1]
    assert EN("answer-more", page=2, pages=2) in labels(message)
    assert EN("answer-share") not in labels(message)


@pytest.mark.parametrize("question", [COMPARE, DISCUSS, WHAT_IS])
async def test_every_button_of_every_answer_is_answered(group: Group, question: str) -> None:
    shown = answered(await group.mina.slash(group.channel, "ask", question=question))
    for place, button in enumerate(buttons(shown)):
        if button.custom_id is None:
            continue
        again = answered(await group.mina.slash(group.channel, "ask", question=question))

        pressed = await group.mina.click(again, custom_id=buttons(again)[place].custom_id)

        assert pressed.acknowledged
        refused = pressed.response is not None and "`/질문`" in pressed.response.content
        assert not refused


async def test_another_servers_question_is_not_found(group: Group) -> None:
    message = await public_answer(group)
    elsewhere = group.env.create_guild("다른 서버")
    channel = elsewhere.create_text_channel("공부방")
    stranger = elsewhere.add_member(group.env.create_user("나그네"))
    theirs = await stranger.slash(channel, "ask", question=WHAT_IS)
    before = [answered(theirs).embeds[0].title]
    for forged in (
        custom_ids.concept_page(number_of(message), 1, 0),
        custom_ids.judged(number_of(message), good=True),
        custom_ids.ask_on(number_of(message)),
        custom_ids.shared(number_of(message), 1, 0),
        custom_ids.shared_pair(number_of(message), 1, 2),
        custom_ids.shared_prompt(number_of(message), 1),
    ):
        forge(group, answered(theirs), forged)

        result = await stranger.click(answered(theirs), custom_id=forged)

        assert result.ephemeral
        assert answered(result).content == KO("refusal-question-gone")
    assert [answered(theirs).embeds[0].title] == before
    assert await verdicts(group) == []


async def test_a_question_of_direct_messages_is_not_found_in_a_server_and_the_other_way_round(
    group: Group,
) -> None:
    await group.mina.send_dm(WHAT_IS)
    direct = group.mina.user.dm_channel.history()[-1]
    public = await public_answer(group)
    asked_directly, asked_publicly = number_of(direct), number_of(public)
    forge(group, public, custom_ids.judged(asked_directly, good=True))
    forge(group, direct, custom_ids.judged(asked_publicly, good=True))

    in_server = await group.jun.click(
        public, custom_id=custom_ids.judged(asked_directly, good=True)
    )
    in_direct = await group.mina.user.click(
        direct, custom_id=custom_ids.judged(asked_publicly, good=True)
    )

    for result in (in_server, in_direct):
        assert answered(result).content == KO("refusal-question-gone")
    assert await verdicts(group) == []


async def test_going_on_from_another_servers_question_does_not_read_it(group: Group) -> None:
    message = await public_answer(group)
    elsewhere = group.env.create_guild("다른 서버")
    channel = elsewhere.create_text_channel("공부방")
    stranger = elsewhere.add_member(group.env.create_user("나그네"))
    theirs = await stranger.slash(channel, "ask", question=WHAT_IS)
    form = await stranger.click(answered(theirs), label=KO("answer-ask-on"))
    index = tell(group)
    forged = custom_ids.ask_on_sent(number_of(message))
    assert form._interaction.modal is not None
    form._interaction.modal["custom_id"] = forged

    await stranger.submit_modal(form, {"question": "그럼?"})

    assert index.asked[-1].previous is None


@pytest.mark.parametrize(
    ("forged", "told"),
    [
        ("1:concept:1:2", "refusal-old-button"),
        ("1:concept:1:2:0:4", "refusal-old-button"),
        ("0:up:1", "refusal-old-button"),
        ("2:up:1", "refusal-old-button"),
        ("1:unheard-of:1", "refusal-old-button"),
        ("somebody else's", "refusal-old-button"),
        ("1:up:99999999999999999999", "refusal-old-button"),
        ("1:up:9223372036854775807", "refusal-question-gone"),
        ("1:up:01", "refusal-old-button"),
        ("1:up:-1", "refusal-old-button"),
        ("1:up:１", "refusal-old-button"),
        ("1:concept:1:2:0", "refusal-concept-gone"),
        ("1:share:1:2:0", "refusal-concept-gone"),
        ("1:share-prompt:1:2", "refusal-prompt-gone"),
        ("1:share-pair:1:2:3", "refusal-concept-gone"),
    ],
)
async def test_a_button_that_is_old_or_forged_is_refused_kindly(
    group: Group, forged: str, told: str
) -> None:
    message = await public_answer(group)
    forge(group, message, forged)

    result = await group.mina.click(message, custom_id=forged)

    assert result.ephemeral
    assert answered(result).content == KO(told)


async def test_a_page_number_beyond_the_last_goes_round(group: Group) -> None:
    message = await public_answer(group)
    concept = group.bot.notes.edition.library.concept("hypervisor")
    assert concept is not None
    forged = custom_ids.concept_page(number_of(message), concept.number, 2**62)
    forge(group, message, forged)

    await group.mina.click(message, custom_id=forged)

    assert "왜 '가상화 OS'" in words_of(newest(group))
