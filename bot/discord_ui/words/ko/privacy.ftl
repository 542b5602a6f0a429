# 내 정보, 보관 기간

command-privacy = 내정보
    .description = 내 정보를 보고 지워요
command-privacy-show = 보기
    .description = 나에 대해 남아 있는 것을 파일로 받아요
command-privacy-delete = 지우기
    .description = 나에 대해 남아 있는 것을 모두 지워요
command-settings-retention = 보관-기간
    .description = 무엇을 얼마나 오래 남겨 둘지 정해요
    .kind = 종류
    .kind-description = 비워 두면 지금 기간만 봐요
    .days = 기간
    .days-description = 이보다 오래된 것은 하루에 한 번 지워요
command-settings-forget = 기록-지우기
    .description = 부탁받은 한 사람의 기록을 이 서버에서 모두 지워요
    .member = 사람
    .member-description = 서버를 나간 사람은 사용자 ID로 골라 주세요
choice-retention-questions = 물어본 것
choice-retention-quiz = 퀴즈와 답
choice-days-30 = 30일
choice-days-90 = 90일
choice-days-180 = 180일
choice-days-365 = 1년
choice-days-730 = 2년
choice-days-0 = 계속

privacy-nothing-server = 이 서버에는 회원님에 대해 남아 있는 것이 없어요.
privacy-nothing-everywhere = 회원님에 대해 남아 있는 것이 하나도 없어요.
privacy-kept-server = 이 서버에 남아 있는 것을 파일에 모두 담았어요. { $kinds }가지, 모두 { $rows }개예요. 다른 서버 것까지 보려면 저에게 DM으로 `/내정보 보기`를 불러 주세요.
privacy-kept-everywhere = 모든 서버와 DM에 남아 있는 것을 파일에 담았어요. { $kinds }가지, 모두 { $rows }개예요.
privacy-ask-server = 이 서버에서 물어본 것, 퀴즈 답과 복습 기록, 알림, 토론에 남긴 글까지 모두 지워요. 되돌릴 수 없어요. 끝난 토론의 표는 이름 없이 수로만 남아요. 정말 지울까요?
privacy-ask-everywhere = 모든 서버와 DM에 남은 회원님의 기록을 다 지워요. 되돌릴 수 없어요. 끝난 토론의 표는 이름 없이 수로만 남아요. 정말 지울까요?
privacy-delete = 모두 지우기
privacy-keep = 그대로 두기
privacy-deleted = 모두 지웠어요. ({ $rows }개) 언제든 다시 함께해요.
privacy-ask-of = { $who } 님이 이 서버에서 물어본 것, 퀴즈 답과 복습 기록, 알림, 토론에 남긴 글까지 모두 지워요. 되돌릴 수 없으니 본인이 부탁했을 때만 지워 주세요. 끝난 토론의 표는 이름 없이 수로만 남아요. 정말 지울까요?
privacy-deleted-of =
    { $rows ->
        [0] 이 서버에 남아 있는 것이 없어요.
       *[other] 모두 지웠어요. ({ $rows }개) 운영 기록에는 누구의 것인지 빼고 지웠다는 것만 남아요.
    }
privacy-unchanged = 그대로 뒀어요. 아무것도 지우지 않았어요.

retention-title = 보관 기간
retention-questions = 물어본 것
    .use = 질문과 그 답에 대한 평가예요
retention-quiz = 퀴즈와 답
    .use = 낸 문제와 회원들의 답, 이의예요. 복습 기록은 회원이 지울 때까지 남아요
retention-days = { $days }일
retention-for-ever = 계속
retention-footer = 봇을 서버에서 내보내면 30일 뒤에 이 서버의 것을 모두 지워요. 그 전에 다시 초대하면 그대로 있어요.
refusal-unknown-retention = 그 종류나 기간은 고를 수 없어요. 목록에서 골라 주세요.
