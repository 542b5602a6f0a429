"""Whatever bytes stand in a content file, the reader gives faults or content."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.content.reader import check, read
from tests.content.small_library import FILES, write_library

_MANY = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
_PIECES = st.sampled_from(
    """--- - : # ## > ``` | [ ] { } , & * ! % @ ' " ~ null true 1:1 1e9 id title ko en related
    steps choices correct tide wave sea-page key kind single short <<: *a &a !!python/object 도커
    """.split()
)
_YAML_LIKE = st.lists(
    st.one_of(_PIECES, st.sampled_from(["\n", "\n  ", "\n- ", ": "])), max_size=40
).map(lambda pieces: " ".join(pieces).encode())


@st.composite
def mangled(draw: st.DrawFn) -> tuple[str, bytes]:
    """One of the library's files with some bytes cut out and others put in."""
    name = draw(st.sampled_from(sorted(FILES)))
    whole = FILES[name].encode()
    start = draw(st.integers(0, len(whole)))
    end = draw(st.integers(start, len(whole)))
    middle = draw(
        st.one_of(st.binary(max_size=40), _YAML_LIKE, st.text(max_size=20).map(str.encode))
    )
    return name, draw(st.sampled_from([middle, whole[:start] + middle + whole[end:]]))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_library(tmp_path / "content")


@given(written=mangled())
@example(written=("sea/topic.yaml", b"[" * 5000))
@example(written=("sea/topic.yaml", b"a: &a [*a]"))
@example(written=("sea/quiz.yaml", b"- " * 400))
@example(written=("sea/concepts/wave.md", b"---\nid: wave\n---\n" + b"> " * 3000))
@example(written=("sea/discussions/swim.md", b"---\n? [a]\n: b\n---\n"))
@example(written=("sea/agenda.yaml", b"steps: [{kind: talk, minutes: 99999999999999999999999}]"))
@_MANY
def test_any_bytes_give_faults_or_content(content: Path, written: tuple[str, bytes]) -> None:
    name, content_bytes = written
    path = content / name
    try:
        path.write_bytes(content_bytes)

        faults = check(content, needs_english=True)

        assert all(fault.said("ko") and fault.said("en") and fault.line > 0 for fault in faults)
        if not any(fault.breaks for fault in check(content)):
            assert read(content).topics
    finally:
        path.write_text(FILES[name], encoding="utf-8")
