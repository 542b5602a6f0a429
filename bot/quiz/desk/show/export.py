"""Shows the items that a server took from its members, as files for the notes."""

from collections.abc import Mapping

from bot.content.tree import QUIZ_FILE
from bot.discord_ui.screens import Attachment, Screen
from bot.discord_ui.words import Say
from bot.quiz.desk.show.taken import taken_button

# Discord takes so many files with a message (docs: resources/message#create-message).
MAX_FILES = 10


def export_screen(files: Mapping[str, str], say: Say) -> Screen:
    """Attach one ``quiz.yaml`` for each topic, and say where it belongs."""
    several = len(files) > 1
    attached = tuple(
        Attachment(f"{topic}-{QUIZ_FILE}" if several else QUIZ_FILE, text.encode())
        for topic, text in list(files.items())[:MAX_FILES]
    )
    places = "\n".join(f"- `content/{topic}/{QUIZ_FILE}`" for topic in files)
    return Screen(
        f"{say('export-ready')}\n{places}", rows=((taken_button(say),),), attachments=attached
    )
