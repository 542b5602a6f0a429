"""What a session came to: counted once, when it ends; it names nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.content.model import Text
from bot.sessions.frozen import text_json, text_of
from bot.sessions.model import Ending, Understood

# An item splits a group where neither the right nor the wrong ones are few (of so many at least).
LEAST_TO_SPLIT = 3
SPLIT = (0.3, 0.7)


@dataclass(frozen=True, slots=True)
class CardSeen:
    """A concept that was looked at, and how it was understood."""

    concept: str
    title: Text
    short: Text
    answers: Understood


@dataclass(frozen=True, slots=True)
class ItemAsked:
    """A quiz item with how many answered it, and how many of them rightly."""

    stem: Text
    answers: int
    right: int

    @property
    def is_split(self) -> bool:
        """Tell whether the group is of two minds about it."""
        if self.answers < LEAST_TO_SPLIT:
            return False
        return SPLIT[0] <= self.right / self.answers <= SPLIT[1]


@dataclass(frozen=True, slots=True)
class Talked:
    """A discussion: what was asked, what it came to in a sentence, what stayed open.

    ``lines``: the counts before and after, in the server's language; empty while it goes on.
    """

    title: Text
    question: Text
    headline: str | None = None
    lines: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recap:
    """Everything that the recap and the minutes say.

    Attributes:
        day: the session's date in the server's zone, as ``2026-11-28``.
        present: how many attended.
        unanswered: questions asked in the thread that the notes could not answer.
        talks: what the open talks were about.
    """

    title: Text
    goal: Text
    day: str
    minutes: int
    present: int
    ending: Ending
    cards: tuple[CardSeen, ...] = ()
    items: tuple[ItemAsked, ...] = ()
    talked: tuple[Talked, ...] = ()
    talks: tuple[Text, ...] = ()
    unanswered: tuple[str, ...] = ()

    @property
    def split(self) -> tuple[ItemAsked, ...]:
        """Return the items that split the group."""
        return tuple(item for item in self.items if item.is_split)

    @property
    def unclear(self) -> tuple[CardSeen, ...]:
        """Return the concepts that somebody finds unclear, the most unclear first."""
        found = [card for card in self.cards if card.answers.unclear]
        return tuple(sorted(found, key=lambda card: -card.answers.unclear))

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON, which ``from_json`` reads back."""
        return {
            "title": text_json(self.title),
            "goal": text_json(self.goal),
            "day": self.day,
            "minutes": self.minutes,
            "present": self.present,
            "ending": self.ending.value,
            "cards": [
                [
                    card.concept,
                    text_json(card.title),
                    text_json(card.short),
                    card.answers.clear,
                    card.answers.unclear,
                ]
                for card in self.cards
            ],
            "items": [[text_json(item.stem), item.answers, item.right] for item in self.items],
            "talked": [
                [
                    text_json(each.title),
                    text_json(each.question),
                    each.headline,
                    list(each.lines),
                    list(each.open_questions),
                ]
                for each in self.talked
            ],
            "talks": [text_json(each) for each in self.talks],
            "unanswered": list(self.unanswered),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """Return what was kept."""
        return cls(
            title=text_of(kept["title"]),
            goal=text_of(kept["goal"]),
            day=kept["day"],
            minutes=kept["minutes"],
            present=kept["present"],
            ending=Ending(kept["ending"]),
            cards=tuple(
                CardSeen(concept, text_of(title), text_of(short), Understood(clear, unclear))
                for concept, title, short, clear, unclear in kept["cards"]
            ),
            items=tuple(
                ItemAsked(text_of(stem), answers, right) for stem, answers, right in kept["items"]
            ),
            talked=tuple(
                Talked(text_of(title), text_of(question), headline, tuple(lines), tuple(open_))
                for title, question, headline, lines, open_ in kept["talked"]
            ),
            talks=tuple(text_of(each) for each in kept["talks"]),
            unanswered=tuple(kept["unanswered"]),
        )
