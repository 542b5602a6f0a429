# 토론의 그림, 결과, 내보내는 글

discussion-people = { $n }명
discussion-share = { $n }명 · { $percent } %
discussion-figure-voted = { $n }명이 투표했어요
discussion-figure-shared = { $n }명이 경험을 나눴어요
discussion-figure-several = 여러 개를 고를 수 있어서 더하면 { $n }명보다 많을 수 있어요.
discussion-figure-bars-alt = 막대그래프 「{ $title }」: { $headline }. { $numbers }.
discussion-shift-moved =
    { $moved ->
        [0] 생각을 바꾼 사람은 없었어요 ({ $n }명)
       *[other] { $n }명 중 { $moved }명이 생각을 바꿨어요
    }
discussion-shift-moved-merged =
    { $moved ->
        [0] 보이는 { $n }명은 생각을 바꾸지 않았어요
       *[other] 보이는 { $n }명 중 { $moved }명이 생각을 바꿨어요
    }
discussion-shift-unseen = 두 투표를 나란히 놓았어요
discussion-shift-before = 처음 { $n }명
discussion-shift-after = 다시 { $n }명
discussion-shift-once = 흐리게 끊긴 끝은 한 번만 투표한 사람이에요 (처음만 { $first }명, 다시만 { $second }명).
discussion-shift-hidden = 흐리게 끊긴 끝은 3명보다 적은 이동과 한 번만 투표한 사람이에요. 누군지 짐작할 수 없게 묶었어요.
discussion-shift-all-hidden = 누가 어디로 옮겼는지는 보여 드리지 않아요. 사람이 적어서 누군지 짐작할 수 있거든요.
discussion-shift-stance = { $label }: { $before }명 → { $after }명
discussion-shift-numbered = ({ $place }) { $label } { $before }명 → { $after }명
discussion-shift-flow = { $source } → { $target }: { $n }명
discussion-shift-places = { $source }번에서 { $target }번으로 { $n }명
discussion-shift-stayed = 그대로: { $n }명
discussion-shift-alt = 입장의 이동 「{ $title }」: { $headline }. 왼쪽은 { $before }, 오른쪽은 { $after }. { $numbers }. { $note }

discussion-report-title = 토론 결과 · { $title }
discussion-report-title-shared = 나눈 경험 · { $title }
discussion-report-counted = 참여 { $members }명 · { $told }
discussion-report-nobody = 아무도 투표하지 않고 끝났어요.
discussion-report-first-only = 다시 투표한 사람이 없어서 첫 투표만 있어요.
discussion-report-first = 첫 투표 (n = { $n })
discussion-report-stances = 어디에 서 있나 (n = { $n })
discussion-report-both = 두 번의 투표 (처음 n = { $first }, 다시 n = { $second })
discussion-report-moves = 누가 움직였나 (n = { $n })
discussion-report-agreed = 입장이 달라도 동의한 이유
discussion-report-divisive = 가장 의견이 갈린 이유
discussion-report-questions = 아직 답을 기다리는 질문
discussion-report-cited = 함께 본 개념
discussion-report-counted-value = { $value } ({ $n }명)
discussion-report-cited-value = { $title } ({ $n }번)
discussion-report-marks = 동의 { $agree } · 다름 { $differ }
discussion-report-more = …외 { $n }개

minutes-heading = 새롭게 알게된 점
minutes-question = 물음: { $question }
minutes-counted = 참여 { $members }명, { $told }.
minutes-when = { $day }에 시작한 토론이에요.
minutes-anonymous = 이름 없이 나눈 토론이라 이름을 적지 않아요.
minutes-votes = { $title } – 투표 결과
minutes-shift = { $title } – 생각의 이동
minutes-once = 한 번만 투표한 사람: 처음만 { $first }명, 다시만 { $second }명.
minutes-merged = 3명보다 적은 이동은 누군지 짐작할 수 없게 적지 않았어요.
minutes-reasons = { $title } – 입장별 이유
minutes-experiences = { $title } – 나눈 이야기
minutes-agreed = { $title } – 입장이 달라도 동의한 이유
minutes-divisive = { $title } – 의견이 갈린 이유
minutes-cited = { $title } – 함께 본 개념
minutes-fields = { $title } – { $label }
minutes-stance = { $label } ({ $n }개)
minutes-no-stance = 그 밖의 글
minutes-signed = { $text } — { $name }
minutes-marked = { $text } (동의 { $agree }, 다름 { $differ })
minutes-closing = 함께 이야기하고 싶은 점
