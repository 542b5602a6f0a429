# 처음 설정과 점검

command-settings-setup = 처음-설정
    .description = 필요한 것을 하나씩 골라 도란을 준비해요
command-settings-check = 점검
    .description = 쓰는 채널마다 빠진 권한이 있는지 봐요

setup-hello = 안녕하세요, 스터디 노트로 답하는 도란이에요. 궁금한 건 `/질문`으로 물어보세요. 운영하시는 분은 아래 버튼으로 언어와 퀴즈 시간을 정할 수 있어요. '시작'을 누르기 전에는 아무것도 올리지 않아요.
setup-open = 처음 설정
setup-title = 처음 설정
setup-footer = { $count }단계 가운데 { $number }단계 · 언제 닫아도 /설정 처음-설정에서 이어 할 수 있어요
setup-now = 지금: { $value }
setup-none = 없음
setup-back = 이전
setup-keep = 이대로 다음
setup-type = 직접 적기
setup-language = 언어
    .why = 모두가 함께 보는 글을 어느 언어로 쓸까요? 각자 받는 답은 `/언어`로 따로 바꿀 수 있어요.
    .choose = 언어 고르기
setup-zone = 시간대
    .why = 퀴즈와 공지의 시각, 하루가 바뀌는 때를 여기에 맞춰요.
    .choose = 자주 쓰는 시간대
    .placeholder = 예: Asia/Seoul
setup-quiz-channel = 퀴즈 채널
    .why = 하루에 한 문제를 올릴 채널이에요. 문제는 노트에서 나오고, 아무에게도 알림 소리를 내지 않아요.
    .choose = 채널 고르기
    .none = 퀴즈 없이
setup-quiz-time = 퀴즈 시각
    .why = 매일 이 시각에 한 문제를 올려요. 요일과 문제 수는 나중에 `/퀴즈관리 일정 수정`에서 바꿀 수 있어요.
    .choose = 자주 쓰는 시각
    .placeholder = 예: 20:30, 오후 8시 반
setup-notice-channel = 운영 알림 채널
    .why = 권한이 빠졌거나 글을 못 올렸을 때 운영자에게 한 번만 알리는 채널이에요. 운영자만 보는 채널이 좋아요. 없으면 설정한 분께 DM으로 알려요.
    .choose = 채널 고르기
    .none = DM으로 알리기
setup-moderator-role = 운영자 역할
    .why = 서버 관리 권한이 있는 사람은 늘 운영자예요. 그 밖에 함께 운영할 역할이 있다면 골라 주세요.
    .choose = 역할 고르기
    .none = 역할 없이
setup-review = 이렇게 할게요
setup-will = '시작'을 누르면
setup-will-quiz = 위의 설정을 저장하고, 매일 { $time }에 { $channel }에 한 문제를 조용히 올려요.
setup-will-not-quiz = 위의 설정만 저장하고, 스스로 올리는 글은 없어요.
setup-farewell = 저를 서버에서 내보내면 이 서버의 자료는 30일 뒤에 모두 지워요. 그 전에 다시 부르면 그대로 남아 있어요.
setup-no-time = 퀴즈 시각을 고르지 않아서 퀴즈는 올리지 않아요.
setup-begin = 시작
setup-begun = 준비가 끝났어요.
setup-begun-quiz = 다음 { $time }부터 { $channel }에 매일 한 문제를 올릴게요.
setup-begun-next = 설정은 `/설정 보기`에서 언제든 볼 수 있고, 권한이 걱정되면 `/설정 점검`을 써 보세요. 우리 노트는 `/노트 올리기`로 넣을 수 있어요.
refusal-setup-over = 이 설정은 이미 시작했어요. 바꾸고 싶으면 `/설정 처음-설정`을 다시 열어 주세요.
refusal-setup-changed = 그사이 다른 답으로 바뀌었어요. `/설정 처음-설정`에서 지금 내용을 보고 시작해 주세요.

settings-quizzes = 퀴즈 일정
    .value =
        { $count ->
            [0] 없음 · `/퀴즈관리 일정 추가`
           *[other] { $count }개 (멈춘 것 { $paused }개) · `/퀴즈관리 일정 목록`
        }
settings-announcements = 공지
    .value =
        { $count ->
            [0] 없음 · `/설정 공지`
           *[other] { $count }개가 기다려요 · `/설정 공지 목록`
        }
settings-discussions = 토론
    .value = 열린 토론 { $count }개 · 첫 투표 { $first }시간, 논의 { $argument }시간, 두 번째 투표 { $second }시간이 기본이에요 · `/토론관리`
settings-sessions = 스터디
    .value =
        { $count ->
            [0] 예약 없음 · `/스터디 예약`
           *[other] 예약 { $count }개 · `/스터디 예약목록`
        }
settings-retention = 보관 기간
    .value = { $kinds } · `/설정 보관-기간`

check-nothing = 지금 제가 스스로 쓰는 채널이 없어요. 퀴즈 일정이나 공지를 만들면 여기서 점검할 수 있어요.
check-all-fine = 모두 괜찮아요
check-trouble = 손볼 곳이 있어요
check-fine = 괜찮은 채널
check-gone = 채널이 없어졌거나 저에게 안 보여요. 이 일에 쓸 채널을 다시 골라 주세요.
check-grant = 채널 설정 → 권한에서 도란에게 { $permissions } 권한을 켜 주세요.
check-use-quiz = 퀴즈
check-use-announcement = 공지
check-use-notice = 운영 알림
check-use-discussion = 토론
check-use-session = 스터디
check-use-plan = 예약한 스터디
check-without-view-channel = 채널을 볼 수 없어서 아무것도 못 올려요
check-without-send-messages = 글을 올릴 수 없어요
check-without-send-messages-in-threads = 스레드에 이어지는 글을 올릴 수 없어요
check-without-embed-links = 문제와 결과가 빈 글로 보여요
check-without-attach-files = 결과 그림을 붙일 수 없어요
check-without-read-message-history = 연결이 끊겼다 돌아왔을 때 글이 올라갔는지 확인할 수 없어요
check-without-create-public-threads = 스레드를 열 수 없어서 채널에서 그대로 이어져요
check-without-pin-messages = 결과와 정리를 고정할 수 없어요
