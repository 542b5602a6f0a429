# 도란이 스스로 올리는 글: 공지, 운영자 알림

command-settings-announce = 공지
    .description = 도란이 올릴 공지를 정해요
command-settings-announce-now = 지금
    .description = 공지를 지금 올려요
    .channel = 채널
    .channel-description = 올릴 채널
    .silent = 조용히
    .silent-description = 알림 소리 없이 올려요 (기본: 예)
command-settings-announce-at = 예약
    .description = 정한 시각에 한 번 올려요
    .when = 언제
    .when-description = 예: 내일 오후 8시, 12-24 19:30
    .channel = 채널
    .channel-description = 올릴 채널
    .silent = 조용히
    .silent-description = 알림 소리 없이 올려요 (기본: 예)
command-settings-announce-weekly = 매주
    .description = 매주 (또는 매일) 같은 시각에 올려요
    .day = 요일
    .day-description = 올릴 요일
    .time = 시각
    .time-description = 예: 20:00, 오후 8시 반
    .channel = 채널
    .channel-description = 올릴 채널
    .silent = 조용히
    .silent-description = 알림 소리 없이 올려요 (기본: 예)
command-settings-announce-list = 목록
    .description = 기다리는 공지를 봐요
command-settings-announce-cancel = 취소
    .description = 기다리는 공지를 취소해요
    .announcement = 공지
    .announcement-description = 취소할 공지

choice-mon = 월요일
choice-tue = 화요일
choice-wed = 수요일
choice-thu = 목요일
choice-fri = 금요일
choice-sat = 토요일
choice-sun = 일요일
choice-daily = 매일

announce-title = 공지 쓰기
announce-text = 공지 내용
    .placeholder = 적은 그대로 올라가요. 멘션해도 아무에게도 알림이 가지 않아요.
announce-sending = { $channel }에 바로 올릴게요.
announce-kept = { $at }에 { $channel }에 올릴게요.
announce-skipped-hour = 그날은 서머타임 때문에 그 시각이 없어요. 바로 다음 순간에 올릴게요.
announce-repeats = 그 뒤로는 { $rule }에 올려요.
announce-weekly = 매주 { $days } { $time }
announce-daily = 매일 { $time }
announce-list = 기다리는 공지
announce-none = 기다리는 공지가 없어요. `/설정 공지 예약`으로 만들 수 있어요.
announce-paused = { $channel } · 멈춰 있어요. 채널과 권한을 손본 뒤에 다시 시작해 주세요.
announce-cancel = { $number }번 취소
announce-resume = { $number }번 다시 시작
announce-cancelled = 취소했어요: { $text }

refusal-unclear-time = { JOSA($typed, "은/는") } 언제인지 못 알아들었어요. `내일 오후 8시`나 `12-24 19:30`처럼 적어 주세요.
refusal-past-time = 그 시각은 벌써 지났어요 ({ $at }). 앞으로 올 시각을 골라 주세요.
refusal-empty-announcement = 공지 내용이 비어 있어요. 한 줄이라도 적어 주세요.
refusal-too-many-announcements = 기다리는 공지가 벌써 { $limit }개예요. 하나를 취소하고 다시 만들어 주세요.
refusal-announcement-gone = 그 공지는 이제 기다리고 있지 않아요. `/설정 공지 목록`에서 지금 있는 것을 볼 수 있어요.
refusal-member-cannot-write = { $channel }에는 글을 쓸 권한이 없으셔서 저도 대신 올릴 수 없어요. 쓸 수 있는 채널을 골라 주세요.
refusal-bot-cannot-write = 제가 { $channel }에 글을 쓸 수 없어요. 채널 설정 → 권한에서 도란에게 { $permissions } 권한을 주고 다시 해 주세요.

permission-view-channel = 채널 보기
permission-send-messages = 메시지 보내기
permission-send-messages-in-threads = 스레드에서 메시지 보내기
permission-embed-links = 링크 첨부
permission-attach-files = 파일 첨부
permission-read-message-history = 메시지 기록 보기
permission-create-public-threads = 공개 스레드 만들기
permission-pin-messages = 메시지 고정하기
permission-manage-threads = 스레드 관리하기

notice-uncertain = { $channel }에 글 하나를 올리다가 연결이 끊겼어요. 올라갔는지 제가 확인할 수 없어서 다시 올리지 않았어요. 채널을 한번 봐 주세요. 도란에게 { $permissions } 권한을 주면 다음부터는 제가 확인할 수 있어요.
notice-announcement-missed =
    { $count ->
        [1] 제가 쉬고 있던 사이에 공지 하나의 시간이 지났어요. { $at }에 올리려던 글이에요: { $text }
       *[other] 제가 쉬고 있던 사이에 같은 공지를 { $count }번 놓쳤어요. 마지막은 { $at }였어요: { $text }
    }
notice-announcement-channel-gone = 공지를 올릴 채널이 없어져서 멈춰 두었어요: { $text } `/설정 공지 목록`에서 취소하고, 다른 채널로 새로 만들어 주세요.
notice-announcement-cannot-write = { $channel }에 글을 쓸 수 없어서 공지를 멈춰 두었어요: { $text } 도란에게 { $permissions } 권한을 준 다음, `/설정 공지 목록`에서 다시 시작해 주세요.
notice-announcement-rejected = Discord가 이 공지를 받아 주지 않아서 멈춰 두었어요: { $text } 내용을 바꿔 새로 만들어 주세요.
