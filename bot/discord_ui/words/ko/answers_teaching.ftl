# 이어 묻기, 가르치기, 답을 고른 이유

wish-button = 답이 생기면 알려 주세요
wish-kept = 답이 생기면 DM으로 한 번만 알려 드릴게요.
wish-stop = 알리지 않기
wish-dropped = 알았어요. 이 질문으로는 알리지 않을게요.
wish-found = 예전에 물어본 ‘{ $text }’에 이제 답할 수 있어요.
wish-found-gone = 예전에 물어본 ‘{ $text }’에 답이 생겼어요. 서버에서 다시 물어봐 주세요.
wish-open = 서버로 가기
wish-stop-all = 이런 알림 그만 받기
wish-stopped = { $count ->
    [0] 알았어요. 기다리던 질문은 더 없었어요.
   *[other] 알았어요. 기다리던 질문 { $count }개도 알리지 않을게요.
}

answer-why = 이 답을 고른 이유
why-answered = ‘{ $concept }’ 노트로 답해요.
why-prompt = 토론거리를 보여 줘요: { $prompt }
why-gap = 노트에 없다고 답해요.
why-gone = 그때 보여 준 노트는 이제 없어요.
why-changed = 그때와 답이 달라졌어요. 그때: { $before } 지금: { $now }
why-taught = 운영자가 가르친 말과 같은 질문으로 봤어요: ‘{ $phrase }’
why-previous = ‘{ $previous }’에 이어진 말로 봤어요.
why-read-as = 이렇게 읽었어요: { $text }
why-name = 알아본 이름: { $name }
why-no-name = 노트에 있는 이름은 나오지 않았어요.
why-words = 그 노트에도 있는 말: { $words }
why-unknown = 어느 노트에도 없는 말: { $words }
why-example = 노트가 아는 가장 가까운 질문: ‘{ $example }’ ({ $likeness })
why-meaning = 뜻도 견줘 봤어요. 노트의 문장과 { $likeness }.
why-no-meaning = 뜻을 견주는 모델은 쓰지 않았어요. 글자와 낱말로만 봤어요.
why-like-very = 아주 비슷해요
why-like-rather = 꽤 비슷해요
why-like-little = 조금 비슷해요
why-outside = 노트가 다루지 않는 이것과도 그만큼 비슷해요: { $name }
why-confidence-sure = 자신 있게 답할 만했어요.
why-confidence-enough = 답해도 될 만큼은 되지만, 아주 뚜렷하지는 않아요.
why-confidence-almost = 조금 모자라서 답하지 않아요.
why-confidence-far = 많이 모자라서 답하지 않아요.
why-foot = 지금 노트로 다시 찾아본 결과예요. 운영자에게만 보여요.

teach-none = 답하지 못한 질문이 없어요.
teach-title = 빈 질문 { $total }개 중 { $place }번째
teach-asked =
    { $count ->
        [1] 한 번 물었어요. ({ $last })
       *[other] { $members }명이 { $count }번 물었어요. 처음은 { $first }, 마지막은 { $last }이에요.
    }
teach-called-wrong = 답을 보여 줬는데, 아니라고 한 사람이 있어요.
teach-answered-by-now = 지금은 ‘{ $concept }’ 노트로 답해요.
teach-wording = - { $text } ({ $count }번)
teach-more-wordings = 다르게 물은 말이 { $count }개 더 있어요.
teach-previous = ‘{ $previous }’에 이어서 물은 적이 있어요.
teach-foot = 개념을 고르면 이 서버에서는 바로 그 노트로 답해요. 언제든 되돌릴 수 있어요.
teach-choose = 이 개념으로 답해요…
teach-type = 다른 개념 적기
teach-type-label = 어느 개념으로 답할까요?
teach-type-placeholder = 예: 하이퍼바이저
teach-outside = 우리 노트 밖이에요
teach-later = 나중에
teach-undo = 되돌리기
teach-lessons = 가르친 말
teach-back = 빈 질문으로
teach-done = 이제 ‘{ $phrase }’에는 ‘{ $concept }’ 노트로 답해요.
teach-done-outside = 이제 ‘{ $phrase }’에는 노트 밖이라고 답해요.
teach-settled-before = 이미 처리된 질문이에요.

lessons-none = 아직 가르친 말이 없어요.
lessons-title = 가르친 말 { $count }개
lessons-line = { $phrases } → { $answer } ({ $name }, { $at })
lessons-outside = 노트 밖
lessons-concept-gone = 이제 없는 노트
lessons-foot = 되돌리면 예전처럼 찾고, 그 질문은 다시 빈 질문이 돼요.
lessons-undo = { $place }번 되돌리기
lessons-undone = 되돌렸어요: ‘{ $phrase }’
lessons-undone-before = 이미 되돌려 둔 말이에요: ‘{ $phrase }’

refusal-missed-gone = 이 질문은 이미 처리됐거나 이제 남아 있지 않아요. `/할일`에서 다시 봐 주세요.
refusal-lesson-gone = 그 가르침을 찾을 수 없어요. ‘가르친 말’에서 다시 봐 주세요.
refusal-no-such-concept = { JOSA($typed, "이라는/라는") } 개념을 못 찾았어요. 노트에 있는 이름으로 적어 주세요.
refusal-too-little-to-teach = 이 말만으로는 무엇을 묻는지 알 수 없어서 가르칠 수 없어요. 다른 질문까지 바뀔 수 있거든요.
refusal-not-the-asker = 이 버튼은 물어본 사람만 쓸 수 있어요. `/질문`으로 직접 물어보면 나도 받을 수 있어요.
