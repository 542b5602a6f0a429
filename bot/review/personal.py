"""What reviews keep about people."""

from bot.storage.personal import Declared, Personal

DECLARED = Declared(
    columns=(
        Personal("review_board"),
        Personal("review_card"),
        Personal("review_turn"),
        Personal("review_run"),
        Personal("review_reminder"),
    )
)
