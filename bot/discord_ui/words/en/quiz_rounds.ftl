# Live rounds: questions answered together in a channel

command-quiz-admin-round = round
    .description = Start a live round in this channel
    .topic = topic
    .topic-description = The note to ask from (usually: this week's)
    .count = count
    .count-description = How many questions (usually: 5)
    .seconds = seconds
    .seconds-description = How long each takes answers (usually: 30)
    .thread = thread
    .thread-description = Open a thread and play in there (usually: no)
command-quiz-admin-round-stop = round-stop
    .description = End this channel's round and see its table

round-started =
    { $items ->
        [one] The round is on: { $items } question in { $channel }.
       *[other] The round is on: { $items } questions in { $channel }.
    }
round-start = A round begins
round-start-what =
    { $items ->
        [one] **{ $topic }** · { $items } question · { $seconds } seconds
       *[other] **{ $topic }** · { $items } questions · { $seconds } seconds each
    }
round-start-how = Answer with the buttons. Your first answer counts; we look at the key together when the time is up.
round-thread = Join in the thread below.
round-thread-name = Round: { $topic }
round-first = The first question comes { $at }.
round-over-early = It was ended before the first question.
round-question = Round { $part }/{ $parts }
round-result = Round { $part }/{ $parts }: the result
round-modal = Round
round-next = The next question comes { $at }.
round-paused = Paused for a moment.
round-paused-open = Paused for a moment. Answers still count.
round-score = Right so far
round-score-line = { $place }. { $name } · { $right }
round-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
round-nobody = Nobody answered this time (n = 0).
round-table = The round's table
round-table-what =
    { $items ->
        [one] **{ $topic }** · { $items } question · { $members } took part
       *[other] **{ $topic }** · { $items } questions · { $members } took part
    }
round-table-line = { $place }. { $name } — { $right } of { $items }
round-ended-stopped = It was ended early.
round-ended-slept = It rested for too long, so it ends here.
round-ended-unsent = The next question could not be posted, so it ends here.
round-mine = My result
round-mine-line = Place { $place } of { $members }. You answered { $answers } of { $items }, { $right } of them right.
round-mine-review = What you missed comes to /review by itself.

round-move-pause = Pause
    .done = The round is paused. “Go on” continues with the time that was left.
    .already = The round is paused already.
round-move-resume = Go on
    .done = The round goes on.
    .already = The round is going on already.
round-move-skip = Next
    .done = On to the next.
    .already = It begins as soon as the thread is open.
round-move-stop = End
    .done = The round is over. The table comes in a moment.
    .already = The round is over already.

refusal-round-gone = I can't find this round. `/quiz` shows what is open now.
refusal-round-over = This round is over. Its table stands further down in the channel.
refusal-round-moved-on = The round has moved on. Use the buttons of the newest post.
refusal-not-steering = Only who started the round, and moderators, can steer it. Answer with the buttons above.
refusal-round-running = A round is running in this channel already: { $link }
refusal-no-round = No round is running in this channel. Start one with `/quiz-admin round`.
refusal-not-in-round = You answered nothing in this round. Join the next one.
refusal-round-in-thread = Start a round in a channel, not in a thread. With the option thread it opens a new one.

notice-round-missed = I ended the round in { $channel }: I couldn't post the next question in time. Start again with `/quiz-admin round`.
notice-round-channel-gone = I ended a round: its channel is gone. Start again in another one.
notice-round-cannot-write = I ended the round in { $channel }: I can't write there. Grant Doran { $permissions }, then use `/quiz-admin round`.
notice-round-rejected = I ended the round in { $channel }: Discord doesn't take its post. Try another topic.
notice-round-no-thread = I couldn't open a thread in { $channel }, so the round runs in the channel. Grant Doran { $permissions } before the next one.
