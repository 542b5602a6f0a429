# Review, practice, reminders, record, leaderboard

command-review = review
    .description = Answer the questions you are due to see again
command-me = me
    .description = See your own record; nobody else does
command-notify = notify
    .description = Choose which reminders you get

quiz-practise = Practise on new questions
review-title = Review { $place }/{ $length }
practice-title = Practice { $place }/{ $length }
review-none-due =
    { $count ->
        [one] Nothing is due today. Here is a question you haven't seen instead.
       *[other] Nothing is due today. Here are { $count } questions you haven't seen instead.
    }
review-next = Next
review-finish = Finish
review-begin = Review
review-over-title = Review done
practice-over-title = Practice done
review-over = { $right } of { $answers } right.
review-more-due =
    { $count ->
        [one] One more question is due today.
       *[other] { $count } more questions are due today.
    }
review-all-done = Nothing more is due today. Each comes back when you are about to forget it.
refusal-turn-gone = This question can't be found any more. Start anew with `/review`.
refusal-not-yet-answered = You haven't answered this question yet. Pick an answer first.
refusal-nothing-to-practise = You have seen every question here. There will be more with the next note.

notify-title = Review reminder
notify-on = You are reminded daily at { $hour }. The next one comes { $next }.
notify-off = You get no reminders at the moment.
notify-how = By the server's clock ({ $zone }). A private message, once a day at most, only when a question waits for you.
notify-choose = Choose an hour
notify-stop = Turn reminders off
notify-kept = Noted.
notify-stopped = Reminders are off. Use `/notify` in the server whenever you want them back.
notify-closed = Your private messages are closed, so I turned your review reminder off. Open them, then turn it on again with `/notify`.
reminder-hello = The reminder you asked for.
reminder-asked =
    { $count ->
        [one] Today's question is waiting. Use `/quiz` in the server.
       *[other] { $count } of today's questions are waiting. Use `/quiz` in the server.
    }
reminder-due =
    { $count ->
        [one] One question is due for review. Use `/review` in the server.
       *[other] { $count } questions are due for review. Use `/review` in the server.
    }
reminder-open = Open the server
refusal-reminder-gone = You have no reminder. Turn one on with `/notify` in the server.

record-title = Your record
record-empty = You haven't answered anything yet. Start with today's quiz or a review.
record-streak =
    { $days ->
        [0] Start again with the next quiz
        [one] { $days } day in a row
       *[other] { $days } days in a row
    }
record-longest =
    { $days ->
        [one] Your longest run: { $days } day. Only days with a quiz count.
       *[other] Your longest run: { $days } days. Only days with a quiz count.
    }
record-total = { $right } of { $answers } right in all ({ $percent } %).
record-due = Due for review today: { $count }
record-topics = Right by topic
record-weak = Worth another look
record-strong = Known well
record-sure = Answers you were sure of
    .row = Said “I was sure”, and right
record-share = { $right }/{ $answers } ({ $percent } %)
record-alt = Your record as a picture. { $numbers }

board-week = This week's leaderboard
board-month = This month's leaderboard
board-line = { $place }. { $name } — { $right } of { $answers } right
board-empty = Nobody is on the leaderboard yet.
board-how =
    { $count ->
        [one] Only those who chose to be here ({ $count } member), by right answers in the daily quiz.
       *[other] Only those who chose to be here ({ $count } members), by right answers in the daily quiz.
    }
board-join = Put me on it
board-leave = Take me off it
somebody-who-left = A member who left
