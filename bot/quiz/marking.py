"""Marks a short answer: right or wrong, and why. Knows neither Discord nor SQL."""

import re

from bot.korean.jamo import without_laughter
from bot.korean.keyboard import to_hangul, to_latin
from bot.korean.particles import base
from bot.quiz.clauses import denies, is_not_knowing, is_undecided, meant, parts, without_brackets
from bot.quiz.closest import Match, closest
from bot.quiz.names import Book, Name, Sheet, prepared
from bot.quiz.quantities import quantities
from bot.quiz.reasons import Mark, Reason, Why
from bot.quiz.sentences import MAX_WORDS, in_sentence, is_background, is_predicate
from bot.quiz.slips import slips
from bot.quiz.spelling import canonical, joined, plain
from bot.quiz.wrapping import cleaned, readings, unwrapped

__all__ = ["Mark", "Reason", "Sheet", "Why", "mark"]

MAX_ANSWER = 300  # characters; a longer text is no short answer
MIN_COPIED = 8  # letters of the question, in one piece, that nobody names a thing with
_HAS_WORD = re.compile(r"[a-z0-9가-힣ぁ-ヿ一-鿿α-ω]|[^\W\d_ㄱ-ㅣ]")


def mark(sheet: Sheet, answer: str) -> Mark:
    """The verdict on one answer; any str gets one, in well under a millisecond as people write."""
    book = prepared(sheet)
    if len(answer) > MAX_ANSWER:
        return Mark.of(Why.TOO_LONG)
    spoken = plain(answer)
    if not spoken:
        return Mark.of(Why.EMPTY)
    if (twin := _other_case(sheet, answer)) is not None:
        return Mark.of(Why.CONTRAST, twin)
    name = book.exact.get(joined(spoken))
    if name is not None and name.is_right:
        if answer.strip() == name.text:
            return Mark.of(Why.EXACT if name.text == book.key else Why.ALIAS, name.text)
        return Mark.of(Why.SAME_SPELLING if name.text == book.key else Why.ALIAS, name.text)
    if is_not_knowing(spoken):
        return Mark.of(Why.DONT_KNOW)
    text = without_laughter(_in_big_o(book, spoken)).strip()
    if name is None and _is_copied(book, spoken):
        return Mark.of(Why.COPIED)
    verdict = _read(book, text) if _HAS_WORD.search(text) else Mark.of(Why.NO_WORDS)
    if verdict.correct or verdict.reason.why in _SETTLED:
        return verdict
    return _typed_otherwise(book, answer) or verdict


def _other_case(sheet: Sheet, answer: str) -> str | None:
    """The contrast that is the key in another case (-P for -p, Mb for MB), if that was typed."""
    rights = (sheet.key, *sheet.accept)
    if any(text in answer for text in rights):
        return None
    alike = {plain(text) for text in rights}
    return next((t for t in sheet.contrast if t and t in answer and plain(t) in alike), None)


_FROM_TO = re.compile(r"(.+?)에서 (.+?)(?:으로|로)?$")  # 1:1에서 1:N으로
_BIG_O = re.compile(
    r"(?:big[- ]?o(?: of)?|빅 ?오|시간 ?복잡도(?:는|가)?|order of|오(?=로그|엔))?\s*(.+)"
)


def _in_big_o(book: Book, text: str) -> str:
    """빅오 로그 n as O(log n), where the key is one."""
    if not book.key.startswith("O(") or "o(" in text or (found := _BIG_O.match(text)) is None:
        return text
    inner = unwrapped(found[1]).replace("로그", "log").replace("엔", "n").replace("제곱", "^2")
    return f"o({inner})"


_SETTLED = frozenset({Why.CONTRAST, Why.NEGATED, Why.SEVERAL})


def _is_copied(book: Book, spoken: str) -> bool:
    """Whether it is a run of the question, as it stands or in the wrapping of an answer."""
    bare = unwrapped(cleaned(spoken))
    if any(_is_only_a_synonym(book, joined(reading)) for reading in readings(bare)):
        return True
    if " " not in bare or joined(bare)[:MIN_COPIED] not in book.question_joined:
        return False
    said = (joined(reading) for reading in (spoken, *readings(bare)))
    return any(len(run) >= MIN_COPIED and run in book.question_joined for run in said)


def _is_only_a_synonym(book: Book, word: str) -> bool:
    """VM as the answer to what VM stands for: the question's own word, which no name lists."""
    if word in book.exact or word not in book.canonical:
        return False
    return word in {base(joined(asked)) for asked in book.question.split()}


def _typed_otherwise(book: Book, answer: str) -> Mark | None:
    """The verdict on what the same keys type in the other language, if that names something."""
    for turned in (to_hangul, to_latin):
        words = [turned(word) or word for word in answer.split()]
        if words == answer.split() or len(words) > MAX_WORDS:
            continue
        verdict = _read(book, plain(" ".join(words)))
        if verdict.correct:
            return Mark.of(Why.OTHER_KEYBOARD, verdict.reason.name)
        if verdict.reason.why in _SETTLED:
            return verdict
    return None


def _read(book: Book, text: str) -> Mark:
    outside, inside = without_brackets(text)
    if inside and (found := closest(book, text)) is not None and found.why is not Why.TYPO:
        return _mark(found)
    if inside:
        return _with_brackets(book, outside, inside)
    return _outside(book, text)


