"""The kinds of press that quizzes carry, and the custom ids that name them.

``post`` is the number of the post that carries the button, by which the ledger finds it again; 0 on
private copies, which no post is.
"""

from bot.discord_ui.custom_ids import custom_id

PICK = "quiz-pick"
CHOOSE = "quiz-choose"
WRITE = "quiz-write"
WRITTEN = "quiz-written"
SURE = "quiz-sure"
MINE = "quiz-mine"
CONCEPT = "quiz-concept"
PRACTISE = "quiz-practise"
# Discussions answer it.
DISCUSS = "quiz-discuss"
ANSWER_FIELD = "answer"


def picked(post: int, asked: int, option: int) -> str:
    """Answer with one option, by its place in the item."""
    return custom_id(PICK, post, asked, option)


def chosen(post: int, asked: int) -> str:
    """Answer with what is chosen in the menu."""
    return custom_id(CHOOSE, post, asked)


def write(post: int, asked: int) -> str:
    """Open the form for a short answer."""
    return custom_id(WRITE, post, asked)


def written(asked: int) -> str:
    """Answer with what was typed into that form."""
    return custom_id(WRITTEN, asked)


def sure(asked: int, sureness: int) -> str:
    """Say how sure one was of one's answer."""
    return custom_id(SURE, asked, sureness)


def mine(post: int, asked: int) -> str:
    """Show one's own answer."""
    return custom_id(MINE, post, asked)


def concept(post: int, number: int) -> str:
    """Show a concept, by its number."""
    return custom_id(CONCEPT, post, number)


def discuss(post: int, asked: int) -> str:
    """Start a discussion about an item."""
    return custom_id(DISCUSS, post, asked)


def practise() -> str:
    """Begin a round of practice, which reviews take care of."""
    return custom_id(PRACTISE)
