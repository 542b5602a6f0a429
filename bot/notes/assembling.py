"""A server's notes as content: ids that are the server's, one library with the shared notes."""

from dataclasses import replace

from bot.content.library import Library
from bot.content.limits import MAX_ID, MAX_TITLE
from bot.content.model import (
    Chapter,
    Concept,
    ConceptId,
    Contrast,
    Item,
    ItemId,
    Prompt,
    PromptId,
    Reference,
    ReferenceId,
    Text,
    Topic,
    TopicId,
)
from bot.notes.model import Note, OwnItem, Shelf


def topic_id(note: int) -> TopicId:
    """Return the id of a note's topic."""
    return TopicId(f"note.{note}")


def own_id(note: int, name: str) -> str:
    """Return the id in the server's library of what a note calls ``name``.

    No shared note can take it: their ids are checked to be slugs, and a dot is in none.
    """
    return f"{note}.{name}"[: MAX_ID + 20]


def item_id(number: int) -> ItemId:
    """Return under which id a drafted item is asked."""
    return ItemId(f"note-item.{number}")


def together(shared: Library, shelf: Shelf) -> Library:
    """Return the shared notes with those of a server; the server's own names come first."""
    if not shelf.notes:
        return shared
    first = max((topic.order for topic in shared.topics), default=0) + 1
    notes = sorted(shelf.notes, key=lambda note: (note.published_at, note.number))
    topics = [_topic(note, first + at) for at, note in enumerate(notes)]
    # The newest note's own word counts most, where two bear the same name.
    concepts = [concept for note in reversed(notes) for concept in concepts_of(note)]
    prompts = [prompt for note in reversed(notes) for prompt in prompts_of(note)]
    known = {concept.id for concept in concepts}
    items = [item for each in shelf.items if (item := item_of(each)).concept in known]
    return Library(
        (*shared.topics, *topics),
        (*concepts, *shared.concepts),
        (*prompts, *shared.prompts),
        (*shared.items, *items),
    )


def concepts_of(note: Note) -> tuple[Concept, ...]:
    """Return a note's concepts under the server's ids."""
    return tuple(_concept(note.number, each.concept) for each in note.sheet.entries)


def prompts_of(note: Note) -> tuple[Prompt, ...]:
    """Return a note's prompts under the server's ids."""
    return tuple(_prompt(note.number, each.prompt) for each in note.sheet.talks)


def item_of(own: OwnItem) -> Item:
    """Return the item that a server is asked."""
    item = own.drafted.item
    return replace(
        item,
        id=item_id(own.number),
        topic=topic_id(own.note),
        concept=ConceptId(own_id(own.note, item.concept)),
    )


def note_name(note: Note) -> Text:
    """Return how a note is named as a source: its title, and the file that was uploaded."""
    title = _short(note.sheet.title, MAX_TITLE)
    file = f" ({note.name})" if note.name else ""
    return Text(f"이 서버의 노트 「{title}」{file}", f"This server's note “{title}”{file}")


def _topic(note: Note, order: int) -> Topic:
    ids = tuple(ConceptId(own_id(note.number, each.concept.id)) for each in note.sheet.entries)
    title = Text(note.sheet.title)
    return Topic(
        id=topic_id(note.number),
        title=title,
        order=order,
        note=note_name(note),
        chapters=(Chapter(title, ids),),
        references=tuple(_reference(note.number, each) for each in note.sheet.references),
    )


def _concept(note: int, concept: Concept) -> Concept:
    return replace(
        concept,
        id=ConceptId(own_id(note, concept.id)),
        topic=topic_id(note),
        related=tuple(ConceptId(own_id(note, each)) for each in concept.related),
        contrasts=tuple(
            Contrast(ConceptId(own_id(note, each.concept)), each.line) for each in concept.contrasts
        ),
        sources=tuple(ReferenceId(own_id(note, each)) for each in concept.sources),
    )


def _prompt(note: int, prompt: Prompt) -> Prompt:
    return replace(
        prompt,
        id=PromptId(own_id(note, prompt.id)),
        topic=topic_id(note),
        related=tuple(ConceptId(own_id(note, each)) for each in prompt.related),
    )


def _reference(note: int, reference: Reference) -> Reference:
    return replace(reference, id=ReferenceId(own_id(note, reference.id)))


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
