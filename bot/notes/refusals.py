"""Why a note, a draft or a drafted item is refused: facts, which the words put into a sentence."""

from dataclasses import dataclass

from bot.discord_ui.refusals import Refusal
from bot.notes.model import (
    MAX_CONCEPTS,
    MAX_NOTE_BYTES,
    MAX_NOTES,
    MAX_OPEN_DRAFTS,
    MAX_SERVER_CONCEPTS,
)


@dataclass
class NoteTooLarge(Refusal):
    """The file has more than ``limit`` kilobytes."""

    limit: int = MAX_NOTE_BYTES // 1000


@dataclass
class NoteNotText(Refusal):
    """The file is no text in UTF-8."""


@dataclass
class NoteEmpty(Refusal):
    """There is nothing in it to learn."""


@dataclass
class NoteUnreadable(Refusal):
    """The importer could not make concepts of it."""


@dataclass
class NotFetched(Refusal):
    """Discord did not give the file."""


@dataclass
class TooManyConcepts(Refusal):
    """The note has ``count`` concepts; ``limit`` is the most."""

    count: int
    limit: int = MAX_CONCEPTS


@dataclass
class ShelfFull(Refusal):
    """The server's notes have as many concepts as they may, or there are too many notes."""

    limit: int = MAX_NOTES
    concepts: int = MAX_SERVER_CONCEPTS


@dataclass
class TooManyDrafts(Refusal):
    """So many drafts are open already."""

    limit: int = MAX_OPEN_DRAFTS


@dataclass
class NoteAlreadyThere(Refusal):
    """The very same file is published already, as the note called ``title``."""

    title: str


@dataclass
class NothingChanged(Refusal):
    """The new file says what the note says already."""


@dataclass
class NoteGone(Refusal):
    """There is no such note in this server, or it was withdrawn."""


@dataclass
class NoteDraftGone(Refusal):
    """There is no such draft in this server."""


@dataclass
class NoteDraftClosed(Refusal):
    """The draft was published or dropped already."""


@dataclass
class NotePartGone(Refusal):
    """The concept or prompt is no longer in the draft."""


@dataclass
class NotePartUnfit(Refusal):
    """What was typed makes no concept or prompt: something is empty, too long, or unread."""


@dataclass
class LastConcept(Refusal):
    """A note without any concept is none."""


@dataclass
class OwnItemGone(Refusal):
    """There is no such drafted item in this server."""


@dataclass
class OwnItemUnfit(Refusal):
    """What was typed makes no item."""
