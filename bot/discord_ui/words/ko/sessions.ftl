# 스터디: 안건, 진행, 출석, 회의록, 일정, 다음에 공부할 것

command-session = 스터디
    .description = 스터디를 시작하고 이끌어요
command-session-start = 시작
    .description = 이 채널에서 스터디를 시작해요
    .topic = 주제
    .topic-description = 함께 볼 노트 (기본: 이번 주 노트)
    .agenda = 안건
    .agenda-description = 직접 쓴 안건 파일 (agenda.yaml)
command-session-next = 다음
    .description = 다음 순서로 넘어가요
command-session-back = 이전
    .description = 앞 순서로 돌아가요
command-session-extend = 연장
    .description = 지금 순서의 시간을 늘려요
    .minutes = 분
    .minutes-description = 늘릴 시간 (기본: 5분)
command-session-pause = 멈춤
    .description = 시간을 잠시 멈춰요
command-session-resume = 계속
    .description = 멈춘 시간을 이어 가요
command-session-end = 끝
    .description = 스터디를 마치고 회의록을 받아요
command-session-status = 현황
    .description = 지금 어디쯤인지 봐요
command-session-plan = 예약
    .description = 스터디 날짜를 잡고 서버 이벤트를 만들어요
    .when = 언제
    .when-description = 예: 토요일 오후 8시, 11월 28일 20:00
    .topic = 주제
    .topic-description = 함께 볼 노트 (기본: 이번 주 노트)
    .weekly = 매주
    .weekly-description = 매주 같은 시간에 해요 (기본: 아니요)
command-session-plans = 예약목록
    .description = 잡아 둔 스터디를 보고 취소해요

session-topic-newest = 이번 주 노트
session-started = ‘{ $title }’ 스터디를 시작했어요. { $channel }에 스레드를 열게요.
session-head = 스터디: { $title }
session-head-thread = 아래 스레드에서 함께해요.
session-head-here = 스레드 없이 이 채널에서 함께해요.
session-head-over = 스터디를 마쳤어요. 고생했어요!
session-head-minutes = 모두 { $minutes }분쯤 걸려요
session-to-thread = 스레드로
session-attend = 출석
session-status = 어디쯤?

session-part = { $at }/{ $total } · { $title }
session-part-of = { $title } ({ $nth }/{ $of })
session-part-discussion = { $title } — { $what }
session-kind-first-vote = 첫 투표
session-kind-argument = 이야기
session-kind-second-vote = 다시 투표
session-kind-sharing = 경험 나누기
session-coming = 다음: { $title }
session-until = { $at }까지예요 ({ $left }).
session-until-moves = { $at }까지예요 ({ $left }). 시간이 되면 저절로 넘어가요.
session-overtime = 시간이 다 됐어요. 준비되면 ‘다음’을 눌러 주세요.
session-paused = 잠시 쉬어요. ‘계속’을 누르면 남은 시간부터 이어져요.
session-present = 지금까지 { $n }명이 출석했어요.
session-goal = **오늘 목표** { $goal }
session-how = 왔으면 ‘출석’을 눌러 주세요. 늦게 와도 언제든 누를 수 있어요.
session-do-quiz = 곧 문제가 나와요. 아래에서 함께 풀어 봐요.
session-do-break = 물 한 잔 마시고 와요.
session-do-wrap-up = 오늘 새로 알게 된 것을 한 가지씩 말하고 마쳐요.
session-do-talk = 편하게 이야기해요. 노트에 없는 것은 저에게 물어봐도 좋아요. 답이 없으면 회의록에 적어 둘게요.
session-do-first-vote = 아직 이야기하지 말고, 먼저 각자 투표해요. 결과는 투표가 끝나면 같이 봐요.
session-do-argument = 왜 그렇게 생각하는지 말로 나눠요. 이유는 토론에도 적을 수 있어요.
session-do-second-vote = 이야기를 듣고 다시 투표해요. 생각이 바뀌어도 좋아요.
session-do-sharing = 자기 경험을 고르고, 짧게 들려주세요.
session-talk-place = 토론은 { $place }에서 해요.
session-remark-quiz-over = 퀴즈가 끝났어요.
session-remark-quiz-none = 지금 낼 문제가 없어요. 다음으로 넘어가도 좋아요.
session-remark-discussion-gone = 이 토론거리가 노트에서 없어졌어요. 다음으로 넘어가도 좋아요.
session-remark-discussion-over = 이 토론은 이미 마쳤어요. 결과를 보며 이야기해요.