def _with_brackets(book: Book, outside: str, inside: list[str]) -> Mark:
    if not joined(outside):
        return _outside(book, " ".join(inside))
    verdict = _outside(book, outside)
    if not verdict.correct:
        return _by_its_bracket(book, outside, inside) or verdict
    for remark in inside:
        if denies(remark):
            remark = meant(remark) or ""
        for part in parts(remark):
            found = closest(book, part)
            if found is not None and not found.is_right:
                return Mark.of(Why.SEVERAL, found.name.text)
    if any(remark.startswith(("또는", "혹은", "아니면", "or ")) for remark in inside):
        return Mark.of(Why.SEVERAL, verdict.reason.name)
    return verdict


def _by_its_bracket(book: Book, outside: str, inside: list[str]) -> Mark | None:
    """중앙 처리 장치(CPU): a name that the sheet doesn't list, and the right one behind it."""
    found = closest(book, inside[0]) if len(inside) == 1 else None
    if found is None or not found.is_right or found.why is Why.TYPO:
        return None
    if closest(book, outside) or denies(outside) or len(parts(outside)) > 1:
        return None
    if any(is_background(book, word) for word in outside.split()):
        return None
    return _mark(found)


def _outside(book: Book, text: str) -> Mark:
    found = closest(book, text)
    # What reads like a name may be a word of denial: 유니크 아님 sounds like unique.
    surely = found is not None and found.why not in (Why.TYPO, Why.SAME_SOUND)
    if found is not None and (surely or book.denies or not denies(text)):
        return _mark(found)
    bare = unwrapped(cleaned(text))
    if is_not_knowing(bare):
        return Mark.of(Why.DONT_KNOW)
    if not book.denies and denies(bare):
        instead = meant(bare)
        if not instead or instead == bare:
            return _denied(book, bare)
        return _outside(book, instead)
    change = _FROM_TO.match(bare)
    if change and joined(change[1]) in book.question_joined and (new := closest(book, change[2])):
        return _mark(new)
    several = parts(bare)
    if is_undecided(bare):
        return Mark.of(Why.SEVERAL)
    if len(several) > 1:
        return _several(book, several, bare)
    return in_sentence(book, bare) or _missed(book, bare)


def _mark(found: Match) -> Mark:
    return Mark.of(found.why if found.is_right else Why.CONTRAST, found.name.text)


def _denied(book: Book, text: str) -> Mark:
    words = [base(word) for word in text.split()]
    named = next(
        (n.text for n in book.names if n.canonical and n.canonical in joined(" ".join(words))), ""
    )
    return Mark.of(Why.NEGATED, named)


def _several(book: Book, several: list[str], text: str) -> Mark:
    found = [closest(book, part) for part in several]
    if all(match is not None and match.is_right for match in found):
        return _mark(next(match for match in found if match is not None))
    if (name := _same_list(book, several)) is not None:
        return Mark.of(Why.SAME_SPELLING if name.text == book.key else Why.ALIAS, name.text)
    right = next((match for match in found if match is not None and match.is_right), None)
    wrong = next((match for match in found if match is not None and not match.is_right), None)
    if right is None and wrong is None:
        return in_sentence(book, text) or _missed(book, text)
    if wrong is None and right is not None:
        words = [closest(book, word) for part in several for word in part.split()]
        if any(match is not None and not match.is_right for match in words):
            return Mark.of(Why.SEVERAL, right.name.text)
        rest = [part for part, match in zip(several, found, strict=True) if match is None]
        if all(_is_remark(book, part) for part in rest):
            return Mark.of(Why.IN_SENTENCE, right.name.text)
    if right is None and wrong is not None:
        return Mark.of(Why.CONTRAST, wrong.name.text)
    return Mark.of(Why.SEVERAL, right.name.text if right else "")


def _same_list(book: Book, several: list[str]) -> Name | None:
    """The right name that lists the same things; in any order, unless a contrast is the other."""
    said = [{canonical(part), canonical(readings(part)[-1])} for part in several]
    for name in book.right:
        listed = _listed(name)
        if len(listed) != len(said) or len(said) < 2 or quantities(plain(name.text)):
            continue  # 2/5 and 1:N have an order
        in_order = all(one in forms for one, forms in zip(listed, said, strict=True))
        turned = any(sorted(_listed(wrong)) == sorted(listed) for wrong in book.wrong)
        if in_order or (not turned and all(any(o in forms for forms in said) for o in listed)):
            return name
    return None


def _listed(name: Name) -> list[str]:
    return [canonical(part) for part in parts(plain(name.text))]


def _is_remark(book: Book, part: str) -> bool:
    """Whether a part of an answer only speaks about it ("커널, OS의 핵심 부분이에요")."""
    words = part.split()
    if len(words) == 1 and not is_predicate(words[0]):
        return False  # 포트랑 IP: two answers, even if the question says one of them
    return all(is_background(book, word) for word in words) or (
        len(words) > 2 and not any(closest(book, word) for word in words)
    )


def _missed(book: Book, text: str) -> Mark:
    """Wrong, with the nearest thing that can be said about it."""
    said = [canonical(reading) for reading in readings(text)]
    pieces = {*said, *map(joined, readings(text))} - {""}
    amounts = frozenset().union(*(quantities(reading) for reading in readings(text)))
    for name in book.right:
        if amounts and name.amounts:
            return Mark.of(Why.OTHER_NUMBER)
    for name in book.right:
        if any(one != whole and one in whole for one in pieces for whole in name.spellings):
            return Mark.of(Why.PART)
        if len(name.canonical) > 1 and name.canonical in said[0]:
            return Mark.of(Why.MORE, name.text)
    if any(slips(one, name.canonical) is not None for one in said for name in book.right):
        return Mark.of(Why.CLOSE)
    return Mark.of(Why.OTHER)
