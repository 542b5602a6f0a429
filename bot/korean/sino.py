"""Syllables that Chinese characters are read as: each is a piece of meaning, not a mere sound."""

_READINGS = frozenset(
    "가각간갈감갑강개객갱거건걸검겁게격견결겸경계고곡곤골공과곽관괄광괘괴굉교구국군굴궁권궐궤귀규균귤극근금급긍기긴길김"
    "끽나낙난날남납낭내냉녀녁년념녕노농뇌뇨누눈눌능니닉다단달담답당대덕도독돈돌동두둔득등라락란랄람랍랑래랭략량려력련렬"
    "렴렵령례로록론롱뢰료룡루류륙륜률륭륵름릉리린림립마막만말망매맥맹멱면멸명모목몰몽묘무묵문물미민밀박반발방배백번벌범"
    "법벽변별병보복본봉부북분불붕비빈빙사삭산살삼삽상새색생서석선설섬섭성세소속손솔송쇄쇠수숙순술숭슬습승시식신실심십쌍"
    "씨아악안알암압앙애액앵야약양어억언얼엄업에여역연열염엽영예오옥온올옹와완왈왕왜외요욕용우욱운울웅원월위유육윤율융은"
    "을음읍응의이익인일임입잉자작잔잠잡장재쟁저적전절점접정제조족존졸종좌죄주죽준줄중즉즐즙증지직진질짐집징차착찬찰참창"
    "채책처척천철첨첩청체초촉촌총촬최추축춘출충췌취측층치칙친칠침칩칭쾌타탁탄탈탐탑탕태택탱터토통퇴투특틈파판팔패팽편폄"
    "평폐포폭표품풍피필핍하학한할함합항해핵행향허헌헐험혁현혈혐협형혜호혹혼홀홍화확환활황회획횡효후훈훤훼휘휴휼흉흑흔흘"
    "흠흡흥희"
)


def is_sino(syllables: str) -> bool:
    """Whether every letter can be the reading of a Chinese character: 정규화 yes, 커널 no.

    A word of such syllables turns into another word when one of them is exchanged (정규, 정교);
    in a loanword one strange syllable is only a slip. Native words may pass by chance (사이).
    """
    return bool(syllables) and _READINGS.issuperset(syllables)
