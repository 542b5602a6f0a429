import json
import re
from pathlib import Path

import bot.sandbox
from bot.sandbox.tours import TOURS

SANDBOX = Path(bot.sandbox.__file__).parent
WORDS: dict[str, dict[str, str]] = json.loads((SANDBOX / "page" / "words.json").read_text("utf-8"))
STATES = ("running", "done", "failed")


def named_in_the_page() -> set[str]:
    page = {path: path.read_text("utf-8") for path in (SANDBOX / "page").iterdir()}
    html = "".join(text for path, text in page.items() if path.suffix == ".html")
    scripts = "".join(text for path, text in page.items() if path.suffix == ".js")
    words = set(re.findall(r'data-word="(\w+)"', html))
    return words | {
        key
        for call in re.findall(r"words\(([^;]*?)\)", scripts)
        for key in re.findall(r'"(\w+)"', call)
    }


def named_in_the_journal() -> set[str]:
    python = "".join(path.read_text("utf-8") for path in SANDBOX.glob("*.py"))
    lasting = {*re.findall(r'\.during\(\s*"(\w+)"', python), *(tour.word for tour in TOURS)}
    once = re.findall(r'\.tell\(\s*"(\w+)", "(\w+)"', python)
    return {f"{word}_{state}" for word in lasting for state in STATES} | {
        f"{word}_{state}" for state, word in once
    }


def test_every_word_is_there_in_korean_and_in_english() -> None:
    assert [key for key, texts in WORDS.items() if set(texts) != {"ko", "en"}] == []


def test_the_page_and_the_journal_use_exactly_the_words_that_are_there() -> None:
    assert named_in_the_page() | named_in_the_journal() == set(WORDS)
