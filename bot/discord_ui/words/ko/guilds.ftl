# 서버 설정과 언어

command-settings = 설정
    .description = 서버 설정을 보고 바꿔요
command-settings-show = 보기
    .description = 지금 설정을 봐요
command-settings-language = 언어
    .description = 모두가 함께 읽는 글의 언어를 정해요
    .language = 언어
    .language-description = 서버에서 쓸 언어
command-settings-zone = 시간대
    .description = 이 서버의 시계를 어느 지역에 맞출지 정해요
    .zone = 시간대
    .zone-description = 예: Asia/Seoul
command-settings-moderator-role = 운영자-역할
    .description = 이 역할을 가진 사람도 운영자로 여겨요
    .role = 역할
    .role-description = 비워 두면 서버 관리 권한만 봐요
command-settings-notice-channel = 알림-채널
    .description = 운영자에게 알릴 일을 적는 채널을 정해요
    .channel = 채널
    .channel-description = 비워 두면 DM으로 알려요
command-language = 언어
    .description = 쓸 언어를 골라요
    .language = 언어
    .language-description = 나에게 답할 때 쓸 언어
choice-auto = 자동 (서버에 맞춰요)

language-ko = 한국어
language-en = English
language-chosen = 이제 한국어로 답할게요. 모두가 보는 글은 서버의 언어를 따라요.
language-forgotten = 이제 서버의 언어에 맞춰 답할게요.

settings-title = 서버 설정
settings-saved = 저장했어요.
settings-language = 언어
    .use = 모두가 함께 읽는 글에 써요
settings-zone = 시간대
    .use = 하루가 바뀌는 때와 정해진 시각을 여기에 맞춰요
settings-moderator-role = 운영자 역할
    .unset = 없음
    .use = 서버 관리 권한이 있는 사람은 늘 운영자예요
settings-notice-channel = 알림 채널
    .unset = 없음 (DM으로 알려요)
    .use = 운영자가 알아야 할 일을 여기에 한 번만 적어요
settings-footer = 운영자 명령이 안 보이는 사람이 있다면 서버 설정 → 연동 → 도란에서 그 사람의 역할에 명령을 열어 주세요.
refusal-unknown-zone = { JOSA($zone, "이라는/라는") } 시간대를 못 찾았어요. 목록에서 고르거나 Asia/Seoul처럼 적어 주세요.
