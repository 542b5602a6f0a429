"""Everything a member reads: looked up by name, in Korean or English, from the .ftl files."""

from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Protocol, cast

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType

from bot.discord_ui.cutting import cut
from bot.discord_ui.josa import with_particle

KOREAN = "ko"
ENGLISH = "en"
LANGUAGES = (KOREAN, ENGLISH)
# Fluent refuses longer ones, as a guard against messages that multiply themselves.
LONGEST_FACT = 1000


class Say(Protocol):
    """Speaks one language."""

    @property
    def language(self) -> str:
        """``ko`` or ``en``."""
        ...

    def __call__(self, name: str, /, **facts: str | float) -> str:
        """Return the words called ``name`` with ``facts`` filled in."""
        ...

    def __hash__(self) -> int:
        """What it says never changes, so that what was said can be remembered by it."""
        ...


class MissingWords(LookupError):
    """A message is missing in a language, or a fact that it names was not given."""


class Voice:
    """One language's words."""

    def __init__(self, language: str, sources: Iterator[str]) -> None:
        """Parse ``sources``, the texts of the language's .ftl files."""
        self.language = language
        # Isolation marks protect mixed-direction text; in Discord they only show up as boxes.
        # Fluent's runtime takes text for its own type, whatever its stubs say.
        functions = cast("dict[str, Callable[[Any], FluentType]]", {"JOSA": _josa})
        self._bundle = FluentBundle([language], functions=functions, use_isolating=False)
        digest = sha256()
        for source in sources:
            self._bundle.add_resource(FluentResource(source))
            digest.update(source.encode())
        self._digest = digest.hexdigest()

    @property
    def digest(self) -> str:
        """A hash of all its words: differs whenever any of them changed."""
        return self._digest

    def __call__(self, name: str, /, **facts: str | float) -> str:
        """Return the words called ``name`` (``message`` or ``message.attribute``).

        Raises:
            MissingWords: there is no such message, or it names a fact that is not given.
        """
        message_id, _, attribute = name.partition(".")
        if not self._bundle.has_message(message_id):
            raise MissingWords(f"{self.language}: {name}")
        message = self._bundle.get_message(message_id)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise MissingWords(f"{self.language}: {name}")
        # Numbers pass as they are, so that plural rules apply; text is never parsed as Fluent.
        given = {
            key: cut(fact, LONGEST_FACT) if isinstance(fact, str) else fact
            for key, fact in facts.items()
        }
        text, faults = self._bundle.format_pattern(pattern, given)
        if faults:
            raise MissingWords(f"{self.language}: {name}: {faults[0]}")
        return str(text)


def _josa(word: str, pattern: str) -> str:
    return with_particle(str(word), str(pattern))


@cache
def voice(language: str) -> Voice:
    """Return the voice of ``language``; read once, from the package."""
    folder = files("bot.discord_ui") / "words" / language
    return Voice(language, (path.read_text("utf-8") for path in _ftl_files(folder)))


def english(name: str) -> str:
    """Return English words by name: what Discord shows where no other language fits."""
    return voice(ENGLISH)(name)


def _ftl_files(folder: Traversable) -> list[Traversable]:
    return sorted(
        (path for path in folder.iterdir() if path.name.endswith(".ftl")), key=lambda p: p.name
    )
