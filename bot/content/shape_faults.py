"""Fits plain values into a shape, and says in our words what does not fit."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault, fault
from bot.content.limits import MAX_ID
from bot.content.lined_yaml import Lined, Place, Plain
from bot.content.shape_keys import keys_at

S = TypeVar("S", bound=BaseModel)

_PLAIN_KINDS = {
    "missing": FaultKind.MISSING_KEY,
    "union_tag_not_found": FaultKind.MISSING_KEY,
    "string_type": FaultKind.NOT_A_TEXT,
    "string_too_short": FaultKind.EMPTY_VALUE,
    "tuple_type": FaultKind.NOT_A_LIST,
    "model_type": FaultKind.NOT_A_MAPPING,
    "model_attributes_type": FaultKind.NOT_A_MAPPING,
    "int_type": FaultKind.NOT_A_NUMBER,
    "int_parsing": FaultKind.NOT_A_NUMBER,
    "int_from_float": FaultKind.NOT_A_NUMBER,
    "int_parsing_size": FaultKind.NOT_A_NUMBER,
    "bool_type": FaultKind.NOT_YES_OR_NO,
    "bool_parsing": FaultKind.NOT_YES_OR_NO,
    "string_pattern_mismatch": FaultKind.BAD_SLUG,
    # Raised by the shapes themselves, with their facts.
    "bad_url": FaultKind.BAD_URL,
    "no_reason": FaultKind.NO_REASON,
    "same_choice": FaultKind.SAME_CHOICE,
    "no_key": FaultKind.NO_KEY,
    "all_keys": FaultKind.ALL_KEYS,
    "not_one_key": FaultKind.NOT_ONE_KEY,
    "key_is_contrast": FaultKind.KEY_IS_CONTRAST,
    "repeated_stance": FaultKind.REPEATED_STANCE,
    "repeated_field": FaultKind.REPEATED_FIELD,
}


def shaped(
    document: Lined, shape: type[S], value: Plain, at: Place = ()
) -> tuple[S | None, list[Fault]]:
    """`value`, found `at` a place of the document, in its shape; or None and what is wrong."""
    try:
        return shape.model_validate(value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_fault(document, detail, shape, at) for detail in details]


def nearest(word: str, known: Sequence[str]) -> str | None:
    """What `word` was probably meant to be."""
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.7)), None)


def _fault(document: Lined, detail: ErrorDetails, shape: type[BaseModel], at: Place) -> Fault:
    own = detail["loc"]
    place = (*at, *own)
    path, line, kind = document.path, document.line(*place), detail["type"]
    given, facts = detail["input"], dict(detail.get("ctx") or {})
    key = _key(place)
    if kind == "extra_forbidden":
        return _unknown_key(path, line, str(place[-1]), keys_at(shape, own[:-1]))
    if kind == "union_tag_not_found":
        return fault(path, line, FaultKind.MISSING_KEY, key="kind")
    if kind == "missing":
        return fault(path, line, FaultKind.MISSING_KEY, key=str(place[-1]) if place else key)
    if given is None and kind not in _PLAIN_KINDS.keys() - _TYPE_KINDS:
        return fault(path, line, FaultKind.EMPTY_VALUE, key=key)
    match kind:
        case "literal_error" | "union_tag_invalid":
            allowed = facts.get("expected_tags") or facts["expected"]
            named = "kind" if kind == "union_tag_invalid" else key
            value = facts.get("tag", given)
            facts = {"key": named, "value": value, "allowed": str(allowed).replace("'", "")}
            line = document.line(*place, "kind") if kind == "union_tag_invalid" else line
            return fault(path, line, FaultKind.BAD_CHOICE_OF_WORD, **facts)
        case "string_too_long":
            limit = facts["max_length"]
            if limit == MAX_ID:
                return fault(path, line, FaultKind.BAD_SLUG, key=key, value=given, limit=limit)
            length = len(str(given).strip())
            return fault(path, line, FaultKind.TOO_LONG, key=key, length=length, limit=limit)
        case "too_short":
            count, limit = facts["actual_length"], facts["min_length"]
            return fault(path, line, FaultKind.TOO_FEW, key=key, count=count, limit=limit)
        case "too_long":
            # Counted here: pydantic stops counting at the limit.
            count = len(given) if isinstance(given, list) else facts["actual_length"]
            limit = facts["max_length"]
            return fault(path, line, FaultKind.TOO_MANY, key=key, count=count, limit=limit)
        case "greater_than_equal":
            return fault(path, line, FaultKind.TOO_SMALL, key=key, value=given, limit=facts["ge"])
        case "less_than_equal":
            return fault(path, line, FaultKind.TOO_LARGE, key=key, value=given, limit=facts["le"])
        case _ if kind in _PLAIN_KINDS:
            common = {"key": key, "value": given, "limit": MAX_ID}
            return fault(path, line, _PLAIN_KINDS[kind], **{**common, **facts})
        case _:
            return fault(path, line, FaultKind.BAD_VALUE, key=key, why=detail["msg"])


_TYPE_KINDS = {name for name in _PLAIN_KINDS if name.endswith("_type")}


def _key(place: tuple[int | str, ...]) -> str:
    """The name that the writer sees near the fault: the last key, not a list's position."""
    names = [part for part in place if isinstance(part, str)]
    if not names:
        return "-"
    if names[-1] in ("ko", "en") and len(names) > 1:
        return f"{names[-2]}.{names[-1]}"
    return names[-1]


def _unknown_key(path: Path, line: int, key: str, allowed: Sequence[str]) -> Fault:
    if near := nearest(key, allowed):
        return fault(path, line, FaultKind.MISSPELT_KEY, key=key, nearest=near)
    return fault(path, line, FaultKind.UNKNOWN_KEY, key=key, allowed=", ".join(allowed))
