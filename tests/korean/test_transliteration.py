"""Korean and Latin spellings of one sound find each other, others don't."""

import pytest

from bot.korean.transliteration import is_same_sound, sound_of_hangul, sound_of_latin

SAME = """
    하이퍼바이저 hypervisor, 컨테이너 container, 도커 docker, 커널 kernel, 호스트 host,
    게스트 guest, 엔진 engine, 라이선스 license,
    프로세스 process, 서버 server, 머신 machine, 리소스 resource,
    런타임 runtime, 시스템 system, 메모리 memory, 네임스페이스 namespace, 쿠버네티스 kubernetes,
    컴포즈 compose, 볼륨 volume, 인스턴스 instance
"""
OTHER = "리소스 resize, 스터디 start, 도커 type, 조별 k8s, 가상 guest, 불 full, 장에나 seen"


def _pairs(text: str) -> list[tuple[str, str]]:
    pairs = (pair.split() for pair in text.split(","))
    return [(korean, latin) for korean, latin in pairs]


@pytest.mark.parametrize(("korean", "latin"), _pairs(SAME))
def test_two_spellings_of_one_word_sound_the_same(korean: str, latin: str) -> None:
    assert is_same_sound(korean, latin)


@pytest.mark.parametrize(("korean", "latin"), _pairs(OTHER))
def test_different_words_do_not(korean: str, latin: str) -> None:
    assert not is_same_sound(korean, latin)


def test_a_sound_is_its_coarse_consonants() -> None:
    assert sound_of_hangul("하이퍼바이저") == sound_of_latin("hypervisor") == "hpps"
