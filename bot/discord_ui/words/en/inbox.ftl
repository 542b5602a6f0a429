# The inbox: what waits for moderators

command-inbox = inbox
    .description = Deal with unanswered questions, appeals and suggestions

inbox-empty = Nothing waits for you right now.
inbox-overview =
    { $count ->
        [0] Nothing to decide right now
        [one] One thing to look at
       *[other] { $count } things to look at
    }
inbox-line = - **{ $name }**: { $count }
inbox-line-since = - **{ $name }**: { $count }, the oldest { $since }
inbox-open = { $name } ({ $count })
inbox-home = To the inbox
inbox-section-done = Nothing more waits here.
inbox-section-appeals = Appeals
inbox-section-suggestions = Suggested questions
inbox-section-gaps = Unanswered questions
