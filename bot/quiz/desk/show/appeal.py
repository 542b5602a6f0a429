"""Shows an appeal to the member who sends it."""

from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import Button, Input, ModalScreen, Screen
from bot.discord_ui.words import Say
from bot.quiz.desk import buttons
from bot.quiz.desk.model import MAX_SENTENCE, Appeal

SHOWN_SENTENCE = 300
MAX_LABEL = 45


def appeal_button(asked: int, say: Say) -> Button:
    """Return the button with which a member says that their answer is right as well."""
    return Button(say("quiz-appeal"), buttons.appeal(asked))


def appeal_modal(asked: int, given: str, say: Say) -> ModalScreen:
    """Ask why the answer is right as well."""
    field = Input(
        buttons.SENTENCE,
        cut(say("quiz-appeal-label"), MAX_LABEL),
        placeholder=cut(say("quiz-appeal-label.placeholder", given=given), 100),
        long=True,
        max_length=MAX_SENTENCE,
    )
    return ModalScreen(say("quiz-appeal-title"), buttons.appealed(asked), (field,))


def appeal_screen(appeal: Appeal, say: Say) -> Screen:
    """Tell the member how their appeal stands."""
    sentence = plain(appeal.sentence, SHOWN_SENTENCE)
    return Screen(f"{say(f'quiz-appeal-{appeal.state}')}\n> {sentence}")
