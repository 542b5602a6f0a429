"""Strategies for notes as people write them: whatever Markdown, in whatever order."""

from hypothesis import strategies as st

_SINGLE = """
도커 컨테이너는 가상화란 VM kernel 하이퍼바이저(Hypervisor) 1:1 C++ 5~100MB **굵게** *기울임* `ps`
_밑줄_ snake_case ~~지움~~ [^1] <br> &nbsp; [빈]() <b>태그</b> \\*별\\* [[위키]] $x^2$ 😀 --- #태그
! … 출처 : 출처: a|b - 1. 「글」 '따옴표' "x" ![그림](images/a.png) https://example.com/x?y=1&z=2
"""
_WORDS = st.sampled_from(
    [
        *_SINGLE.split(),
        "[글](https://example.com/a_b 'ti')",
        '![](https://example.com/p.png "제목")',
        "`ps -e | x`",
    ]
)
_PLAIN = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"),
    min_size=1,
    max_size=12,
)
words = st.one_of(_WORDS, _WORDS, _PLAIN)
sentence = st.lists(words, min_size=1, max_size=8).map(" ".join)
_HEADINGS = st.sampled_from(
    [
        "도커란?",
        "하이퍼바이저(Hypervisor)란 무엇인가?",
        "장점",
        "장점",
        "새롭게 알게된 점",
        "참고자료",
        "함께 이야기하고 싶은 점",
        "**굵은** 제목",
        "1. 번호",
        "[링크](https://example.com) 제목",
        "제목 #",
        "",
    ]
)
heading = st.builds(
    lambda level, text: f"{'#' * level} {text}",
    st.integers(1, 6),
    st.one_of(_HEADINGS, sentence),
)
setext = st.builds(lambda text, mark: f"{text}\n{mark * 4}", sentence, st.sampled_from("=-"))
quote = st.lists(sentence, min_size=1, max_size=3).map(
    lambda lines: "\n".join(f"> {line}" for line in lines)
)
_MARKERS = st.sampled_from(["- ", "* ", "+ ", "1. ", "2) ", "- [ ] ", "\t- "])
_BOLD_HEADS = st.builds(
    lambda words, colon: f"**{words}{colon}** ", sentence, st.sampled_from(["", ":", "："])
)
_entry = st.builds(
    lambda depth, marker, head, text: "    " * depth + marker + head + text,
    st.integers(0, 4),
    _MARKERS,
    st.one_of(st.just(""), _BOLD_HEADS),
    st.one_of(sentence, st.just("")),
)
listed = st.lists(_entry, min_size=1, max_size=6).map("\n".join)
fenced = st.builds(
    lambda mark, info, lines: "\n".join([f"{mark}{info}", *lines, mark]),
    st.sampled_from(["```", "~~~", "````"]),
    st.sampled_from(["", "bash", "py title"]),
    st.lists(st.one_of(sentence, heading, listed), max_size=4),
)
table = st.lists(st.lists(words, min_size=2, max_size=2), min_size=1, max_size=3).map(
    lambda rows: "\n".join(["| a | b |", "|---|---|", *(f"| {' | '.join(row)} |" for row in rows)])
)
_ODD = st.sampled_from(
    [
        "<details>\n<summary>더 보기</summary>\n\n안쪽 글\n\n</details>",
        "[^1]: 각주 글",
        "[ref]: https://example.com/ref '제목'",
        "<!-- 숨은 글 -->",
        "---",
        "***",
        "    들여 쓴 코드\n    # 제목 아님",
        "```\n닫히지 않은 코드",
        "**용어**\n설명 글",
        "**용어:** 설명 글\n**다른 용어:** 다른 설명",
        "출처 : https://example.com/source",
        "> 인용\n> 출처 : [글](https://example.com/q)",
        "\\",
        "단락 첫 줄\n둘째 줄\n===",
    ]
)
block = st.one_of(heading, heading, listed, listed, sentence, quote, fenced, table, setext, _ODD)
_FRONT = st.sampled_from(
    ["", "", "", "---\ntitle: 내 노트\ntags: [a, b]\n---\n", "---\n: :\n---\n"]
)


_TALK = st.one_of(
    st.just(""),
    st.one_of(listed, listed, quote, sentence, block).map(
        lambda asked: f"\n\n# 함께 이야기하고 싶은 점\n\n{asked}\n"
    ),
)


@st.composite
def notes(draw: st.DrawFn) -> str:
    """A note of up to twenty blocks, with one of three line ends."""
    blocks = draw(st.lists(block, min_size=1, max_size=20))
    gaps = draw(st.lists(st.sampled_from(["\n", "\n\n", "\n\n\n"]), min_size=20, max_size=20))
    text = "".join(each + gap for each, gap in zip(blocks, gaps, strict=False))
    text = draw(_FRONT) + text + draw(_TALK)
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))