session-clear = 이해했어요
session-unclear = 아직 헷갈려요
session-answers-hidden = { $n }명이 답했어요. 모두 답하거나 시간이 되면 같이 봐요.
session-answers = 이해했어요 { $clear }명 · 아직 헷갈려요 { $unclear }명 (n={ $n })
session-answers-wait = 다른 사람의 답은 모두 답하거나 시간이 되면 보여요.
session-said-clear = 좋아요, 이해했다고 적었어요. 바꾸고 싶으면 다시 눌러 주세요.
session-said-unclear = 괜찮아요, 아직 헷갈린다고 적었어요. 이름은 아무에게도 안 보여요.
session-attended = 출석했어요! 지금 { $n }명이 함께예요.
session-attended-before = 이미 출석했어요. 지금 { $n }명이 함께예요.
session-you-are-there = 나는 출석했어요.
session-you-are-not-there = 나는 아직 출석을 안 눌렀어요.
session-status-line = { $mark } { $title } ({ $minutes }분)
session-now-at = 지금 순서: { $title }
session-move-next = 다음
    .already = 스레드가 열리면 바로 시작해요.
session-move-back = 이전
    .already = 여기가 처음이에요.
session-move-extend = +5분
    .done = 시간을 늘렸어요.
    .already = 스레드가 열리면 바로 시작해요.
session-move-pause = 멈춤
    .done = 시간을 멈췄어요. ‘계속’을 누르면 이어져요.
    .already = 이미 멈춰 있어요.
session-move-resume = 계속
    .done = 다시 이어 가요.
    .already = 멈춰 있지 않아요.
session-move-end = 끝내기
    .done = 스터디를 마쳤어요. 회의록을 곧 올릴게요.
    .already = 이미 마친 스터디예요.

session-recap = 스터디를 마쳤어요: { $title }
session-ending-done = 끝까지 함께했어요.
session-ending-stopped = 준비한 것을 다 하기 전에 마쳤어요.
session-ending-slept = 오래 쉬어서 여기서 마쳤어요.
session-ending-unsent = 글을 올릴 수 없어서 여기서 마쳤어요.
session-recap-cards = 함께 본 개념
session-recap-card = { $title } — 이해 { $clear }명 · 헷갈림 { $unclear }명 (n={ $n })
session-recap-quiz = 퀴즈
session-recap-quiz-line =
    { $answers ->
        [0] { $items }문제를 냈지만 아무도 답하지 않았어요.
       *[other] { $items }문제에 답이 { $answers }개 나왔고, 그중 { $right }개가 맞았어요.
    }
session-recap-goes-on = 아직 진행 중이에요.
session-recap-unanswered = 노트가 답하지 못한 질문
session-recap-file = 붙인 파일은 회의록이에요. /노트 올리기로 다음 노트가 될 수 있어요.
session-minutes-title = { $title } ({ $day } 모임)
session-minutes-about = { $minutes }분 동안 { $present }명이 함께했어요.
session-minutes-cards = { $title }: 함께 본 개념
session-minutes-card = { $title } — { $short }
session-minutes-said = 이해 { $clear }명, 헷갈림 { $unclear }명
session-minutes-quiz = { $title }: 퀴즈
session-minutes-item-unanswered = { $stem } (아무도 답하지 않았어요)
session-minutes-item = { $stem } ({ $answers }명 중 { $right }명이 맞혔어요)
session-minutes-talked = { $title }: 토론 ‘{ $name }’
session-minutes-unanswered = { $title }: 노트가 답하지 못한 질문
session-minutes-split = { $stem } — { $answers }명 중 { $right }명이 맞혀서 생각이 갈렸어요. 왜 그럴까요?
session-minutes-unclear = { $title }, 어떻게 설명하면 쉬울까요? ({ $unclear }명이 아직 헷갈려요)

session-planned = ‘{ $title }’ 스터디를 { $at }에 { $channel }에서 하기로 했어요. 서버 이벤트도 만들게요.
session-planned-weekly = ‘{ $title }’ 스터디를 { $at }부터 매주 { $channel }에서 하기로 했어요. 서버 이벤트도 만들게요.
session-plans = 잡아 둔 스터디
session-plans-none = 잡아 둔 스터디가 없어요. `/스터디 예약`으로 잡을 수 있어요.
session-plans-line = { $n }. { $title } · { $at } · { $channel }
session-plans-line-weekly = { $n }. { $title } · { $at } · 매주 · { $channel }
session-plan-cancel = { $n }번 취소
session-event-name = 스터디: { $title }
session-event-what = { $channel }에서 ‘{ $title }’ 노트로 함께 공부해요. 시간을 옮기거나 취소하면 도란도 따라가요.
session-reminder = 스터디: { $title }
session-reminder-day = 내일이에요! { $at }에 만나요. { $minutes }분쯤 걸려요.
session-reminder-soon = 곧 시작해요. { $at } ({ $left }), { $minutes }분쯤 걸려요.
session-reminder-past = { $at } 스터디의 알림이었어요.
session-start = 시작하기

