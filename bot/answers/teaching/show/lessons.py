"""Shows moderators what their server was taught, and lets them take it back."""

from collections.abc import Mapping, Sequence

import discord

from bot.answers.teaching import buttons
from bot.answers.teaching.model import Lesson
from bot.content.library import Library
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import MAX_EMBED_DESCRIPTION, Button, Part, Screen
from bot.discord_ui.words import Say
from bot.ids import MemberId
from bot.inbox.buttons import home_button

COLOUR = discord.Colour(0x8A8FA3)
A_PAGE = 5  # as many as buttons stand in a row
SHOWN_PHRASES = 3
SHOWN_TEXT = 120


def lessons_screen(
    lessons: Sequence[Lesson],
    page: int,
    library: Library,
    names: Mapping[MemberId, str],
    say: Say,
    *,
    note: str = "",
) -> Screen:
    """Show a page (from 0) of ``lessons``, each with the button that takes it back."""
    back = Button(say("teach-back"), buttons.case(buttons.OLDEST))
    if not lessons:
        content = "\n".join(filter(None, (note, say("lessons-none"))))
        return Screen(content, rows=((back, home_button(say)),))
    pages = -(-len(lessons) // A_PAGE)
    page = min(page, pages - 1)
    first = page * A_PAGE
    shown = lessons[first : first + A_PAGE]
    lines = [
        f"{place}. {_line(lesson, library, names, say)}"
        for place, lesson in enumerate(shown, start=first + 1)
    ]
    embed = discord.Embed(
        title=say("lessons-title", count=len(lessons)),
        description=cut("\n".join(lines), MAX_EMBED_DESCRIPTION),
        colour=COLOUR,
    )
    embed.set_footer(text=say("lessons-foot"))
    undo: tuple[Part, ...] = tuple(
        Button(say("lessons-undo", place=place), buttons.undo(lesson.number))
        for place, lesson in enumerate(shown, start=first + 1)
    )
    turns = []
    if page > 0:
        turns.append(Button(say("inbox-before"), buttons.lessons(page - 1)))
    if page + 1 < pages:
        turns.append(Button(say("inbox-after"), buttons.lessons(page + 1)))
    return Screen(note, (embed,), (undo, (*turns, back, home_button(say))))


def undone_words(lesson: Lesson, say: Say, *, is_new: bool) -> str:
    """Say that a lesson was taken back, now or before."""
    phrase = plain(lesson.phrases[0], SHOWN_TEXT)
    return say("lessons-undone" if is_new else "lessons-undone-before", phrase=phrase)


def _line(lesson: Lesson, library: Library, names: Mapping[MemberId, str], say: Say) -> str:
    phrases = ", ".join(f"‘{plain(text, SHOWN_TEXT)}’" for text in lesson.phrases[:SHOWN_PHRASES])
    concept = library.concept(lesson.concept or "")
    if lesson.concept is None:
        answer = say("lessons-outside")
    elif concept is None:
        answer = say("lessons-concept-gone")
    else:
        answer = concept.title.into(say.language)
    at = f"<t:{int(lesson.at.timestamp())}:d>"
    name = names.get(lesson.by, "")
    return say("lessons-line", phrases=phrases, answer=answer, name=name, at=at)
