"""What a question becomes: an answer, a comparison, a prompt, or an honest no that is recorded."""

from sqlalchemy import text

from bot.discord_ui.words import voice
from tests.support.group import Group
from tests.support.told import (
    COMPARE,
    DISCUSS,
    ODDLY,
    UNKNOWN,
    WHAT_IS,
    answered,
    buttons,
    labels,
    words_of,
)

KO = voice("ko")


async def kept(group: Group) -> list[tuple[object, ...]]:
    """Return what the database keeps of each question."""
    query = "SELECT guild_id, member_id, text, outcome, concept, prompt FROM question ORDER BY id"
    async with group.bot.storage.reading() as work:
        return [tuple(row) for row in await work.session.execute(text(query))]


async def test_a_comparison_shows_both_and_the_line_that_tells_them_apart(group: Group) -> None:
    message = answered(await group.mina.slash(group.channel, "ask", question=COMPARE))

    headline, left, right = message.embeds
    assert headline.title == KO("compare-title", left="하이퍼바이저", right="커널")
    assert "여러 OS를 위한 바탕" in (headline.description or "")
    assert (left.title, right.title) == ("하이퍼바이저 · Hypervisor", "커널 · Kernel")
    assert "가상화의 바탕" in (left.description or "")
    assert right.description
    assert labels(message)[:2] == ["하이퍼바이저", "커널"]


async def test_a_comparison_can_be_shared(group: Group) -> None:
    message = answered(await group.mina.slash(group.channel, "ask", question=COMPARE))

    await group.mina.click(message, label=KO("answer-share"))

    shared = group.channel.history(viewer=group.jun)[-1]
    assert KO("answer-shared", name="미나") in shared.content
    assert len(shared.embeds) == 3


async def test_what_a_prompt_asks_gets_the_prompt_and_not_a_concept(group: Group) -> None:
    message = answered(await group.mina.slash(group.channel, "ask", question=DISCUSS))

    prompt = group.bot.notes.edition.library.prompt("when-not-docker")
    assert prompt is not None
    assert message.content == KO("prompt-found")
    assert prompt.question.ko in words_of(message)
    assert all(stance.label.ko in words_of(message) for stance in prompt.stances)
    assert (await kept(group))[0][3:] == ("prompt", None, "when-not-docker")


async def test_a_prompt_can_be_shared(group: Group) -> None:
    message = answered(await group.mina.slash(group.channel, "ask", question=DISCUSS))

    await group.mina.click(message, label=KO("answer-share"))

    shared = group.channel.history(viewer=group.jun)[-1]
    assert KO("answer-shared", name="미나") in shared.content
    assert KO("prompt-found") in shared.content


async def test_a_gap_is_told_and_recorded_with_what_is_near(group: Group) -> None:
    message = answered(await group.mina.slash(group.channel, "ask", question=UNKNOWN))

    library = group.bot.notes.edition.library
    reference = library.reference("itholic")
    assert reference is not None
    assert "아직 노트에 없어요. 다음 노트 후보로 적어 둘게요." in words_of(message)
    assert message.embeds[0].author.name == UNKNOWN
    assert [near.label for near in buttons(message)[:2]] == ["컨테이너", "도커"]
    assert reference.url in [button.url for button in buttons(message)]
    assert KO("answer-share") not in labels(message)
    assert await kept(group) == [(group.guild.id, group.mina.id, UNKNOWN, "gap", None, None)]


async def test_a_gap_with_nothing_near_offers_to_ask_on_or_to_wait(group: Group) -> None:
    message = answered(await group.mina.slash(group.channel, "ask", question=ODDLY))

    assert message.embeds[0].description == KO("gap")
    assert labels(message) == [KO("answer-ask-on"), KO("wish-button")]


async def test_the_near_concept_can_be_opened(group: Group) -> None:
    result = await group.mina.slash(group.channel, "ask", question=UNKNOWN)

    await group.mina.click(answered(result), label="컨테이너")

    assert (answered(result).embeds[0].title or "").startswith("컨테이너 · ")


async def test_what_was_asked_in_direct_messages_belongs_to_no_server(group: Group) -> None:
    await group.mina.send_dm(WHAT_IS)
    await group.mina.slash(group.channel, "ask", question=WHAT_IS)

    assert [row[0] for row in await kept(group)] == [None, group.guild.id]


async def test_english_notes_say_that_a_text_is_in_korean_only(group: Group) -> None:
    from dataclasses import replace

    from bot.answers.show import concept_screen
    from bot.content.model import Text

    library = group.bot.notes.edition.library
    concept = library.concept("hypervisor")
    assert concept is not None
    korean = replace(concept, short=Text(concept.short.ko))

    screen = concept_screen(1, korean, library, voice("en"), page=0, private=True)

    assert voice("en")("answer-korean-only") in (screen.embeds[0].description or "")
