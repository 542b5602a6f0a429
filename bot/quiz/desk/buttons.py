"""The kinds of press that appeals, suggestions and the inbox carry, and their custom ids."""

from bot.discord_ui.custom_ids import custom_id

APPEAL = "quiz-appeal"
APPEALED = "quiz-appealed"
SUGGESTED = "quiz-suggested"
OPEN_CASE = "inbox-open"
ACCEPT = "inbox-accept"
EDIT = "inbox-edit"
EDITED = "inbox-edited"
DECLINE = "inbox-decline"
STATS = "quiz-stats"
TAKEN = "quiz-taken"
WITHDRAW = "quiz-withdraw"
RESTORE = "quiz-restore"

# Names of a form's fields.
SENTENCE, ALIAS = "sentence", "alias"
STEM, KEY, ACCEPTED, CONTRAST = "stem", "key", "accept", "contrast"
REASON, EXPLANATION = "reason", "explanation"


def appeal(asked: int) -> str:
    """Open the form in which a member says why their answer is right."""
    return custom_id(APPEAL, asked)


def appealed(asked: int) -> str:
    """Send that form."""
    return custom_id(APPEALED, asked)


def suggested(kind: int, concept: int) -> str:
    """Send a suggested item about a concept, by its number."""
    return custom_id(SUGGESTED, kind, concept)


def open_case(kind: int, number: int) -> str:
    """Show a case; number 0: the oldest."""
    return custom_id(OPEN_CASE, kind, number)


def accept(kind: int, number: int) -> str:
    """Accept a case."""
    return custom_id(ACCEPT, kind, number)


def edit(kind: int, number: int) -> str:
    """Open the form that changes a case before it is decided."""
    return custom_id(EDIT, kind, number)


def edited(kind: int, number: int) -> str:
    """Send that form."""
    return custom_id(EDITED, kind, number)


def decline(kind: int, number: int) -> str:
    """Decline a case."""
    return custom_id(DECLINE, kind, number)


def stats(page: int) -> str:
    """Show a page of how the items went."""
    return custom_id(STATS, page)


def taken(number: int) -> str:
    """Show an accepted suggestion; number 0: the first, in a message of its own."""
    return custom_id(TAKEN, number)


def withdraw(number: int) -> str:
    """Ask an accepted suggestion no longer."""
    return custom_id(WITHDRAW, number)


def restore(number: int) -> str:
    """Ask a withdrawn suggestion again."""
    return custom_id(RESTORE, number)
