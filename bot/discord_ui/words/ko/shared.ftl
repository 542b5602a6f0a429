# 모두가 함께 쓰는 말

something-went-wrong = 앗, 제 쪽에서 문제가 생겼어요. 잠시 뒤에 다시 해 보세요. 계속 그러면 운영하는 분께 이 번호를 알려 주세요: `{ $reference }`
refusal-old-button = 이 버튼은 이제 쓸 수 없어요. 지금 할 수 있는 일은 `/도움말`에서 볼 수 있어요.
refusal-not-moderator = 이건 운영자만 할 수 있어요. 서버 관리 권한이나 운영자 역할이 있는 분께 부탁해 보세요.
refusal-only-in-server = 이건 서버 안에서만 할 수 있어요. 스터디 서버의 채널에서 다시 해 보세요.
refusal-busy-storage = 지금 저장할 차례가 밀려 있어요. 아무것도 바뀌지 않았으니, 잠시 뒤에 다시 해 주세요.
refusal-full-storage = 지금은 저장할 수가 없어요. 아무것도 바뀌지 않았어요. 운영하는 분이 저장 공간을 확인해야 해요.
refusal-changed-command = 명령어가 바뀌었어요. Discord를 새로 고친 뒤에 다시 해 보세요.
refusal-too-fast = 조금 천천히 해 주세요. 한꺼번에 너무 많이 눌러서 이번 것은 하지 않았어요. { $seconds }초 뒤에 다시 해 보세요.

command-help = 도움말
    .description = 지금 할 수 있는 일
help-title = 도란과 함께 할 수 있는 일
help-asking = 궁금한 건 그냥 물어보세요. 저를 멘션해서 쓰면 채널에서 답하고, DM으로 쓰면 둘이서만 이야기해요. 다른 사람의 메시지를 꾹 눌러 (컴퓨터에서는 오른쪽 클릭) '앱 → 노트에서 찾기'를 골라도 돼요.
help-commands = 명령어
help-moderating = 운영자 명령어
help-now = 지금 여기에는
help-now-quiz = - 오늘 퀴즈 { $count }문제가 답을 기다려요. `/퀴즈`
help-now-review = - 복습할 때가 된 문제가 { $count }개 있어요. `/복습`
help-now-discussion = - 토론 { $count }개가 열려 있어요. `/토론`
help-now-inbox = - 운영자가 볼 일이 { $count }건 있어요. `/할일`
help-now-session = - 스터디 { $count }개가 진행 중이에요.
