"""What answering keeps about people."""

from datetime import timedelta

from bot.storage.personal import Declared, Fate, Parent, Personal, Retained

# Of use for ten minutes (`conversation.model.WINDOW`); what follows is leave to forget.
TOPICS = timedelta(days=1)

DECLARED = Declared(
    columns=(
        Personal("answer_feedback", parent=Parent("question_id", "question")),
        Personal("question"),
        Personal("answer_topic"),
        Personal("answer_wish"),
        Personal("taught_lesson", "taught_by", Fate.UNNAME, is_mine=False),
    ),
    retained=(
        Retained("questions", "question", "asked_at", timedelta(days=365)),
        Retained("topics", "answer_topic", "at", TOPICS, fixed=True),
    ),
)
