"""What a message keeps of a concept of the server's own note, so that it shows it as it was."""

from collections.abc import Mapping

from bot.content.library import Library
from bot.content.model import Concept, ConceptId, Text, Topic, TopicId

Card = Mapping[str, str | None]


def kept(concept: Concept, library: Library) -> Card:
    """Return the card as JSON can keep it: title, short answer, and how the note is named."""
    note = library.topic_of(concept).note
    return {
        "id": concept.id,
        "topic": concept.topic,
        "title": concept.title.ko,
        "title_en": concept.title.en,
        "short": concept.short.ko,
        "short_en": concept.short.en,
        "note": note.ko,
        "note_en": note.en,
    }


def shown(card: Card) -> tuple[Concept, Library]:
    """Return the concept, and a library with nothing but it."""
    topic, title = TopicId(card["topic"] or ""), _text(card, "title")
    concept = Concept(ConceptId(card["id"] or ""), topic, title, _text(card, "short"))
    alone = Topic(topic, title, order=0, note=_text(card, "note"), chapters=())
    return concept, Library((alone,), (concept,))


def _text(card: Card, name: str) -> Text:
    return Text(card[name] or "", card[f"{name}_en"])
