# 복습, 연습, 알림, 내 기록, 순위

command-review = 복습
    .description = 다시 볼 문제를 풀어요
command-me = 내기록
    .description = 내 기록을 나만 봐요
command-notify = 알림
    .description = 받을 알림을 골라요

quiz-practise = 안 푼 문제 연습하기
review-title = 복습 { $place }/{ $length }
practice-title = 연습 { $place }/{ $length }
review-none-due = 오늘 다시 볼 문제는 없어요. 대신 안 풀어 본 문제 { $count }개를 골랐어요.
review-next = 다음 문제
review-finish = 마치기
review-begin = 복습하기
review-over-title = 복습을 마쳤어요
practice-over-title = 연습을 마쳤어요
review-over = { $answers }문제 중 { $right }문제를 맞혔어요.
review-more-due = 오늘 다시 볼 문제가 { $count }개 더 있어요.
review-all-done = 오늘 다시 볼 문제는 이제 없어요. 잊을 만할 때 다시 물어볼게요.
refusal-turn-gone = 이 문제는 더 찾을 수 없어요. `/복습`으로 새로 시작해 주세요.
refusal-not-yet-answered = 아직 이 문제에 답하지 않았어요. 먼저 답을 골라 주세요.
refusal-nothing-to-practise = 여기 있는 문제는 다 풀어 봤어요. 새 노트가 올라오면 또 연습해요.

notify-title = 복습 알림
notify-on = 매일 { $hour }에 알려 드려요. 다음은 { $next }예요.
notify-off = 지금은 알림을 보내지 않아요.
notify-how = 서버 시각({ $zone }) 기준이에요. 풀 문제가 있는 날에만, 하루에 한 번 DM으로 보내요.
notify-choose = 알림 받을 시각을 골라요
notify-stop = 알림 끄기
notify-kept = 적어 뒀어요.
notify-stopped = 알림을 껐어요. 다시 받고 싶으면 서버에서 `/알림`을 써 주세요.
notify-closed = DM이 닫혀 있어서 복습 알림을 껐어요. DM을 연 뒤에 `/알림`에서 다시 켤 수 있어요.
reminder-hello = 부탁하신 알림이에요.
reminder-asked = 오늘의 퀴즈가 { $count }문제 기다려요. 서버에서 `/퀴즈`를 써 보세요.
reminder-due = 다시 볼 문제가 { $count }개 있어요. 서버에서 `/복습`을 써 보세요.
reminder-open = 서버로 가기
refusal-reminder-gone = 켜 둔 알림이 없어요. 서버에서 `/알림`으로 켤 수 있어요.

record-title = 내 기록
record-empty = 아직 푼 문제가 없어요. 오늘의 퀴즈나 복습으로 시작해 볼까요?
record-streak =
    { $days ->
        [0] 다음 퀴즈부터 이어 가요
       *[other] { $days }일 이어서 풀었어요
    }
record-longest = 가장 길게는 { $days }일이었어요. 퀴즈가 있는 날만 세요.
record-total = 모두 { $answers }문제 중 { $right }문제를 맞혔어요 ({ $percent } %).
record-due = 오늘 다시 볼 문제: { $count }개
record-topics = 주제별로 맞힌 문제
record-weak = 더 보면 좋은 개념
record-strong = 잘 아는 개념
record-sure = 확실하다고 한 답
    .row = ‘확실해요’라고 하고 맞힌 답
record-share = { $right }/{ $answers } ({ $percent } %)
record-alt = 내 기록을 그린 그림이에요. { $numbers }

board-week = 이번 주 순위
board-month = 이번 달 순위
board-line = { $place }위 { $name } — { $answers }문제 중 { $right }문제 맞힘
board-empty = 아직 순위에 나온 사람이 없어요.
board-how = 나오기로 한 { $count }명만 보여요. 오늘의 퀴즈에서 맞힌 수로 세요.
board-join = 나도 순위에 나오기
board-leave = 순위에서 빠지기
somebody-who-left = 나간 멤버
