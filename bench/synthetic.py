"""Made-up cards of any number, and questions for them: for time and memory, not for quality."""

from collections.abc import Iterator
from random import Random

from bot.answers.cards import Kind, Subject

FIRST = (
    "가나다라마바사아자차카타파하거너더러머버서어저커터퍼허고노도"
    "로모보소오조코토포호구누두루무부수우주"
)
LAST = (
    "간난단란만반산안잔찬칸탄판한건넌던런먼번선언전컨턴펀헌곤논돈"
    "론몬본손온존콘톤폰혼군눈둔룬문분순운준"
)
QUESTIONS = (
    "{}가 뭐야?",
    "{} 뜻",
    "{} 왜 써요",
    "what is {}",
    "{}랑 {} 차이",
    "아니 근데 {}가 뭐임 ㅋㅋ",
)
PLAIN = 3_000  # words of everyday that all cards share, the first ones in most


def words_of(count: int, random: Random) -> list[str]:
    """Different words of two to four syllables."""
    found: dict[str, None] = {}
    while len(found) < count:
        length = random.choice((2, 3, 3, 4))
        found["".join(random.choice(FIRST + LAST) for _ in range(length))] = None
    return list(found)


def made_up_cards(count: int, seed: int = 6) -> list[Subject]:
    """Cards with three names, ten ways of asking and ten sentences each, as ours have.

    Their words follow Zipf's law, as in any text, and every name is a new word.
    """
    random = Random(seed)
    plain = words_of(PLAIN, random)
    weights = [1 / (rank + 5) for rank in range(len(plain))]
    names = words_of(2 * count, random)
    return [_card(at, names[2 * at : 2 * at + 2], plain, weights, random) for at in range(count)]


def _card(
    at: int, names: list[str], plain: list[str], weights: list[float], random: Random
) -> Subject:
    def sentence(length: int) -> str:
        return " ".join(random.choices(plain, weights, k=length))

    asked = [f"{sentence(3)} {names[way % 2] if way % 3 else ''}" for way in range(10)]
    body = [f"{sentence(8)} {names[0] if way % 2 else ''}" for way in range(10)]
    return Subject(
        kind=Kind.CONCEPT,
        id=f"made-up-{at}",
        names=(names[0], names[1], f"{names[0]} {random.choice(plain)}"),
        examples=tuple(asked),
        sentences=tuple(body),
    )


def made_up_questions(cards: list[Subject], count: int, seed: int = 7) -> Iterator[str]:
    """Questions after names, in some a slip of a letter, and others in everyday words alone."""
    random = Random(seed)
    for at in range(count):
        one, other = random.choice(cards), random.choice(cards)
        if at % 5 == 4:
            yield random.choice(one.examples)
            continue
        name = one.names[at % 3]
        if at % 7 == 3 and len(name) > 2:
            cut = random.randrange(1, len(name))
            name = name[:cut] + random.choice(FIRST) + name[cut + 1 :]
        yield random.choice(QUESTIONS).format(name, other.names[0])
