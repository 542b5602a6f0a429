"""What an answer says around its words: denials, corrections, several answers, not knowing."""

import re

_DONT_KNOW = re.compile(
    r"^(?:음|어|아|흠|저는?|전|난|나는|잘|전혀|하나도|진짜|솔직히|정말|그냥|i|really|sorry|"
    r"죄송|[\s,.…~!?ㅠㅜ])*"
    r"(?:모르겠\w*|모르겟\w*|몰라\w*|모름\w*|모릅니다|모르\w*|몰겠\w*|몰루\w*|글쎄\w*|"
    r"기억이? ?안\w*|생각이? ?안\w*|ㅁㄹ\w*|"
    r"패스\w*|통과\w*|포기\w*|답 ?없\w*|없음|무응답|pass|skip|idk|dunno|"
    r"(?:i )?(?:don't|dont|do not) know|no idea|not sure|no clue|can't remember|뭐였더라\w*|"
    r"뭐더라\w*|뭐지\w*)"
    r"(?:\s+(?:this|that|it|the|answer|lol|sorry|요|ㅠ+|나\w*|어요|정답|답))*[\s,.…~!?ㅠㅜㅋㅎ]*$"
)
_FORGOTTEN = re.compile(r"(?:뭐였더라|뭐더라|기억이? 안 ?나\w*|생각이? 안 ?나\w*)[\s?.…]*$")

# "A가 아니라 B", "A 말고 B", "not A but B": B is meant.
_INSTEAD = re.compile(
    r"(?:(?:이|가|은|는) )?(?:절대 |결코 )?(?:아니라|아니고요?|아니구요?|아니며|아닌데|"
    r"말고요?|빼고요?|제외하고)(?=[\s,.!?…~]|$)"
)
_BUT = re.compile(
    r"^(?:it's |it is |it isn't |isn't |it's not )?(?:not |isn't )(.{1,60}?),? (?:but|it's|"
    r"rather|instead) (?:rather )?(.+)$"
)
_RATHER_THAN = re.compile(
    r"^(.+?),? (?:and not|not|rather than|instead of|이지|지) (.+?)(?:(?:이|가|은|는)? ?아니\w*)?$"
)
# Somebody speaking corrects themselves: 쉘 아니 커널.
_CORRECTED = re.compile(
    r"[\s,.…]+(?:아 |아, |앗 )?(?:아니다|아니|아 아니|no wait|i mean|정정)[\s,.…]+"
)

_RHETORICAL = re.compile(
    r"(?:이|가)? ?(?:아닐까\w*( 싶\w*| 합니다| 해요)?|아닌가\w*|하지 않나\w*|부르지 않나\w*|"
    r"않을까\w*|"
    r"(?:아니에요|아녜요|아니야|아님|아니예요|아닙니까|아니냐|아니죠|아니었나요|아녀|아냐|아니여|아닌감)"
    r"(?=\s*\?))"
)
_ISNT_IT = re.compile(r"^isn't (?:it|that|this)\b|\b(?:isn't it|right)\s*\?")
_DENIAL = re.compile(
    r"아니|아닌|아닐|아님|아닙|아녜|아녀|아냐|않|말고|빼고|빼면|제외|아뇨|(?<![가-힣])틀[린렸려리림]|못\s|"
    r"없[다어는음]|절대|"
    r"\b(?:not|no|never|isn't|isnt|aren't|wasn't|weren't|doesn't|didn't|don't|cannot|can't|"
    r"won't|except|without|"
    r"neither|nor|anything but|other than|false|wrong)\b"
)

_BETWEEN = re.compile(
    r"\s*(?:[,/|;&=、，·]|\+(?=\s*\w)|\s->|→|⇒)\s*|\s+(?:또는|혹은|아니면|및|그리고|또|or|and|"
    r"vs\.?|and/or|다음에?)\s+|"
    r"(?<=[^\W\d_])(?:이랑|랑|하고|이나|이거나|거나|과|와|나|이고|이며|,)\s+(?=\S)|\s+\+\s+|\n"
)
_UNDECIDED = re.compile(r"[둘셋] ?중(?:에서?)? ?하나|수도 있고|\beither\b|\bone of\b")
_EITHER = re.compile(r"^(?:either|both) ")
_BRACKETS = re.compile(r"\s*[(\[{（]([^()\[\]{}（）]{0,120})[)\]}）]?")
MAX_PARTS = 8


def is_not_knowing(text: str) -> bool:
    """모르겠어요, 패스, idk: no answer at all."""
    return bool(_DONT_KNOW.match(text) or _FORGOTTEN.search(text))


def denies(text: str) -> bool:
    """Whether the text says that something is not so; "커널 아닌가요?" says that it is."""
    if _ISNT_IT.search(text):
        text = _ISNT_IT.sub(" ", text)
    return bool(_DENIAL.search(_RHETORICAL.sub(" ", text)))


def is_undecided(text: str) -> bool:
    """둘 중 하나, either of them: an answer that leaves the choice open."""
    return bool(_UNDECIDED.search(text))


def meant(text: str) -> str | None:
    """What is left after a correction ("쉘이 아니라 커널" → 커널), None if nothing is corrected.

    An empty text says that something was denied, and nothing put in its place.
    """
    if found := _BUT.match(text):
        return found[2]
    if found := _INSTEAD.search(text):
        rest = text[found.end() :].strip(" ,.!?…~")
        if rest and rest not in ("요", "용", "다른 것", "다른 거", "다른거", "딴거"):
            return rest
        return ""
    if (found := _CORRECTED.search(text)) and text[found.end() :].strip():
        return text[found.end() :]
    if (found := _RATHER_THAN.match(text)) and (" not " in text or "아니" in found.group(0)[-8:]):
        return found[1]
    return None


def parts(text: str) -> list[str]:
    """The answers that a text gives, where it gives several: "커널 또는 쉘" → 커널, 쉘."""
    return [
        part for part in _BETWEEN.split(_EITHER.sub("", text), maxsplit=MAX_PARTS) if part.strip()
    ]


def without_brackets(text: str) -> tuple[str, list[str]]:
    """The text outside brackets, and what stands in each pair."""
    inside = [part.strip() for part in _BRACKETS.findall(text)]
    return (_BRACKETS.sub(" ", text).strip(), inside) if inside else (text, inside)
