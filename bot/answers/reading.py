"""A question as the ranking sees it: repaired words, those that carry its subject, their terms."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from bot.answers.lexicon import Lexicon, cut
from bot.answers.space import Terms, grams
from bot.korean.chatter import is_chatter
from bot.korean.endings import noun_of
from bot.korean.folding import fold, squeeze
from bot.korean.meanings import meanings_of
from bot.korean.words import words

# Whom a message calls, and its emoji, are no words of the question.
_ADDRESSED = re.compile(r"@(?:everyone|here)\b|<(?:[@#][!&]?|a?:\w+:)\d+>")
MAX_QUESTION = 300  # letters; what follows is no part of a question
MAX_WORDS = 40
CHARACTER_GRAMS = (2, 3)
MAX_TWICE = 24  # letters of a question that a model is asked about in two wordings


@dataclass(frozen=True, slots=True)
class Reading:
    """Words with content, in order, after repair; never more than `MAX_WORDS`."""

    content: tuple[str, ...]
    said: str = ""  # as it was typed; empty for what was put together from several questions

    @property
    def wordings(self) -> tuple[str, ...]:
        """What a model is asked about: the words as repaired, and as typed in their sentence.

        A longer sentence is asked about in one wording, as typed unless that is mostly repaired:
        the model's time grows with the length, and a second wording changes its meaning little.
        """
        if not self.text or len(self.said) <= MAX_TWICE:
            return tuple(dict.fromkeys(wording for wording in (self.text, self.said) if wording))
        typed = squeeze(fold(self.said))
        kept = sum(word in typed for word in self.content)
        return (self.said if 2 * kept >= len(self.content) else self.text,)

    @property
    def text(self) -> str:
        return " ".join(self.content)

    @property
    def key(self) -> str:
        return "".join(self.content)

    @property
    def characters(self) -> Terms:
        return grams(self.key, CHARACTER_GRAMS)

    @property
    def words(self) -> Terms:
        return Counter(term for word in self.content for term in terms_of(word))


def terms_of(word: str) -> tuple[str, ...]:
    """A word itself, and the groups of like meaning it belongs to (marked with a colon)."""
    return (word, *(f":{group}" for group in meanings_of(word)))


def read_stored(text: str, cut: Callable[[str], list[str]] = cut) -> Reading:
    """A text of the library: taken as written, without its chatter; ``cut`` gives its words."""
    return _reading([noun_of(word) for word in cut(text) if not is_chatter(word)])


def read_question(text: str, lexicon: Lexicon) -> Reading:
    """A member's text: every word read as the library would write it."""
    content: list[str] = []
    text = _ADDRESSED.sub(" ", text)
    for word in lexicon.rejoined(words(fold(text, MAX_QUESTION))[:MAX_WORDS]):
        if not is_chatter(word):
            content += [part for part in lexicon.read(word) if not is_chatter(part)]
    return _reading(content[:MAX_WORDS], text[:MAX_QUESTION].strip())


def _reading(content: list[str], said: str = "") -> Reading:
    kept: list[str] = []
    for word in content:
        if word and not is_chatter(word) and word not in kept[-1:]:
            kept.append(word)
    return Reading(tuple(kept), said)
