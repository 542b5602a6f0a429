"""What a heading or a bold term names: a title, other names, and how it asks."""

import re
from dataclasses import dataclass

from bot.content.importer.inline import plain
from bot.content.limits import MAX_ALIAS, MAX_ASKED_AS, MAX_TITLE

_NUMBERING = re.compile(r"^(?:\d{1,3}(?:[.)-]\d{0,3})*[.)]|[QA]\d*[.)]|[①-⑳])\s*(?=\S)")
_DEFINITION = re.compile(
    r"^(?:(?:그래서|그럼|그러면|과연|대체|도대체)\s+)?(?P<term>.+?)\s*(?:"
    r"(?:이란|란)\s*(?:무엇\S*|뭘까\S*|뭐\S*|뭔가\S*)\s*[?？]?"
    r"|(?:이란|(?<=\S\S)란)\s*[?？]?"
    r"|(?:은|는|이|가)\s*(?:무엇\S*|뭘까\S*|뭐야|뭐예요|뭔가\S*)\s*[?？]?"
    r"|(?:은|는)\s*[?？]"
    r"|\s(?:무엇인가|무엇일까|뭘까)\S*"
    r")$"
)
_ENGLISH_QUESTION = re.compile(
    r"^what(?:'s| is| are)\s+(?:an?\s+|the\s+)?(?P<term>.+?)\s*\??$", re.I
)
_PARENTHESES = re.compile(r"\s*[(（]([^()（）]+)[)）]")
_OTHERWISE = re.compile(r"^(?:또는|혹은|일명|or|aka|a\.k\.a\.?|=)\s*", re.I)
_SEPARATOR = re.compile(r"\s*[,，/·]\s*|\s+(?:또는|혹은|or)\s+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9 .&/+'-]*")
_LONGEST_QUESTION = 200
_LONGEST_OTHER_NAME = 30
_ENDS = (".", "?", "!", "다", "요")
_LONGEST_SHORT_FORM = 6
_HANGUL = re.compile(r"[가-힣]")
_HANJA = re.compile(r"[\u3400-\u9fff\uf900-\ufaff ·]+")


@dataclass(frozen=True, slots=True)
class Names:
    """`whole` is the heading in full; words of it that are in no name are kept in the card."""

    ko: str
    en: str | None
    aliases: tuple[str, ...]
    asked_as: tuple[str, ...]
    whole: str
    raw: str

    @property
    def is_all_said(self) -> bool:
        """Whether title, aliases and asked_as hold all that was written."""
        said = " ".join((self.ko, self.en or "", *self.aliases, *self.asked_as))
        return set(re.findall(r"\w+", self.raw)) <= set(re.findall(r"\w+", said))


def names_of(raw: str) -> Names:
    """The names in a heading as written, such as `하이퍼바이저(Hypervisor)란 무엇인가?`."""
    whole = plain(raw)
    bare = _NUMBERING.sub("", whole).strip().rstrip(":：").strip() or whole
    is_short = len(bare) <= _LONGEST_QUESTION
    found = (_DEFINITION.match(bare) or _ENGLISH_QUESTION.match(bare)) if is_short else None
    term = found["term"].strip() if found else bare
    title, en, aliases = _split(term)
    if not title:
        title, en, aliases = term, None, ()
    said = whole.rstrip(":： ")
    asked = (said,) if said not in ("", title) and len(said) <= MAX_ASKED_AS else ()
    return Names(_cut(title), en, aliases, asked, whole, raw)


def _split(term: str) -> tuple[str, str | None, tuple[str, ...]]:
    """`게스트 운영체제(또는 게스트 OS)` → the title without what stands in parentheses."""
    en, aliases, title = None, [], term
    is_latin = bool(_LATIN.fullmatch(_PARENTHESES.sub("", term).strip()))
    for inside in _PARENTHESES.finditer(term):
        words = inside[1].strip()
        others = [_OTHERWISE.sub("", word.strip()) for word in _SEPARATOR.split(words)]
        names = [other for other in others if other and len(other) <= MAX_ALIAS]
        if len(names) != len(others) or not all(map(_is_name, names)):
            continue  # some other remark: it stays in the title
        for name in names:
            if en is None and not is_latin and _LATIN.fullmatch(name) and not _is_short_form(name):
                en = name
            else:
                aliases.append(name)
        title = title.replace(inside[0], "", 1)
    title = " ".join(title.split())
    if is_latin and len(aliases) == 1 and _HANGUL.search(aliases[0]) and len(title) <= MAX_TITLE:
        return aliases[0], title, ()  # Docker(도커)
    return title, en, tuple(aliases)


def _is_name(words: str) -> bool:
    """Whether words in parentheses can be another name: `(네임 서버)`, not `(1)` or a sentence."""
    is_written = _HANGUL.search(words) or _LATIN.fullmatch(words) or _HANJA.fullmatch(words)
    return bool(is_written) and len(words) <= _LONGEST_OTHER_NAME and not words.endswith(_ENDS)


def _is_short_form(name: str) -> bool:
    """Whether a Latin name is letters that stand for words (VM), and so no title."""
    return name.isupper() and len(name) <= _LONGEST_SHORT_FORM


def _cut(title: str) -> str:
    return title if len(title) <= MAX_TITLE else title[: MAX_TITLE - 1].rstrip() + "…"
