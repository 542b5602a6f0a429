"""Every word is there in both languages, is used, and says the same facts."""

from collections import Counter
from dataclasses import fields

import pytest

from bot.discord_ui.outcomes import sentence_of
from bot.discord_ui.refusals import Refusal
from bot.discord_ui.words import LANGUAGES, MissingWords, english, voice
from tests.support import wording
from tests.support.wording import FAMILIES

KOREAN = dict(wording.messages("ko"))
ENGLISH = dict(wording.messages("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_can_be_read_whole(language: str) -> None:
    assert wording.faulty(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_given_twice(language: str) -> None:
    counted = Counter(name for name, _ in wording.messages(language))

    assert [name for name, times in counted.items() if times > 1] == []


def test_both_languages_have_the_same_messages_in_the_same_files() -> None:
    assert {n: m.file for n, m in KOREAN.items()} == {n: m.file for n, m in ENGLISH.items()}


@pytest.mark.parametrize("name", sorted(KOREAN.keys() & ENGLISH.keys()))
def test_a_message_has_the_same_attributes_and_names_the_same_facts(name: str) -> None:
    assert KOREAN[name].attributes == ENGLISH[name].attributes
    assert KOREAN[name].variables == ENGLISH[name].variables


def test_every_name_in_the_code_is_a_message_with_the_facts_that_are_given() -> None:
    wrong = []
    for said in wording.spoken():
        name, _, attribute = said.name.partition(".")
        message = KOREAN.get(name)
        if message is None or (attribute and attribute not in message.attributes):
            wrong.append(f"{said.where}: no message {said.name}")
            continue
        needed = message.attributes[attribute] if attribute else message.variables
        if not said.open_facts and needed != said.facts:
            wrong.append(f"{said.where}: {said.name} needs {set(needed)}, gets {set(said.facts)}")
    assert wrong == []


def test_names_are_put_together_only_in_the_families_that_are_written_down() -> None:
    strays = [
        (where, begins)
        for where, begins in wording.built()
        # "{name}.use": an attribute of a message that is named in full beside it.
        if begins and not any(begins.startswith(family) for family in FAMILIES)
    ]
    assert strays == []


def test_every_message_is_used() -> None:
    written = wording.literals()
    unused = [
        name
        for name in KOREAN
        if name not in written and not any(name.startswith(family) for family in FAMILIES)
    ]
    assert unused == []


def sample(kind: type[Refusal]) -> Refusal:
    """Return a refusal of that kind with some value for each fact."""
    return kind(*(f"<{field.name}>" for field in fields(kind)))


@pytest.mark.parametrize(
    "kind", wording.refusals(), ids=lambda kind: f"{kind.__module__}.{kind.__name__}"
)
def test_every_refusal_has_a_sentence_about_its_facts(kind: type[Refusal]) -> None:
    message = KOREAN[kind.sentence_name()]

    assert message.variables <= {field.name for field in fields(kind)}
    for language in LANGUAGES:
        assert sentence_of(sample(kind), voice(language))


def test_every_sentence_belongs_to_one_refusal() -> None:
    counted = Counter(kind.sentence_name() for kind in wording.refusals())

    assert [name for name, times in counted.items() if times > 1] == []
    assert {name for name in KOREAN if name.startswith("refusal-")} == set(counted)


def test_a_missing_message_is_said_to_be_missing() -> None:
    with pytest.raises(MissingWords, match="en: no-such-words"):
        english("no-such-words")
    with pytest.raises(MissingWords, match=r"en: help-title\.no-such-attribute"):
        english("help-title.no-such-attribute")


def test_a_missing_fact_is_said_to_be_missing() -> None:
    with pytest.raises(MissingWords, match="answer-shared"):
        voice("ko")("answer-shared")


def test_what_a_member_typed_is_not_read_as_fluent() -> None:
    shared = voice("ko")("answer-shared", name='{ JOSA("a", "은/는") } { $name }')

    assert '{ JOSA("a", "은/는") } { $name }' in shared


def test_a_very_long_fact_is_cut_rather_than_refused() -> None:
    assert voice("ko")("answer-shared", name="가" * 5000)


def test_a_refusal_cuts_and_disarms_what_was_typed() -> None:
    from bot.guilds.model import UnknownZone

    sentence = sentence_of(UnknownZone("**[x](http://y)** @everyone " * 300), voice("ko"))

    assert len(sentence) < 400
    assert "@everyone" not in sentence
    assert "](" not in sentence
