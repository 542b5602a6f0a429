"""A server's own notes: what one says, its draft before publishing, and items drafted from it."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from bot.content.model import Concept, Item, Prompt, Reference
from bot.ids import GuildId, MemberId

# A long evening's note has a tenth of it; the importer's time grows with the text.
MAX_NOTE_BYTES = 300_000
MAX_CONCEPTS = 120
MAX_PROMPTS = 25
MAX_REMARKS = 100
# A server's own notes together: what its index may hold, and what one screen can list.
MAX_NOTES = 25
MAX_SERVER_CONCEPTS = 600
MAX_OPEN_DRAFTS = 10
MAX_NAME = 100
# Stands where a heading has text but no sentence to begin with, until somebody writes one.
NO_SHORT_ANSWER = "노트에 적힌 글을 아래에 옮겨 두었어요."


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept of a note. ``key`` names it as long as its draft lives; ``line`` is the note's."""

    key: int
    concept: Concept
    line: int


@dataclass(frozen=True, slots=True)
class Talk:
    """Something that a note wants to talk about."""

    key: int
    prompt: Prompt
    line: int


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at in a note: ``kind`` names the words for it."""

    line: int
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a note says. Ids are the note's own: they become the server's when it is shown."""

    title: str
    entries: tuple[Entry, ...] = ()
    talks: tuple[Talk, ...] = ()
    references: tuple[Reference, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def entry(self, key: int) -> Entry | None:
        """Return the concept called ``key``, if it is still there."""
        return next((each for each in self.entries if each.key == key), None)

    def talk(self, key: int) -> Talk | None:
        """Return the prompt called ``key``, if it is still there."""
        return next((each for each in self.talks if each.key == key), None)


class DraftState(StrEnum):
    """What became of a draft; only an open one can be changed."""

    OPEN = "open"
    PUBLISHED = "published"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Draft:
    """An uploaded note that nobody but moderators sees yet.

    Attributes:
        name: how the file was called.
        digest: of the file's bytes, by which the same file is known again.
        replaces: the published note that it is to replace, if any.
        note: the note that it became.
    """

    number: int
    guild: GuildId
    member: MemberId
    name: str
    digest: str
    sheet: Sheet
    made_at: datetime
    state: DraftState = DraftState.OPEN
    replaces: int | None = None
    note: int | None = None


class NoteState(StrEnum):
    """Whether a note's concepts answer in its server."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a server's. ``used`` are the slugs that any of its versions had."""

    number: int
    guild: GuildId
    member: MemberId
    name: str
    digest: str
    sheet: Sheet
    published_at: datetime
    state: NoteState = NoteState.PUBLISHED
    used: frozenset[str] = frozenset()


class ItemState(StrEnum):
    """Where a drafted item stands; only an accepted one is asked."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Rule(IntEnum):
    """What made a drafted item; the number is stored."""

    TERM = 0
    DEFINITION = 1
    STATEMENT = 2
    SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Drafted:
    """An item made from a note, and the sentence that it came from."""

    rule: Rule
    item: Item
    sentence: str


@dataclass(frozen=True, slots=True)
class OwnItem:
    """A drafted item before, or past, the moderators.

    Attributes:
        drafted: its item's concept is the note's own slug, its stamp the concept's.
        is_aside: accepted once, but its concept says something else now.
    """

    number: int
    guild: GuildId
    note: int
    drafted: Drafted
    made_at: datetime
    state: ItemState = ItemState.OPEN
    is_aside: bool = False
    decided_by: MemberId | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a server has besides the shared notes; equal ``revision``, equal contents."""

    guild: GuildId
    revision: int
    notes: tuple[Note, ...] = ()
    items: tuple[OwnItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """How a new version of a note differs from the one before, in concepts."""

    same: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0
