# Sessions: agenda, leading, attendance, minutes, plans, what to study next

command-session = session
    .description = Start and lead a study session
command-session-start = start
    .description = Start a study session in this channel
    .topic = topic
    .topic-description = The note to look at (usually: this week's)
    .agenda = agenda
    .agenda-description = An agenda of your own (agenda.yaml)
command-session-next = next
    .description = Go on to the next part
command-session-back = back
    .description = Go back to the part before
command-session-extend = extend
    .description = Give this part more time
    .minutes = minutes
    .minutes-description = How much more (usually: 5)
command-session-pause = pause
    .description = Stop the clock for a while
command-session-resume = resume
    .description = Let the clock run again
command-session-end = end
    .description = End the session and get its minutes
command-session-status = status
    .description = See where the session is
command-session-plan = plan
    .description = Plan a session, with an event in the server
    .when = when
    .when-description = Such as saturday 8 pm, or 2026-11-28 20:00
    .topic = topic
    .topic-description = The note to look at (usually: this week's)
    .weekly = weekly
    .weekly-description = At the same time every week (usually: no)
command-session-plans = plans
    .description = See planned sessions, and cancel them

session-topic-newest = This week's note
session-started = The session “{ $title }” is on. I'll open a thread in { $channel }.
session-head = Session: { $title }
session-head-thread = Join in the thread below.
session-head-here = Join right here; there is no thread.
session-head-over = The session is over. Well done!
session-head-minutes = About { $minutes } minutes in all
session-to-thread = To the thread
session-attend = I'm here
session-status = Where are we?

session-part = { $at }/{ $total } · { $title }
session-part-of = { $title } ({ $nth }/{ $of })
session-part-discussion = { $title } — { $what }
session-kind-first-vote = first vote
session-kind-argument = argument
session-kind-second-vote = second vote
session-kind-sharing = experiences
session-coming = Next: { $title }
session-until = Until { $at } ({ $left }).
session-until-moves = Until { $at } ({ $left }). Then it goes on by itself.
session-overtime = The time is up. Press “Next” when you are ready.
session-paused = A short break. “Resume” goes on with the time that was left.
session-present =
    { $n ->
        [one] { $n } person is here so far.
       *[other] { $n } people are here so far.
    }
session-goal = **Today's goal** { $goal }
session-how = Press “I'm here” when you arrive. Late is fine too.
session-do-quiz = Questions come in a moment. Answer them together below.
session-do-break = Get some water and come back.
session-do-wrap-up = Say one new thing each, then we are done.
session-do-talk = Talk freely. Ask me what the notes don't say, too; what I can't answer goes into the minutes.
session-do-first-vote = Don't talk yet: vote for yourself first. We look at the result together once the vote is over.
session-do-argument = Say aloud why you think so. You can write reasons in the discussion, too.
session-do-second-vote = Vote again after what you heard. It's fine to change your mind.
session-do-sharing = Pick what fits your experience, and tell us a little.
session-talk-place = The discussion is in { $place }.
session-remark-quiz-over = The quiz is over.
session-remark-quiz-none = There is nothing to ask right now. You can go on.
session-remark-discussion-gone = This question is gone from the notes. You can go on.
session-remark-discussion-over = This discussion is over already. Talk about its result.

session-clear = I get it
session-unclear = Still confused
session-answers-hidden =
    { $n ->
        [one] { $n } answer so far. We look once everyone has answered, or the time is up.
       *[other] { $n } answers so far. We look once everyone has answered, or the time is up.
    }
session-answers = I get it { $clear } · Still confused { $unclear } (n={ $n })
session-answers-wait = You see the others' answers once everyone has answered, or the time is up.
session-said-clear = Good, I noted that you get it. Press again to change your mind.
session-said-unclear = That's fine, I noted that it is still confusing. Nobody sees your name.
session-attended =
    { $n ->
        [one] You're here! { $n } person is here now.
       *[other] You're here! { $n } people are here now.
    }
session-attended-before =
    { $n ->
        [one] I know already. { $n } person is here now.
       *[other] I know already. { $n } people are here now.
    }
session-you-are-there = You are here.
session-you-are-not-there = You haven't pressed “I'm here” yet.
session-status-line = { $mark } { $title } ({ $minutes } min)
session-now-at = Now: { $title }
session-move-next = Next
    .already = It begins as soon as the thread is open.
session-move-back = Back
    .already = This is the first part.
session-move-extend = +5 min
    .done = There is more time now.
    .already = It begins as soon as the thread is open.
session-move-pause = Pause
    .done = The clock stands. “Resume” lets it run again.
    .already = It is paused already.
session-move-resume = Resume
    .done = On we go.
    .already = It isn't paused.
session-move-end = End
    .done = The session is over. The minutes come in a moment.
    .already = The session is over already.

session-recap = The session is over: { $title }
session-ending-done = We went through all of it.
session-ending-stopped = It was ended before everything was done.
session-ending-slept = It rested for too long, so it ended here.
session-ending-unsent = I couldn't post any more, so it ended here.
session-recap-cards = Concepts
session-recap-card = { $title } — clear { $clear } · confused { $unclear } (n={ $n })
session-recap-quiz = Quiz
session-recap-quiz-line =
    { $items ->
        [one] { $items } question, { $answers ->
            [0] which nobody answered.
            [one] one answer, { $right } of them right.
           *[other] { $answers } answers, { $right } of them right.
        }
       *[other] { $items } questions, { $answers ->
            [0] which nobody answered.
            [one] one answer, { $right } of them right.
           *[other] { $answers } answers, { $right } of them right.
        }
    }
session-recap-goes-on = It still goes on.
session-recap-unanswered = What the notes couldn't answer
session-recap-file = The file has the minutes. /note add makes them the next note.
session-minutes-title = { $title } (meeting of { $day })
session-minutes-about =
    { $present ->
        [one] { $minutes } minutes, { $present } person.
       *[other] { $minutes } minutes, { $present } people.
    }
session-minutes-cards = { $title }: concepts
session-minutes-card = { $title } — { $short }
session-minutes-said = clear { $clear }, confused { $unclear }
session-minutes-quiz = { $title }: quiz
session-minutes-item-unanswered = { $stem } (nobody answered)
session-minutes-item = { $stem } ({ $right } of { $answers } got it right)
session-minutes-talked = { $title }: discussion “{ $name }”
session-minutes-unanswered = { $title }: what the notes couldn't answer
session-minutes-split = { $stem } — { $right } of { $answers } got it right, so we are of two minds. Why?
session-minutes-unclear = { $title }: how could it be explained more simply? ({ $unclear } still confused)

session-planned = The session “{ $title }” is planned for { $at } in { $channel }. I'll make an event in the server, too.
session-planned-weekly = The session “{ $title }” is planned for { $at } and every week after, in { $channel }. I'll make an event in the server, too.
session-plans = Planned sessions
session-plans-none = No session is planned. Use `/session plan`.
session-plans-line = { $n }. { $title } · { $at } · { $channel }
session-plans-line-weekly = { $n }. { $title } · { $at } · weekly · { $channel }
session-plan-cancel = Cancel { $n }
session-event-name = Study session: { $title }
session-event-what = We study “{ $title }” together in { $channel }. Move or cancel this event, and Doran follows.
session-reminder = Session: { $title }
session-reminder-day = Tomorrow! See you at { $at }, for about { $minutes } minutes.
session-reminder-soon = It begins soon: { $at } ({ $left }), about { $minutes } minutes.
session-reminder-past = This was a reminder of the session at { $at }.
session-start = Start

inbox-section-study = What to study next
study-title = What to study next { $at }/{ $total }
study-none = Nothing to study in particular. Everyone keeps up well.
study-sure-but-wrong = { $members } were sure, and wrong (n={ $n }).
study-unclear = { $members } said in a session that it is still confusing (n={ $n }).
study-unanswered = { $members } asked, and the notes had no answer (n={ $n }).
study-split = The group is of two minds: { $members } of { $n } got it wrong (n={ $n }).
study-open-question = A question from a discussion, still without an answer (n={ $n }).
study-since = Since { $at }.
study-concept = Concept: { $title }
study-rule = What concerns more people comes first; of equals, what is known wrongly before what is not known.
study-done = Dealt with
study-done-title = Which concept answers it?
study-before = Before
study-after = After
study-which = The concept with the answer
study-which-example = Such as: hypervisor
study-settled = Noted: “{ $title }” has the answer. It comes back if it concerns more people.

retention-sessions = Sessions
    .use = Attendance and what was said of cards. The minutes name nobody
choice-retention-sessions = Sessions
permission-create-events = Create Events

refusal-session-gone = I can't find this session.
refusal-session-over = This session is over. Its minutes stand further down in the thread.
refusal-session-moved-on = The session has moved on. Use the buttons of the newest post.
refusal-not-leading = Whoever started the session, and moderators, lead it. Everyone can press “I'm here” and answer the cards.
refusal-session-running = A session is running in this channel already: { $link }
refusal-no-session = No session is running here. Start one with `/session start`.
refusal-extended-too-far = A part can go on for { $hours } hours from now at most.
refusal-unknown-note = I can't find the note “{ $typed }”. Pick one from the list.
refusal-not-on-card = This post is no concept card. Use the buttons of the newest card.
refusal-unreadable-agenda = I can't read the agenda: { $fault }
refusal-unclear-moment = I can't read “{ $typed }” as a time. Try “saturday 8 pm” or “2026-11-28 20:00”.
refusal-moment-gone = That time is over. Pick one to come.
refusal-moment-too-far = That is too far ahead. Pick a day within { $years } years.
refusal-cannot-plan = I can't make events in this server. Grant Doran { $permissions }, then try again.
refusal-plan-gone = This plan is over, or was cancelled. `/session plans` shows the others.
refusal-plan-too-many = { $limit } plans at once are the most. Cancel one, then try again.
refusal-study-gone = This was settled already. `/inbox` shows what is left.
refusal-no-concept-called = I can't find the concept “{ $typed }”. Use a name from the notes.

notice-session-no-thread = I couldn't open a thread in { $channel }, so the session runs in the channel. Grant Doran { $permissions } before the next one.
notice-session-thread-gone = The session's thread is gone, so it goes on in the channel.
notice-session-missed = I couldn't post the session in { $channel } in time. If it was running, it is over now: start it again.
notice-session-channel-gone = I ended a session: its channel is gone.
notice-session-cannot-write = I ended the session in { $channel }: I can't write there. Grant Doran { $permissions }, then start again.
notice-session-rejected = I ended the session in { $channel }: Discord doesn't take its post. Try another note.
notice-session-plan-event = I couldn't make the event for the session in { $channel }. Grant Doran { $permissions }. Reminders come all the same.
notice-session-plan-event-stays = I couldn't delete the event of the session in { $channel }. Please delete it yourself.
notice-session-plan-reminder = I couldn't post the session's reminder in { $channel }. Check that Doran has { $permissions }.

check-without-create-events = I can't make events for planned sessions
