"""The kinds of press that answers carry, and the custom ids that name them."""

from bot.discord_ui.custom_ids import custom_id

CONCEPT = "concept"
UP = "up"
DOWN = "down"
ASK_ON = "ask-on"
ASK_ON_SENT = "ask-on-sent"
ASK_ABOUT = "ask-about"
ASK_ABOUT_SENT = "ask-about-sent"
WHY = "answer-why"
SHARE = "share"
SHARE_PAIR = "share-pair"
SHARE_PROMPT = "share-prompt"
QUESTION_FIELD = "question"


def concept_page(question: int, concept: int, page: int) -> str:
    """Show page ``page`` (from 0) of a concept, as found for ``question``."""
    return custom_id(CONCEPT, question, concept, page)


def judged(question: int, *, good: bool) -> str:
    """Say whether the answer to ``question`` was right."""
    return custom_id(UP if good else DOWN, question)


def ask_on(question: int) -> str:
    """Open the modal for a question that goes on from ``question``."""
    return custom_id(ASK_ON, question)


def ask_on_sent(question: int) -> str:
    """Ask what was typed into that modal."""
    return custom_id(ASK_ON_SENT, question)


def ask_about(question: int, concept: int) -> str:
    """Open the modal for a question that goes on from the concept shown for ``question``."""
    return custom_id(ASK_ABOUT, question, concept)


def ask_about_sent(question: int, concept: int) -> str:
    """Ask what was typed into that modal."""
    return custom_id(ASK_ABOUT_SENT, question, concept)


def why(question: int) -> str:
    """Tell a moderator why ``question`` got its answer."""
    return custom_id(WHY, question)


def shared(question: int, concept: int, page: int) -> str:
    """Show a page of the concept, as found for ``question``, to the channel."""
    return custom_id(SHARE, question, concept, page)


def shared_pair(question: int, left: int, right: int) -> str:
    """Show the comparison of two concepts, as found for ``question``, to the channel."""
    return custom_id(SHARE_PAIR, question, left, right)


def shared_prompt(question: int, prompt: int) -> str:
    """Show the discussion prompt, as found for ``question``, to the channel."""
    return custom_id(SHARE_PROMPT, question, prompt)
