# 질문과 답

command-ask = 질문
    .description = 노트에서 답을 찾아요
    .question = 질문
    .question-description = 궁금한 것을 평소 말투로 적어 주세요
command-find-in-notes = 노트에서 찾기

answer-more = 더 보기 ({ $page }/{ $pages })
answer-more-of-note = 노트에서
answer-share = 채널에 공유
answer-ask-on = 이어서 묻기
answer-shared = { $name } 님이 찾은 답이에요.
answer-korean-only = (이 노트는 한국어로만 있어요.)
answer-section-korean = 노트의 한국어 원문
source-note = 출처: { $note }
source-links = 노트가 참고한 글
compare-title = { $left } ↔ { $right }
compare-no-line = 노트에 둘을 바로 견준 말은 없어서, 나란히 보여 드려요.
prompt-found = 이건 노트가 함께 이야기해 보자고 남긴 질문이에요. 정해진 답은 없어요.
prompt-stances = 이런 생각들이 있어요
gap = 아직 노트에 없어요. 다음 노트 후보로 적어 둘게요.
gap-reference = 노트가 참고한 글 중에 제목에 이 말이 나오는 게 있어요: { $title }
gap-near = 노트에는 이런 가까운 개념이 있어요.
ask-on-label = 이어서 궁금한 것
ask-on-placeholder = 예: 그럼 장점은요?
judged-good = 도움이 됐다니 좋네요. 고마워요.
judged-bad = 알려 줘서 고마워요. 더 나은 답을 찾는 데 쓸게요. 다르게 물어보면 찾을 수도 있어요.
mention-empty = 부르셨어요? 궁금한 걸 같이 적어 주면 노트에서 찾아볼게요. 예: "하이퍼바이저가 뭐야?"
reload-done = 노트를 다시 읽었어요. 개념 { $concepts }개, 문제 { $items }개, 토론거리 { $prompts }개예요.
reload-broken = 고칠 곳이 { $count }군데 있어서 예전 노트를 그대로 쓰고 있어요.
refusal-question-gone = 이 답이 나온 질문을 더는 찾을 수 없어요. `/질문`으로 다시 물어봐 주세요.
refusal-concept-gone = 이 개념은 이제 노트에 없어요. `/질문`으로 다시 찾아봐 주세요.
refusal-prompt-gone = 이 토론거리는 이제 노트에 없어요. `/질문`으로 다시 찾아봐 주세요.
refusal-nothing-asked = 질문이 비어 있어요. 궁금한 것을 적어 주세요.
