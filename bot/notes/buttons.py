"""The kinds of press that notes, their drafts and their items carry, and their custom ids."""

from bot.discord_ui.custom_ids import custom_id

DRAFT, REMARKS, PUBLISH, DISCARD = "note-draft", "note-remarks", "note-publish", "note-discard"
TITLE, TITLED = "note-title", "note-titled"
PICK, PART, NAME, NAMED = "note-pick", "note-part", "note-name", "note-named"
BODY, BODIED, DROP = "note-body", "note-bodied", "note-drop"
MERGE, MERGED = "note-merge", "note-merged"
PICK_TALK, TALK, TALKED, UNTALK = "note-pick-talk", "note-talk", "note-talked", "note-untalk"
SHOW, WITHDRAW, WITHDRAWN, EXPORT = "note-show", "note-withdraw", "note-withdrawn", "note-export"
PICK_NOTE = "note-pick-note"
ITEM, ACCEPT, DECLINE = "note-item", "note-item-accept", "note-item-decline"
EDIT, EDITED = "note-item-edit", "note-item-edited"

# Names of the forms' fields.
KO, EN, ALIASES, SHORT, TEXT = "title", "english", "aliases", "short", "body"
QUESTION, BACKGROUND, STANCES = "question", "background", "stances"
STEM, KEY, ALSO, CONTRAST = "stem", "key", "accept", "contrast"
TRUTH, REASON, CHOICES, EXPLANATION = "truth", "reason", "choices", "explanation"


def draft(number: int, page: int = 0) -> str:
    """Show a page of what a draft says."""
    return custom_id(DRAFT, number, page)


def remarks(number: int, page: int = 0) -> str:
    """Show a page of what to look at in a draft."""
    return custom_id(REMARKS, number, page)


def of_draft(kind: str, number: int) -> str:
    """Do something with a draft as a whole."""
    return custom_id(kind, number)


def of_part(kind: str, number: int, key: int) -> str:
    """Do something with a concept or a prompt of a draft."""
    return custom_id(kind, number, key)


def note(number: int, page: int = 0) -> str:
    """Show a page of a published note."""
    return custom_id(SHOW, number, page)


def of_note(kind: str, number: int) -> str:
    """Do something with a published note as a whole."""
    return custom_id(kind, number)


def pick_note() -> str:
    """Show the published note that is chosen."""
    return custom_id(PICK_NOTE)


def item(number: int) -> str:
    """Show a drafted item; 0: the one that waits longest."""
    return custom_id(ITEM, number)


def of_item(kind: str, number: int) -> str:
    """Decide on a drafted item, or change it."""
    return custom_id(kind, number)
