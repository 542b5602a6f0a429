# What moderators did

command-settings-audit = audit
    .description = What moderators did through Doran, for 90 days
audit-title = What moderators did
audit-empty = No moderator has changed anything through me in the last 90 days.
audit-line = { $at } · { $name } · { $act }
audit-press = pressed “{ $label }”
audit-form = sent: { $typed }
audit-unnamed = somebody who took their name out
audit-newer = Newer
audit-older = Older
audit-footer = Page { $page } of { $pages } · { $total } in all · deleted after 90 days
