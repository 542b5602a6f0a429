"""What the library's other topics have taken already: ids, names, places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.content.drafts import TopicDraft
from bot.content.lined_yaml import EACH, Lined
from bot.content.names import folded


@dataclass(frozen=True, slots=True)
class TakenNames:
    """Ids by kind, folded titles and aliases, and `order`, the first free place."""

    concepts: set[str]
    prompts: set[str]
    references: set[str]
    figures: set[str]
    names: set[str]
    order: int


def names_in(drafts: Sequence[TopicDraft]) -> TakenNames:
    cards = [card.draft.document for draft in drafts for card in draft.cards]
    discussions = [found.draft.document for draft in drafts for found in draft.discussions]
    topics = [draft.topic.document for draft in drafts if draft.topic]
    orders = [draft.topic.shape.order for draft in drafts if draft.topic and draft.topic.shape]
    names = [
        *_texts(cards, "title"),
        *_texts(cards, "title", "ko"),
        *_texts(cards, "title", "en"),
        *_texts(cards, "aliases", "ko", EACH),
        *_texts(cards, "aliases", "en", EACH),
        # Said to be outside the notes: the note at hand may cover it, but the checker must be told.
        *_texts(topics, "outside", EACH, "names", EACH),
    ]
    return TakenNames(
        {*_texts(cards, "id"), *(name for draft in drafts for name in draft.unread_cards)},
        {
            *_texts(discussions, "id"),
            *(name for draft in drafts for name in draft.unread_discussions),
        },
        set(_texts(topics, "references", EACH, "id")),
        set(_texts(topics, "figures", EACH, "id")),
        {folded(name) for name in names},
        max(orders, default=0) + 1,
    )


def _texts(documents: Iterable[Lined], *pattern: str | int) -> list[str]:
    return [text for document in documents for text, _ in document.texts(*pattern)]
