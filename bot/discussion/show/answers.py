"""Shows a discussion to somebody who asked what its prompt asks."""

from dataclasses import replace

from bot.discord_ui.screens import MAX_ROWS, Button, Screen
from bot.discord_ui.words import Say
from bot.discussion import buttons
from bot.discussion.model import Discussion
from bot.discussion.outcome import Report
from bot.discussion.show.parts import ending, jump, phase_words, reason_labels
from bot.discussion.show.report import report_screen
from bot.posts.adopting import NO_POST


def going_on_screen(discussion: Discussion, voters: int, found: Screen, say: Say) -> Screen:
    """Show the prompt as ``found``, and that it is being discussed at this moment, and where."""
    lines = (
        say("discuss-asked-open", n=voters),
        " · ".join(filter(None, (phase_words(discussion, say), ending(discussion, say)))),
    )
    row = (
        jump(discussion, say),
        Button(say("discuss-mine"), buttons.mine(NO_POST, discussion)),
    )
    rows = (*found.rows[: MAX_ROWS - 1], row)
    return replace(found, content="\n".join(lines), rows=rows)


def came_to_screen(discussion: Discussion, report: Report, found: Screen, say: Say) -> Screen:
    """Show what the last discussion came to, under the buttons of ``found``."""
    row = (
        Button(say(reason_labels(discussion).all), buttons.reasons(NO_POST, discussion.id)),
        jump(discussion, say),
    )
    shown = report_screen(discussion, report, say, rows=(row, *found.rows[: MAX_ROWS - 1]))
    return replace(shown, content=say("discuss-asked-closed"))
