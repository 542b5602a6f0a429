"""Which Latin words a Hangul word may be the Korean spelling of."""

import pytest

from bot.korean.hearing import may_spell

LOANWORDS = dict(
    pair.split(":")
    for pair in """
    하이퍼바이저:hypervisor 컨테이너:container 이미지:image 도커:docker 데몬:daemon 볼륨:volume
    레지스트리:registry 네트워크:network 클라이언트:client 브리지:bridge 브릿지:bridge 캐시:cache
    큐:queue 힙:heap 뷰:view 쿼리:query 스키마:schema 라우터:router 스위치:switch 게이트웨이:gateway
    패킷:packet 쿠키:cookie 스케줄러:scheduler 세마포어:semaphore 데드락:deadlock 버추얼:virtual
    머신:machine 마이그레이션:migration 스냅샷:snapshot 클라우드:cloud 네이티브:native 파이썬:python
    아키텍처:architecture 알고리듬:algorithm 알고리즘:algorithm 데이터:data 테이블:table 컬럼:column
    소프트웨어:software 모니터링:monitoring 쿠버네티스:kubernetes 셰익스피어:shakespeare
    미토콘드리아:mitochondria 호르몬:hormone 인플레이션:inflation 르네상스:renaissance 라이트:write
    노멀라이제이션:normalization 오케스트레이션:orchestration 3웨이핸드셰이크:3wayhandshake
    """.split()
)


@pytest.mark.parametrize(("hangul", "latin"), LOANWORDS.items())
def test_a_loanword_is_heard_in_its_korean_spelling_and_in_no_other(
    hangul: str, latin: str
) -> None:
    heard = [other for other in LOANWORDS.values() if may_spell(hangul, other)]

    assert heard == [latin] * list(LOANWORDS.values()).count(latin)


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("호스트", "ghost"),
        ("게스트", "guestos"),
        ("스택", "stick"),
        ("이미지", "imagery"),
        ("레지스트리", "register"),
        ("하이퍼바이저", "supervisor"),
        ("볼륨", "column"),
        ("소켓", "pocket"),
        ("기가비트", "gigabyte"),
        ("커널", ""),
        ("", "kernel"),
        ("ㅋㅓ널", "kernel"),
    ],
)
def test_what_only_looks_alike_is_not_heard_as_one(hangul: str, latin: str) -> None:
    assert not may_spell(hangul, latin)
