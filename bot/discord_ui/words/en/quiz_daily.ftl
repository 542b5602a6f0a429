# The daily quiz: asking, answering, results, schedules

command-quiz = quiz
    .description = Answer today's question
command-quiz-admin = quiz-admin
    .description = Look after the quiz: its schedules and its log
command-quiz-admin-log = log
    .description = See the last 30 questions asked
command-quiz-admin-schedule = schedule
    .description = Choose when a question comes by itself
command-quiz-admin-schedule-add = add
    .description = Make a schedule
    .time = time
    .time-description = For example 09:00 or 9:30 am
    .channel = channel
    .channel-description = Where to ask
    .days = days
    .days-description = For example every day, weekdays, mon wed fri (usually: every day)
    .topic = topic
    .topic-description = The note to ask from (usually: this week's)
    .items = items
    .items-description = How many questions a day (usually: 1)
    .skip = skip
    .skip-description = For example 12-25, 12-30~1-2
    .ping = ping
    .ping-description = Leave empty to post silently and call nobody
    .hide = hide
    .hide-description = Tell right or wrong only after closing (usually: no)
    .digest = digest
    .digest-description = Look back at the week on Sunday evening, silently (usually: no)
command-quiz-admin-schedule-edit = edit
    .description = Change a schedule; what you leave out stays
    .schedule = schedule
    .schedule-description = The schedule to change
    .time = time
    .time-description = For example 09:00 or 9:30 am
    .channel = channel
    .channel-description = Where to ask
    .days = days
    .days-description = For example every day, weekdays, mon wed fri
    .topic = topic
    .topic-description = The note to ask from
    .items = items
    .items-description = How many questions a day
    .skip = skip
    .skip-description = For example 12-25, 12-30~1-2; none to clear
    .ping = ping
    .ping-description = The role to tell of each question
    .quiet = quiet
    .quiet-description = Yes: call nobody
    .hide = hide
    .hide-description = Tell right or wrong only after closing
    .digest = digest
    .digest-description = Look back at the week on Sunday evening, silently
command-quiz-admin-schedule-list = list
    .description = See every schedule
command-quiz-admin-schedule-pause = pause
    .description = Stop a schedule for a while
    .schedule = schedule
    .schedule-description = The schedule to stop
command-quiz-admin-schedule-resume = resume
    .description = Let a paused schedule go on
    .schedule = schedule
    .schedule-description = The schedule to go on with
command-quiz-admin-schedule-remove = remove
    .description = Remove a schedule; what was asked and answered stays
    .schedule = schedule
    .schedule-description = The schedule to remove

quiz-today = Today's quiz
quiz-today-part = Today's quiz { $part }/{ $parts }
quiz-true = True
quiz-false = False
quiz-choose = Choose everything that is right
quiz-write = Write your answer
    .placeholder = A word or two will do
quiz-closes = Closes { $at }. Your first answer counts.
quiz-late = Due at { $at }; it comes a little late.
quiz-so-far =
    { $answers ->
        [one] { $answers } answer so far.
       *[other] { $answers } answers so far.
    }
quiz-before = The last question: { $right } of { $answers } ({ $percent } %) got it right.
    .link = See the result

quiz-right = That's right
quiz-wrong = Not quite
quiz-received = Got it
    .later = Whether it's right comes after closing. Press “My answer and why” under the question then.
quiz-mine = My answer and why
quiz-given = Your answer: **{ $given }**
quiz-key = The answer: **{ $key }**
quiz-overlooked = { $letters } is right as well.
quiz-concept = See { $title } again
quiz-sureness-guess = I guessed
quiz-sureness-unsure = Not sure
quiz-sureness-sure = I was sure
quiz-sureness-kept = Noted. It helps to choose when you see this again.

quiz-result = Quiz of { $day }: the result
quiz-counted =
    { $answers ->
        [one] { $answers } answer, { $right } right ({ $percent } %).
       *[other] { $answers } answers, { $right } right ({ $percent } %).
    }
quiz-nobody = Nobody answered this time (n = 0).
quiz-shares = What was chosen
quiz-shares-short = What was answered
quiz-share = { $members } ({ $percent } %)
quiz-key-mark = the answer
quiz-short-right = Right answers
quiz-short-other = Other answers
quiz-figure-alt = A bar chart of the answers. Of { $answers }: { $shares }

quiz-digest = This week's quiz
quiz-digest-line = { $stem } — { $right } of { $answers } ({ $percent } %)
quiz-digest-hardest = The hardest was “{ $stem }” ({ $right } of { $answers }).
quiz-digest-review = These are worth another look.
quiz-digest-fine = You know all of it well. Nothing to look at again this week.

quiz-daily = every day at { $time }
quiz-workdays = on weekdays at { $time }
quiz-weekend = at weekends at { $time }
quiz-weekly = { $days } at { $time }
quiz-days-daily = every day
quiz-days-workdays = weekdays
quiz-days-weekend = weekend
quiz-topic-newest = this week's note
quiz-schedules = Quiz schedules
quiz-no-schedules = No schedule yet. Make one with `/quiz-admin schedule add`.
quiz-schedule-added = The schedule is made.
quiz-schedule-edited = The schedule is changed, from the next day that wasn't asked yet.
quiz-schedule-paused = The schedule is paused. What was asked stays open until it closes.
quiz-schedule-resumed = The schedule goes on. The days in between are passed over.
quiz-schedule-removed = Removed the schedule: { $name }. What was asked and answered stays.
quiz-schedule-items =
    { $count ->
        [one] { $count } question a day
       *[other] { $count } questions a day
    }
quiz-schedule-ping = calls { $role }
quiz-schedule-hides = right or wrong after closing
quiz-schedule-digest = look back on Sunday
quiz-schedule-skips = not on { $days }
quiz-next = Next: { $at }
quiz-paused = Paused.
quiz-paused-channel = Paused: I can't write in the channel. Mend the channel or its permissions, then resume.
quiz-paused-no-items = Paused: there is nothing to ask. Change the topic, or look at its questions.
quiz-over = No day left to ask on.

quiz-log =
    { $count ->
        [one] The last question
       *[other] The last { $count } questions
    }
quiz-log-empty = Nothing has been asked yet.
quiz-state-open = open
quiz-state-closed = closed, n = 0
quiz-state-missed = missed
quiz-state-withdrawn = taken back
quiz-state-counted = closed, { $percent } % of { $answers } right

refusal-asked-gone = I can't find this question. `/quiz` shows what is open now.
refusal-asked-closed = This question is closed. The answer stands where it was asked. See you at the next one.
refusal-nothing-given = The answer is empty. A word will do.
refusal-not-answered = You haven't answered this one yet. Choose an answer first.
quiz-nothing-open = No question is open right now. Come along when the next one is there.
refusal-schedule-gone = That schedule is not there any more. `/quiz-admin schedule list` shows what is.
refusal-too-many-schedules = There are { $limit } schedules already. Remove one, then make a new one.
refusal-unknown-topic = I couldn't find a topic called { $topic }. Pick one from the list.
refusal-no-items = There is nothing in this topic to ask right now. Pick another one.
refusal-cannot-ping = I can't call the role { $role }. In its settings, allow anyone to mention it, then try again.
refusal-unclear-days = I couldn't read { $typed } as days. Write `every day`, `weekdays` or `mon wed fri`.
refusal-unclear-dates = I couldn't read { $typed } as dates. Write `12-25, 12-30~1-2`; up to 60 days.

notice-quiz-missed =
    { $count ->
        [1] I was away and missed a quiz question, due { $at } in { $channel }. It's in `/quiz-admin log`.
       *[other] I was away and missed { $count } quiz questions, the last one due { $at } in { $channel }. They're in `/quiz-admin log`.
    }
notice-quiz-no-items = I paused the quiz in { $channel }: its topic has nothing to ask. Change the topic with `/quiz-admin schedule edit`, then resume.
notice-quiz-channel-gone = I paused a quiz schedule: its channel is gone. Choose another with `/quiz-admin schedule edit`, then resume.
notice-quiz-cannot-write = I paused the quiz in { $channel }: I can't write there. Grant Doran { $permissions }, then use `/quiz-admin schedule resume`.
notice-quiz-rejected = I paused the quiz in { $channel }: Discord doesn't take it. See `/quiz-admin schedule list`.
