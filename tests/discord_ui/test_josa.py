"""Particles fit the word before them, whatever script it is in."""

import pytest

from bot.discord_ui.josa import with_particle


@pytest.mark.parametrize(
    ("word", "pattern", "expected"),
    [
        ("커널", "은/는", "커널은"),
        ("도커", "은/는", "도커는"),
        ("커널", "으로/로", "커널로"),
        ("컨테이너", "이/가", "컨테이너가"),
        ("게스트 운영체제", "을/를", "게스트 운영체제를"),
        ("kernel", "은/는", "kernel은"),
        ("server", "은/는", "server는"),
        ("image", "이/가", "image가"),
        ("machine", "은/는", "machine은"),
        ("Docker Engine", "을/를", "Docker Engine을"),
        ("VM", "은/는", "VM은"),
        ("OS", "이/가", "OS가"),
        ("Asia/Seoul", "이라는/라는", "Asia/Seoul이라는"),
        ("Asia/Tokyo", "이라는/라는", "Asia/Tokyo라는"),
        ("가상 머신(VM)", "은/는", "가상 머신(VM)은"),
        ("방납(防納)", "을/를", "방납(防納)을"),
        ("cherry-pick", "을/를", "cherry-pick을"),
        ("Virtual DOM", "은/는", "Virtual DOM은"),
        ("stack", "은/는", "stack은"),
        ("commit", "이/가", "commit이"),
        ("HashMap", "을/를", "HashMap을"),
        ("table", "은/는", "table은"),
        ("GitHub", "을/를", "GitHub를"),
        ("bit", "은/는", "bit는"),
        ("loop", "은/는", "loop는"),
        ("root", "을/를", "root를"),
        ("test", "을/를", "test를"),
        ("task", "이/가", "task가"),
        ("'도커'", "이/가", "'도커'가"),
        ("「커널」", "을/를", "「커널」을"),
        ("**커널** ", "이/가", "**커널** 이"),
        ("3", "은/는", "3은"),
        ("2", "은/는", "2는"),
    ],
)
def test_the_particle_fits(word: str, pattern: str, expected: str) -> None:
    assert with_particle(word, pattern) == expected


@pytest.mark.parametrize("word", ["🙂", "...", "((", "漢字", "\\*"])
def test_a_word_without_a_sound_gets_some_particle(word: str) -> None:
    assert with_particle(word, "은/는") in {f"{word}은", f"{word}는", f"{word}은(는)"}


@pytest.mark.parametrize("pattern", ["은", "은/는/이", ""])
def test_a_pattern_is_two_particles(pattern: str) -> None:
    with pytest.raises(ValueError, match="two particles"):
        with_particle("커널", pattern)
