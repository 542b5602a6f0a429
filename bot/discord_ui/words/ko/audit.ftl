# 운영 기록

command-settings-audit = 운영-기록
    .description = 운영자들이 도란으로 한 일을 90일까지 봐요
audit-title = 운영 기록
audit-empty = 지난 90일 동안 운영자가 저를 통해 바꾼 것이 없어요.
audit-line = { $at } · { $name } · { $act }
audit-press = '{ $label }' 누름
audit-form = 적어 보냄: { $typed }
audit-unnamed = 이름을 지운 사람
audit-newer = 더 최근
audit-older = 더 예전
audit-footer = { $pages }쪽 가운데 { $page }쪽 · 모두 { $total }건 · 90일이 지나면 지워져요
