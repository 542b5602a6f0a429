"""Writes a session down as Markdown, in the shape of the group's notes; it names nobody."""

from collections.abc import Iterable

from bot.discord_ui.cutting import plain
from bot.discord_ui.words import Say
from bot.sessions.recap import CardSeen, ItemAsked, Recap

# Longer than anything that a member may write: nothing is cut.
WHOLE = 4000


def minutes_of(recap: Recap, say: Say) -> str:
    """Return the minutes, which the importer of notes reads."""
    return "\n\n".join(filter(None, _blocks(recap, say))) + "\n"


def file_name(recap: Recap) -> str:
    """Return what the minutes' file is called."""
    return f"session-{recap.day}.md"


def _blocks(recap: Recap, say: Say) -> Iterable[str]:
    language = say.language
    title = say("session-minutes-title", title=recap.title.into(language), day=recap.day)
    yield f"# {say('minutes-heading')}"
    yield f"## {title}"
    yield f"> {recap.goal.into(language)}"
    yield say("session-minutes-about", minutes=recap.minutes, present=recap.present)
    if recap.cards:
        yield f"### {say('session-minutes-cards', title=title)}"
        yield _list(_card(card, say) for card in recap.cards)
    if recap.items:
        yield f"### {say('session-minutes-quiz', title=title)}"
        yield _list(_item(item, say) for item in recap.items)
    for each in recap.talked:
        name = each.title.into(language)
        yield f"### {say('session-minutes-talked', title=title, name=name)}"
        yield f"> {each.question.into(language)}"
        if each.headline is not None:
            yield f"{each.headline}."
        yield _list(each.lines)
    if recap.unanswered:
        yield f"### {say('session-minutes-unanswered', title=title)}"
        yield _list(map(_safe, recap.unanswered))
    closing = list(_closing(recap, say))
    if closing:
        yield f"# {say('minutes-closing')}"
        yield _list(closing)


def _closing(recap: Recap, say: Say) -> Iterable[str]:
    language = say.language
    for each in recap.talked:
        yield from map(_safe, each.open_questions)
        if each.headline is None:
            yield each.question.into(language)
    for item in recap.split:
        stem = _one_line(item.stem.into(language))
        yield say("session-minutes-split", stem=stem, answers=item.answers, right=item.right)
    for card in recap.unclear:
        title = card.title.into(language)
        yield say("session-minutes-unclear", title=title, unclear=card.answers.unclear)


def _card(card: CardSeen, say: Say) -> str:
    title, short = card.title.into(say.language), _one_line(card.short.into(say.language))
    line = say("session-minutes-card", title=title, short=short)
    if not card.answers.n:
        return line
    said = say("session-minutes-said", clear=card.answers.clear, unclear=card.answers.unclear)
    return f"{line} ({said})"


def _item(item: ItemAsked, say: Say) -> str:
    stem = _one_line(item.stem.into(say.language))
    if not item.answers:
        return say("session-minutes-item-unanswered", stem=stem)
    return say("session-minutes-item", stem=stem, answers=item.answers, right=item.right)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _safe(text: str) -> str:
    """Return a member's ``text`` as one line of Markdown that means nothing but its letters."""
    return plain(text, WHOLE).replace("<", "\\<")
