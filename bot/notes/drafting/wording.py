"""The words of drafted items, in the language that the note is written in."""

from bot.content.limits import MAX_EXPLANATION, MAX_REASON
from bot.content.model import Text
from bot.discord_ui.cutting import cut
from bot.discord_ui.josa import with_particle


def text_of(words: str, *, korean: bool) -> Text:
    """Return words as content has them."""
    return Text(words) if korean else Text(words, words)


def called(phrase: str, *, is_thing: bool, korean: bool) -> str:
    """Ask for the name of what a phrase describes."""
    if korean:
        if is_thing:
            return f"{with_particle(phrase, '을/를')} 무엇이라고 하나요?"
        return f"무엇에 대한 설명일까요? “{phrase}”"
    return f"What do we call {phrase}?" if is_thing else f"Which one {phrase.rstrip('.')}?"


def described(name: str, *, korean: bool) -> str:
    """Ask which phrase describes a name."""
    if korean:
        return f"{with_particle(name, '을/를')} 바르게 설명한 것은 무엇일까요?"
    return f"Which of these describes “{name}”?"


def states(subject: str, phrase: str, *, korean: bool) -> str:
    """Say that a thing is what a phrase describes."""
    if korean:
        return f"{with_particle(subject, '은/는')} {with_particle(phrase, '이에요/예요')}."
    return f"{subject[:1].upper()}{subject[1:]} is {phrase}."


def is_it_so(sentence: str, *, korean: bool) -> str:
    """Ask whether a sentence is right."""
    return f"맞는 말일까요? “{sentence}”" if korean else f"Is this right? “{sentence}”"


def choose_all(topic: str, *, korean: bool) -> str:
    """Ask for everything that belongs to a heading."""
    if korean:
        return f"{with_particle(topic, '을/를')} 모두 골라 보세요."
    return f"Choose everything the note lists under “{topic}”."


def choose_fitting(name: str, *, korean: bool) -> str:
    """Ask for everything that is said of a name."""
    if korean:
        return f"{name}에 대한 설명으로 맞는 것을 모두 골라 보세요."
    return f"Choose everything that is true of {name}."


def about_another(name: str, *, korean: bool) -> str:
    """Say that a choice speaks of something else."""
    words = f"그건 {name}에 대한 설명이에요." if korean else f"That describes {name}."
    return cut(words, MAX_REASON)


def belongs_to(topic: str, *, korean: bool) -> str:
    """Say that a choice stands under another heading."""
    words = f"그건 {topic} 쪽이에요." if korean else f"The note lists that under “{topic}”."
    return cut(words, MAX_REASON)


def as_noted(*, korean: bool) -> str:
    """Say that a statement is the note's own."""
    return "노트에 적힌 그대로예요." if korean else "That is what the note says."


def other_way_round(*, korean: bool) -> str:
    """Say that a statement mixes two things up."""
    return "둘이 서로 바뀌었어요." if korean else "The two are the other way round."


def noted(sentence: str, *, korean: bool) -> str:
    """Quote the note."""
    words = f"노트에 이렇게 적혀 있어요: “{sentence}”" if korean else f"The note says: “{sentence}”"
    return cut(words, MAX_EXPLANATION)
