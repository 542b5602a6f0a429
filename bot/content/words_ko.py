"""The faults of content in Korean: what is wrong, and what to write instead."""

from collections.abc import Mapping

from bot.content.fault_kinds import FaultKind as Kind

SENTENCES: Mapping[Kind, tuple[str, str]] = {
    Kind.NO_SUCH_PATH: (
        "이 경로에는 아무것도 없어요",
        "content 폴더의 경로를 적어 주세요 (예: python -m bot content check content)",
    ),
    Kind.NO_TOPICS: (
        "주제 폴더가 하나도 없어요",
        "주제마다 폴더를 만들고 그 안에 topic.yaml을 두세요 (예: content/docker-and-vm/topic.yaml)",
    ),
    Kind.UNREADABLE: (
        "파일을 열 수 없어요 ({why})",
        "읽기 권한이 있는 보통 파일인지 확인해 주세요",
    ),
    Kind.TOO_BIG: (
        "파일이 너무 커요 ({size}바이트)",
        "{limit}바이트보다 작게 나눠 주세요",
    ),
    Kind.NOT_UTF8: (
        "UTF-8이 아닌 글자가 있어요",
        "편집기의 ‘다른 이름으로 저장’에서 인코딩을 UTF-8로 골라 다시 저장해 주세요",
    ),
    Kind.BOM: (
        "파일 맨 앞에 보이지 않는 표시(BOM)가 있어요",
        "인코딩을 ‘UTF-8(BOM 없음)’으로 골라 다시 저장해 주세요",
    ),
    Kind.TAB: ("탭 문자가 있어요", "탭을 지우고 빈칸 두 개로 바꿔 주세요"),
    Kind.CONTROL_CHARACTER: (
        "보이지 않는 제어 문자({code})가 있어요",
        "그 글자를 지우고, 필요하면 그 줄을 손으로 다시 써 주세요",
    ),
    Kind.EMPTY_FILE: (
        "빈 파일이에요",
        "docs/content.md의 예시를 붙여 넣어 채우거나, 필요 없으면 파일을 지워 주세요",
    ),
    Kind.STRAY_FILE: (
        "여기에 둘 수 없는 파일이에요",
        "{allowed}만 둘 수 있어요. 파일을 옮기거나 지워 주세요",
    ),
    Kind.LINK_OUT_OF_TREE: (
        "content 폴더 밖을 가리키는 링크예요",
        "링크 대신 파일을 복사해 넣어 주세요",
    ),
    Kind.BAD_FOLDER_NAME: (
        "폴더 이름 「{name}」을(를) 주제 id로 쓸 수 없어요",
        "영어 소문자와 숫자를 붙임표로 이어 {limit}자까지 지어 주세요 (예: docker-and-vm)",
    ),
    Kind.NO_TOPIC_FILE: (
        "주제 폴더에 topic.yaml 파일이 없어요",
        "topic.yaml 파일을 만들어 title, order, note, chapters를 적어 주세요",
    ),
    Kind.BROKEN_YAML: (
        "YAML 문법이 맞지 않아요 ({why})",
        (
            "이 줄과 바로 윗줄의 들여쓰기, 쌍점 뒤 빈칸, 따옴표와 괄호의 짝을 봐 주세요. "
            "쌍점이나 #이 든 글은 큰따옴표로 감싸 주세요"
        ),
    ),
    Kind.TOO_DEEP: ("너무 여러 겹으로 들여썼어요", "{limit}겹보다 얕게 적어 주세요"),
    Kind.ALIAS_IN_YAML: (
        "`&이름`, `*이름`으로 다른 곳의 값을 끌어다 썼어요",
        "값을 그 자리에 그대로 적어 주세요. 글이 *로 시작하면 큰따옴표로 감싸 주세요",
    ),
    Kind.STRANGE_TAG: (
        "`!`로 시작하는 표시({tag})는 쓸 수 없어요",
        "표시를 지워 주세요. 글이 !로 시작하면 큰따옴표로 감싸 주세요",
    ),
    Kind.STRANGE_KEY: ("키 자리에 글이 아닌 것이 있어요", "`이름: 값` 꼴로 적어 주세요"),
    Kind.REPEATED_KEY: (
        "`{key}` 키를 두 번 썼어요 (먼저 쓴 곳: {first}번째 줄)",
        "하나만 남기고 지워 주세요",
    ),
    Kind.NOT_A_MAPPING: (
        "`{key}` 자리에는 `이름: 값` 줄들이 와야 해요",
        "한 줄에 하나씩 `이름: 값`을 적어 주세요",
    ),
    Kind.NOT_A_LIST: (
        "`{key}` 자리에는 목록이 와야 해요",
        "대괄호로 감싸 `[하나, 둘]`처럼 적거나, 줄마다 `- `로 시작해 주세요",
    ),
    Kind.NOT_A_TEXT: (
        "`{key}` 자리에는 글 한 줄이 와야 해요",
        "목록이나 묶음 대신 글을 적어 주세요 (쌍점이 들면 큰따옴표로 감싸 주세요)",
    ),
    Kind.NOT_A_NUMBER: (
        "`{key}` 값 「{value}」은(는) 수가 아니에요",
        "숫자만 적어 주세요 (예: 10)",
    ),
    Kind.NOT_YES_OR_NO: (
        "`{key}` 값 「{value}」은(는) true나 false가 아니에요",
        "맞으면 true, 아니면 false라고 적어 주세요",
    ),
    Kind.UNKNOWN_KEY: (
        "`{key}` 키는 여기에 쓸 수 없어요",
        "쓸 수 있는 키: {allowed}",
    ),
    Kind.MISSPELT_KEY: (
        "`{key}` 키는 여기에 쓸 수 없어요",
        "`{nearest}`라고 쓰려던 것 같아요. 그렇게 고쳐 주세요",
    ),
    Kind.MISSING_KEY: ("`{key}` 키가 없어요", "`{key}:` 줄을 더해 주세요"),
    Kind.EMPTY_VALUE: (
        "`{key}` 값이 비어 있어요",
        "값을 적거나, 꼭 필요한 키가 아니면 줄을 지워 주세요",
    ),
    Kind.BAD_SLUG: (
        "`{key}` 값 「{value}」은(는) id로 쓸 수 없어요",
        "영어 소문자와 숫자를 붙임표로 이어 {limit}자까지 적어 주세요 (예: guest-os)",
    ),
    Kind.BAD_URL: (
        "「{value}」은(는) 웹 주소가 아니에요",
        "http:// 나 https:// 로 시작하는 주소를 빈칸 없이 적어 주세요",
    ),
    Kind.BAD_CHOICE_OF_WORD: (
        "`{key}` 값 「{value}」은(는) 쓸 수 없어요",
        "이 가운데 하나를 적어 주세요: {allowed}",
    ),
    Kind.TOO_LONG: (
        "`{key}` 글이 너무 길어요 ({length}자)",
        "{limit}자까지로 줄여 주세요",
    ),
    Kind.TOO_FEW: ("`{key}` 목록이 {count}개뿐이에요", "적어도 {limit}개를 적어 주세요"),
    Kind.TOO_MANY: ("`{key}` 목록이 {count}개나 돼요", "{limit}개까지만 남겨 주세요"),
    Kind.TOO_SMALL: ("`{key}` 값 {value}이(가) 너무 작아요", "{limit}보다 작지 않게 적어 주세요"),
    Kind.TOO_LARGE: ("`{key}` 값 {value}이(가) 너무 커요", "{limit}보다 크지 않게 적어 주세요"),
    Kind.BAD_VALUE: (
        "`{key}` 값을 읽을 수 없어요 ({why})",
        "docs/content.md의 예시와 같은 꼴로 적어 주세요",
    ),
    Kind.MISSING_ENGLISH: (
        "`{key}`에 영어 글이 없어요",
        "`{{ko: …, en: …}}` 꼴로 영어도 적어 주세요",
    ),
    Kind.NO_FRONT_MATTER: (
        "파일이 `---` 줄로 시작하지 않아요",
        "맨 위에 `---` 줄, id와 title 같은 줄들, 다시 `---` 줄을 적고 그 아래에 본문을 적어 주세요",
    ),
    Kind.OPEN_FRONT_MATTER: (
        "맨 위 설정 부분이 닫히지 않았어요",
        "설정이 끝나는 곳에 `---`만 있는 줄을 더해 주세요",
    ),
    Kind.NO_SHORT_ANSWER: (
        "첫 문단(짧은 답)이 없어요",
        "`---` 아래 첫머리에 소제목이나 목록 없이 한두 문장으로 짧은 답을 적어 주세요",
    ),
    Kind.TEXT_WITHOUT_HEADING: (
        "첫 문단 뒤의 글에 소제목이 없어요",
        "이 줄 위에 `## 조금 더` 같은 소제목 줄을 더해 주세요",
    ),
    Kind.EMPTY_SECTION: (
        "소제목 「{heading}」 아래에 글이 없어요",
        "글을 적거나 소제목을 지워 주세요",
    ),
    Kind.EMPTY_HEADING: ("소제목에 글자가 없어요", "`## ` 뒤에 소제목을 적어 주세요"),
    Kind.TITLE_IN_BODY: (
        "본문에 큰 제목(`# `)이 있어요",
        "제목은 title에 있으니, 소제목으로 쓰려면 `## `로 바꿔 주세요",
    ),
    Kind.NO_BACKGROUND: (
        "토론 배경 글이 없어요",
        "`---` 아래에 생각의 실마리를 몇 문장 적어 주세요",
    ),
    Kind.ID_IS_NOT_FILE_NAME: (
        "id 「{id}」이(가) 파일 이름 「{name}」과 달라요",
        "id를 {name}(으)로 고치거나 파일 이름을 {id}.md로 바꿔 주세요",
    ),
    Kind.NOT_ONE_KEY: (
        "하나만 고르는 문제(single)인데 정답이 {count}개예요",
        "정답인 보기 하나에만 `correct: true`를 적어 주세요 (여럿이면 kind를 multiple로)",
    ),
    Kind.NO_KEY: ("정답인 보기가 없어요", "정답인 보기에 `correct: true`를 적어 주세요"),
    Kind.ALL_KEYS: (
        "모든 보기가 정답이에요",
        "정답이 아닌 보기를 더하고, 왜 아닌지 reason에 적어 주세요",
    ),
    Kind.NO_REASON: (
        "정답이 아닌 보기 「{choice}」에 이유가 없어요",
        "`reason: {{ko: 왜 아닌지, en: …}}`를 더해 주세요 (정답이면 `correct: true`)",
    ),
    Kind.SAME_CHOICE: (
        "보기 「{choice}」이(가) 두 번 나와요",
        "하나를 다른 보기로 바꿔 주세요",
    ),
    Kind.KEY_IS_CONTRAST: (
        "「{value}」을(를) 정답으로도, 헷갈리는 말(contrast)로도 적었어요",
        "key·accept와 contrast 가운데 한쪽에만 남겨 주세요",
    ),
    Kind.REPEATED_STANCE: (
        "입장 id 「{id}」을(를) 두 번 썼어요",
        "입장마다 다른 id를 적어 주세요",
    ),
    Kind.REPEATED_FIELD: (
        "칸 id 「{id}」을(를) 두 번 썼어요",
        "칸마다 다른 id를 적어 주세요",
    ),
    Kind.REPEATED_ID: (
        "id 「{id}」을(를) 이미 쓰고 있어요 ({first})",
        "둘 중 하나의 id를 바꿔 주세요",
    ),
    Kind.REPEATED_IN_LIST: (
        "`{key}`에 「{id}」이(가) 두 번 있어요",
        "하나만 남기고 지워 주세요",
    ),
    Kind.NAME_CLAIMED_TWICE: (
        "이름 「{name}」을(를) 개념 `{other}`에서도 쓰고 있어요 ({first})",
        "이름 하나는 한 개념만 쓸 수 있어요. 한쪽에서 지우거나 더 또렷한 이름으로 바꿔 주세요",
    ),
    Kind.OUTSIDE_IS_COVERED: (
        "노트에 없다고 적은 「{name}」이(가) 개념 `{other}`의 이름이기도 해요 ({first})",
        "outside의 names에서 지우거나, 그 개념의 이름을 고쳐 주세요",
    ),
    Kind.NO_SUCH_ID: (
        "`{key}`에 적은 「{id}」이(가) 없어요",
        "{where}에 있는 id를 적거나 지워 주세요",
    ),
    Kind.MISSPELT_ID: (
        "`{key}`에 적은 「{id}」이(가) 없어요",
        "「{nearest}」라고 쓰려던 것 같아요. {where}에 있는 id를 적어 주세요",
    ),
    Kind.POINTS_AT_ITSELF: (
        "`{key}`가 자기 자신을 가리켜요",
        "다른 개념의 id를 적거나 지워 주세요",
    ),
    Kind.NOT_IN_A_CHAPTER: (
        "이 개념이 topic.yaml의 어느 장(chapters)에도 없어요",
        "topic.yaml의 알맞은 장 concepts에 {id}를 더해 주세요",
    ),
    Kind.IN_TWO_CHAPTERS: (
        "개념 「{id}」이(가) chapters에 두 번 나와요 (먼저 나온 곳: {first}번째 줄)",
        "한 장에만 남기고 지워 주세요",
    ),
    Kind.FIGURE_FILE_MISSING: (
        "그림 파일 「{file}」이(가) 없어요",
        "주제 폴더 안에 그 파일을 넣거나 file 경로를 고쳐 주세요 (예: figures/이름.png)",
    ),
    Kind.FIGURE_NOT_PNG: (
        "그림 파일 「{file}」이(가) PNG가 아니에요",
        "PNG로 내보낸 파일을 넣어 주세요 (이름만 .png로 바꾸면 안 돼요)",
    ),
    Kind.FIGURE_TOO_BIG: (
        "그림 파일 「{file}」이(가) 너무 커요 ({size}바이트)",
        "{limit}바이트까지로 줄여 주세요",
    ),
    Kind.STAMP_OUTDATED: (
        "문제 「{item}」의 개념 `{concept}` 글이 바뀌어서, 누가 볼 때까지 이 문제를 내지 않아요",
        "문제가 아직 맞는지 읽어 보고 `python -m bot content stamp`를 실행해 주세요",
    ),
    Kind.NUMBER_TAKEN: (
        "id 「{id}」의 내부 번호가 「{other}」과(와) 겹쳐요",
        "둘 중 하나의 id를 조금 바꿔 주세요",
    ),
}
