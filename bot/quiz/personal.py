"""What the quiz keeps about people."""

from datetime import timedelta

from bot.storage.personal import Declared, Fate, Personal, Retained

DECLARED = Declared(
    columns=(
        Personal("quiz_answer"),
        Personal("quiz_remarked"),
        Personal("quiz_appeal"),
        Personal("quiz_appeal", "decided_by", Fate.UNNAME, is_mine=False),
        # What was accepted belongs to the group by now, without the name.
        Personal("quiz_suggestion", only=("state", ("open", "declined")), is_mine=False),
        Personal("quiz_suggestion", fate=Fate.UNNAME),
        Personal("quiz_suggestion", "decided_by", Fate.UNNAME, is_mine=False),
        Personal("quiz_round", fate=Fate.UNNAME, is_mine=False),
        Personal("quiz_schedule", fate=Fate.UNNAME, is_mine=False),
    ),
    retained=(Retained("quiz", "quiz_asked", "closes_at", timedelta(days=730)),),
)
