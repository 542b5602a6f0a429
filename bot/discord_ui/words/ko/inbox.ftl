# 할 일: 운영자를 기다리는 일

command-inbox = 할일
    .description = 빈 질문·이의·제안을 처리해요

inbox-empty = 지금은 처리할 일이 없어요.
inbox-overview =
    { $count ->
        [0] 지금은 정할 일이 없어요
       *[other] 할 일 { $count }개
    }
inbox-line = - **{ $name }** { $count }개
inbox-line-since = - **{ $name }** { $count }개 · 가장 오래된 것은 { $since }
inbox-open = { $name } { $count }
inbox-home = 할 일로
inbox-section-done = 이쪽은 다 처리했어요.
inbox-section-appeals = 이의
inbox-section-suggestions = 문제 제안
inbox-section-gaps = 빈 질문
