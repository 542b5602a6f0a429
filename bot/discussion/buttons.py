"""The kinds of press that discussions carry, and the custom ids that name them.

``post`` is the number of the post that carries the button; 0 on private copies, which no post is.
A press that means one phase carries it, so that a late press is told apart.
"""

from enum import IntEnum

from bot.discord_ui.custom_ids import custom_id
from bot.discord_ui.refusals import OldButton
from bot.discussion.model import Discussion, Mark, Phase, Reason

VOTE = "discuss-vote"
CHOOSE = "discuss-choose"
MINE = "discuss-mine"
CHANGE = "discuss-change"
WHY = "discuss-why"
WHY_SENT = "discuss-why-sent"
REASONS = "discuss-reasons"
TURN = "discuss-turn"
MARK = "discuss-mark"
HIDE = "discuss-hide"
UNHIDE = "discuss-unhide"
AGAINST = "discuss-against"
ASK = "discuss-ask"
ASKED = "discuss-asked"
QUESTIONS = "discuss-questions"
QUESTION = "discuss-question"
ANSWER = "discuss-answer"
ANSWERED = "discuss-answered"
DECIDE = "discuss-decide"
AGAIN = "discuss-again"
PROPOSED = "discuss-proposed"
PROPOSAL = "discuss-proposal"
APPROVE = "discuss-approve"
DECLINE = "discuss-decline"
EDIT = "discuss-edit"
EDITED = "discuss-edited"

OLDEST = 0
TEXT = "text"
ANSWER_TEXT = "answer"
CONCEPT = "concept"
FIELD = "field-"
TITLE = "title"
QUESTION_TEXT = "question"
BACKGROUND = "background"
STANCES = "stances"
FOLLOW_UPS = "follow-ups"
_PHASES = tuple(Phase)


class Decision(IntEnum):
    """What a moderator confirms; the number stands in custom ids."""

    NEXT = 0
    CLOSE = 1
    CANCEL = 2


def phase_of(number: int) -> Phase:
    """Return the phase that a custom id's ``number`` stands for.

    Raises:
        OldButton: none does; the press was forged.
    """
    if number >= len(_PHASES):
        raise OldButton
    return _PHASES[number]


def _phase(discussion: Discussion) -> int:
    return _PHASES.index(discussion.phase)


def vote(post: int, discussion: Discussion, stance: int) -> str:
    """Take one stance, by its place."""
    return custom_id(VOTE, post, discussion.id, _phase(discussion), stance)


def choose(post: int, discussion: Discussion) -> str:
    """Take the stances that are chosen in the menu."""
    return custom_id(CHOOSE, post, discussion.id, _phase(discussion))


def mine(post: int, discussion: Discussion) -> str:
    """Show what one put in oneself."""
    return custom_id(MINE, post, discussion.id)


def change(discussion: Discussion) -> str:
    """Show the stances privately, to choose another."""
    return custom_id(CHANGE, discussion.id)


def why(discussion: Discussion) -> str:
    """Open the form for a reason."""
    return custom_id(WHY, discussion.id, _phase(discussion))


def why_sent(discussion: Discussion) -> str:
    """Keep what was written in that form."""
    return custom_id(WHY_SENT, discussion.id, _phase(discussion))


def reasons(post: int, discussion: int) -> str:
    """Open every reason, privately."""
    return custom_id(REASONS, post, discussion)


def turn(discussion: int, page: int) -> str:
    """Turn to a page of the reasons."""
    return custom_id(TURN, discussion, page)


def mark(discussion: int, reason: Reason, thought: Mark, page: int) -> str:
    """Say what one thinks of a reason on ``page``."""
    return custom_id(MARK, discussion, reason.id, int(thought), page)


def hide(discussion: int, reason: Reason, page: int) -> str:
    """Take a reason on ``page`` from sight."""
    return custom_id(HIDE, discussion, reason.id, page)


def unhide(discussion: int, reason: int, page: int) -> str:
    """Bring back a reason that was taken from sight, and show ``page``."""
    return custom_id(UNHIDE, discussion, reason, page)


def against(post: int, discussion: int) -> str:
    """Show the strongest reason against one's own stance."""
    return custom_id(AGAINST, post, discussion)


def ask(discussion: int) -> str:
    """Open the form for a question."""
    return custom_id(ASK, discussion)


def asked(discussion: int) -> str:
    """Keep the question."""
    return custom_id(ASKED, discussion)


def questions(discussion: int) -> str:
    """Open the questions, privately."""
    return custom_id(QUESTIONS, discussion)


def question(discussion: int, page: int) -> str:
    """Turn to a page of the questions."""
    return custom_id(QUESTION, discussion, page)


def answer(discussion: int, number: int) -> str:
    """Open the form for an answer to a question."""
    return custom_id(ANSWER, discussion, number)


def answered(discussion: int, number: int) -> str:
    """Keep the answer."""
    return custom_id(ANSWERED, discussion, number)


def decide(decision: Decision, discussion: Discussion) -> str:
    """Do what a moderator confirms, if the discussion is still in this phase."""
    return custom_id(DECIDE, int(decision), discussion.id, _phase(discussion))


def again(discussion: int) -> str:
    """Post the present phase's messages once more."""
    return custom_id(AGAIN, discussion)


def proposed(kind: int) -> str:
    """Bring a prompt before the moderators: a debate (0) or an exchange of experience (1)."""
    return custom_id(PROPOSED, kind)


def proposal(number: int) -> str:
    """Turn to a proposed prompt; 0: to the oldest open one."""
    return custom_id(PROPOSAL, number)


def approve(number: int) -> str:
    """Take a proposed prompt."""
    return custom_id(APPROVE, number)


def decline(number: int) -> str:
    """Leave a proposed prompt out."""
    return custom_id(DECLINE, number)


def edit(number: int) -> str:
    """Open the form that changes a proposed prompt."""
    return custom_id(EDIT, number)


def edited(number: int) -> str:
    """Change a proposed prompt."""
    return custom_id(EDITED, number)