inbox-section-study = 다음에 공부할 것
study-title = 다음에 공부할 것 { $at }/{ $total }
study-none = 지금은 따로 공부할 것이 없어요. 모두 잘 따라오고 있어요.
study-sure-but-wrong = 확신했는데 틀린 사람이 { $members }명이에요 (n={ $n }).
study-unclear = 스터디에서 { $members }명이 아직 헷갈린다고 했어요 (n={ $n }).
study-unanswered = { $members }명이 물었는데 노트에 답이 없었어요 (n={ $n }).
study-split = 생각이 갈렸어요. { $n }명 중 { $members }명이 다르게 답했어요 (n={ $n }).
study-open-question = 토론에서 나온 질문인데 아직 답이 없어요 (n={ $n }).
study-since = { $at }부터예요.
study-concept = 관련 개념: { $title }
study-rule = 더 많은 사람이 걸린 것부터 보여요. 같으면 잘못 아는 것이 모르는 것보다 먼저예요.
study-done = 다뤘어요
study-done-title = 어떤 개념이 답인가요?
study-before = 이전
study-after = 다음
study-which = 답이 있는 개념
study-which-example = 예: 하이퍼바이저
study-settled = ‘{ $title }’에 답이 있다고 적어 뒀어요. 더 많은 사람이 걸리면 다시 보여 줄게요.

retention-sessions = 스터디 기록
    .use = 출석과 카드의 답이에요. 회의록에는 이름이 없어요
choice-retention-sessions = 스터디 기록
permission-create-events = 이벤트 만들기

refusal-session-gone = 이 스터디를 찾을 수 없어요.
refusal-session-over = 이 스터디는 끝났어요. 회의록은 스레드 아래쪽에 있어요.
refusal-session-moved-on = 스터디가 벌써 넘어갔어요. 지금 나온 글의 버튼을 눌러 주세요.
refusal-not-leading = 진행은 스터디를 연 사람과 운영자가 맡고 있어요. 출석과 카드의 답은 누구나 누를 수 있어요.
refusal-session-running = 이 채널에서는 벌써 스터디를 하고 있어요: { $link }
refusal-no-session = 지금 여기서 하는 스터디가 없어요. `/스터디 시작`으로 시작할 수 있어요.
refusal-extended-too-far = 한 순서는 지금부터 { $hours }시간까지만 늘릴 수 있어요.
refusal-unknown-note = ‘{ $typed }’ 노트를 찾을 수 없어요. 목록에서 골라 주세요.
refusal-not-on-card = 이 글은 개념 카드가 아니에요. 지금 나온 카드의 버튼을 눌러 주세요.
refusal-unreadable-agenda = 안건 파일을 읽지 못했어요: { $fault }
refusal-unclear-moment = ‘{ $typed }’을 시간으로 읽지 못했어요. ‘토요일 오후 8시’나 ‘11월 28일 20:00’처럼 적어 주세요.
refusal-moment-gone = 이미 지난 시간이에요. 앞으로 올 시간을 적어 주세요.
refusal-moment-too-far = 너무 먼 날이에요. { $years }년 안으로 적어 주세요.
refusal-cannot-plan = 서버 이벤트를 만들 수 없어요. 도란에게 { $permissions } 권한을 준 다음 다시 해 주세요.
refusal-plan-gone = 이 예약은 끝났거나 취소됐어요. `/스터디 예약목록`에서 볼 수 있어요.
refusal-plan-too-many = 예약은 한 번에 { $limit }개까지예요. 하나를 취소하고 다시 해 주세요.
refusal-study-gone = 이 일은 이미 정리됐어요. `/할일`에서 남은 것을 볼 수 있어요.
refusal-no-concept-called = ‘{ $typed }’ 개념을 찾을 수 없어요. 노트에 있는 이름으로 적어 주세요.

notice-session-no-thread = { $channel }에 스레드를 열 수 없어서 스터디를 채널에서 시작했어요. 다음에는 도란에게 { $permissions } 권한을 먼저 주세요.
notice-session-thread-gone = 스터디 스레드가 없어져서 채널에서 이어 가요.
notice-session-missed = { $channel }의 스터디 글을 제때 올릴 수 없었어요. 스터디를 하던 중이었다면 마쳤으니 다시 시작해 주세요.
notice-session-channel-gone = 스터디를 하던 채널이 없어져서 스터디를 마쳤어요.
notice-session-cannot-write = { $channel }에 글을 쓸 수 없어서 스터디를 마쳤어요. 도란에게 { $permissions } 권한을 준 다음 다시 시작해 주세요.
notice-session-rejected = Discord가 { $channel }의 스터디 글을 받아 주지 않아서 스터디를 마쳤어요. 다른 노트로 해 봐 주세요.
notice-session-plan-event = { $channel } 스터디의 서버 이벤트를 만들지 못했어요. 도란에게 { $permissions } 권한을 주세요. 알림은 그대로 올려요.
notice-session-plan-event-stays = { $channel } 스터디의 서버 이벤트를 지우지 못했어요. 직접 지워 주세요.
notice-session-plan-reminder = { $channel }에 스터디 알림을 올리지 못했어요. 도란에게 { $permissions } 권한이 있는지 봐 주세요.

check-without-create-events = 스터디 예약으로 서버 이벤트를 만들 수 없어요
