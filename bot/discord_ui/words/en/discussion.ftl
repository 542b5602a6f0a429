# Discussions: commands, posts, buttons, private screens

command-discuss = discuss
    .description = See what is being discussed, with your own vote and reason
command-discuss-admin = discuss-admin
    .description = Start and lead discussions
command-discuss-admin-start = start
    .description = Start a discussion of one of the prompts
    .prompt = prompt
    .prompt-description = What shall we talk about?
    .channel = channel
    .channel-description = Where? (default: this channel)
    .anonymous = anonymous
    .anonymous-description = Shall nobody ever know who chose what?
    .first = first
    .first-description = How long the first vote (or the sharing) lasts, such as 24h or 2d
    .argument = argument
    .argument-description = How long everybody argues, such as 2d
    .second = second
    .second-description = How long the second vote lasts, such as 24h
    .follow-ups = follow-ups
    .follow-ups-description = Shall I ask more when it gets quiet? (default: yes)
command-discuss-admin-next = next
    .description = End the present phase and go on
    .discussion = discussion
    .discussion-description = Which one? (default: the one of this channel)
command-discuss-admin-extend = extend
    .description = Let the present phase last longer
    .by = by
    .by-description = By how much, such as 12h or 1d?
    .discussion = discussion
    .discussion-description = Which one? (default: the one of this channel)
command-discuss-admin-pause = pause
    .description = Stop a discussion's clock
    .discussion = discussion
    .discussion-description = Which one? (default: the one of this channel)
command-discuss-admin-resume = resume
    .description = Let a paused discussion go on
    .discussion = discussion
    .discussion-description = Which one? (default: the one of this channel)
command-discuss-admin-close = close
    .description = End a discussion now, and post what it came to
    .discussion = discussion
    .discussion-description = Which one? (default: the one of this channel)
command-discuss-admin-cancel = cancel
    .description = End a discussion without a report
    .discussion = discussion
    .discussion-description = Which one? (default: the one of this channel)
command-discuss-admin-list = list
    .description = See this server's discussions, and post what is missing
command-discuss-admin-export = export
    .description = Take a discussion home in the shape of our notes
    .discussion = discussion
    .discussion-description = Which one? (default: the one of this channel)
    .names = names
    .names-description = With the authors' names? Never in an anonymous one
choice-suggest-debate = Discussion: a debate with stances
choice-suggest-experience = Discussion: sharing experience
quiz-discuss = Discuss this

discuss-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
discuss-hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
discuss-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
discuss-phase-first-vote = First vote
discuss-phase-argument = Arguing
discuss-phase-second-vote = Second vote
discuss-phase-sharing = Sharing experience
discuss-phase-closed = Over
discuss-phase-cancelled = Cancelled
discuss-ends = Ends { $at } ({ $on })
discuss-paused = Paused for now. You can still vote and write.
discuss-jump = Go to the discussion
discuss-choose = Choose everything that fits
discuss-joined = { $n } took part

discuss-how = How it works
discuss-how-debate =
    1. Press a stance and it is saved. Change it until the vote ends; nobody sees how it stands before.
    2. Argue in the thread.
    3. Vote again, and see what moved.
discuss-how-experience = Choose what fits and write a few words. Everyone's stories come together in the thread.
discuss-how-anonymous = It is anonymous. Once it is over, neither moderators nor I can tell who chose what.
discuss-how-open = Reasons show their author's name and stance.
discuss-how-open-experience = Stories show their author's name.
discuss-now = Right now
discuss-now-argument = The first vote is over. The arguing goes on in the thread.
discuss-now-second-vote = The second vote is on, in the thread.
discuss-now-closed = It is over. The report is pinned in this channel.
discuss-now-cancelled = A moderator cancelled this discussion.
discuss-argument-title = First vote · { $title }
discuss-argument-how = Now tell each other why. Mark the reasons of others, and ask what you don't know.
discuss-argument-nobody = Nobody took part in the first vote.
discuss-second-title = Vote again · { $title }
discuss-second-how = How do you see it after all that? Staying is as good as moving.
discuss-second-over = The second vote is over.
discuss-follow-up = It is quiet here, so let me ask one more thing.

discuss-why = Say why
discuss-mine = What I said
discuss-change = Change
discuss-take = Choose
discuss-since = What I said, and what came up since
discuss-add-reason = Add a reason
discuss-add-experience = Tell my story
discuss-ask = I have a question
discuss-questions = Questions
discuss-against = Strongest counter
discuss-reasons-all = All reasons
discuss-experiences-all = All stories
discuss-before = Back
discuss-after = Next
discuss-page = Page { $page } of { $pages }

discuss-voted = Saved: “{ $stance }”.
discuss-voted-same = “{ $stance }” is what I have already.
discuss-voted-anew = Changed from “{ $before }” to “{ $stance }”.
discuss-voted-hidden = You can change it until the vote ends. Nobody sees how it stands before.
discuss-voted-shared = You can change it until it ends.
discuss-held = My vote: { $stance }
discuss-not-voted = Nothing chosen yet
discuss-why-label = Why do you think so?
    .placeholder = A sentence or two will do
discuss-experience-label = What was it like?
    .placeholder = Short is fine
discuss-written = I kept it.
discuss-written-open = It stands in the thread with your name.
discuss-written-anonymous = It stands in the thread without a name.
discuss-written-open-later = Once the vote is over it is shown with your name. Nobody sees it before.
discuss-written-anonymous-later = Once the vote is over it is shown without a name. Nobody sees it before.
discuss-my-first = First choice
discuss-my-second = Second choice
discuss-my-reasons = What I wrote
discuss-my-questions = What I asked
discuss-my-mark = my mark: { $mark }
discuss-since-against = The strongest reason against mine
discuss-since-agreed = Agreed on across sides
discuss-since-answered = Answered since
discuss-mine-destroyed = “{ $title }” was anonymous, and it is over. Nobody can tell any more who chose what.

discuss-reasons-title = Reasons
discuss-reasons-title-counted =
    { $n ->
        [one] { $n } reason
       *[other] { $n } reasons
    }
discuss-reasons-none = No reasons yet. Will you give the first?
discuss-reasons-soon = They follow in a moment.
discuss-reasons-more = { $n } more under “All reasons”.
discuss-experiences-more = { $n } more under “All stories”.
discuss-experiences-title = Stories
discuss-experiences-title-counted =
    { $n ->
        [one] { $n } story
       *[other] { $n } stories
    }
discuss-experiences-none = No stories yet. Will you tell the first?
discuss-mark-agree = Agree
discuss-mark-differ = I see it differently
discuss-mark-pass = Pass
discuss-marked = Marked.
discuss-hide = Hide { $place }
discuss-hidden = Hidden. Nobody sees it any more.
discuss-unhide = Show it again
discuss-unhidden = It can be seen again.
discuss-against-title = The strongest counter
discuss-against-how = The reason for another stance that convinces the most on its side.
discuss-against-none = Nobody has given a reason for another stance yet.
discuss-ask-label = What do you wonder about?
    .placeholder = One thing at a time
discuss-asked = Your question is up. “Questions” shows when somebody answers.
discuss-questions-open =
    { $n ->
        [one] { $n } question waits for an answer
       *[other] { $n } questions wait for an answer
    }
discuss-questions-title =
    { $n ->
        [one] { $n } question
       *[other] { $n } questions
    }
discuss-questions-none = No questions yet.
discuss-question-open = Waits for an answer
discuss-question-cited = “{ $concept }” in the notes
discuss-answer = Answer { $place }
discuss-answer-title = Answer a question
discuss-answer-concept = The concept that answers it
    .placeholder = Such as: kernel. May stay empty
discuss-answer-words = In your own words
discuss-answered = Thank you for answering.
discuss-answered-before = Somebody was quicker.

discuss-nothing-open = Nothing is being discussed right now. If you have something in mind, tell us with `/suggest`.
discuss-open-title = Open discussions: { $n }
discuss-started = Starting “{ $title }” in { $channel }.
discuss-already = “{ $title }” is being discussed already.
discuss-stands = “{ $title }”: { $phase }
discuss-next-ask = End the present phase of “{ $title }” and go on? ({ $n } took part)
discuss-next-button = Go on
discuss-close-ask = End “{ $title }” now and post what it came to? ({ $n } took part)
discuss-close-button = Close it
discuss-cancel-ask = Cancel “{ $title }” without a report? This can't be undone. ({ $n } took part)
discuss-cancel-button = Cancel it
discuss-none-yet = There has been no discussion yet. Start one with `/discuss-admin start`.
discuss-all-title = This server's discussions
discuss-is-anonymous = anonymous
discuss-is-open = with names
discuss-again = Post #{ $number } again
discuss-again-done = Posting the messages of “{ $title }” again.
discuss-exported = Here is “{ $title }” in the shape of our notes. Only you see this.
discuss-asked-open =
    { $n ->
        [one] We are discussing this right now. { $n } person took part.
       *[other] We are discussing this right now. { $n } people took part.
    }
discuss-asked-closed = We have discussed this before. Here is what it came to.

inbox-section-proposals = Proposed discussions
propose-debate = Propose a discussion
propose-experience = Propose an exchange
propose-title = Title
    .placeholder = Such as: Is Docker always the best?
propose-question = Question
    .placeholder = Ask it in one sentence
propose-stances = Stances (a line each, 2 to 5)
    .placeholder = Almost always
propose-background = Background
    .placeholder = Why talk about it? May stay empty
propose-follow-ups = To ask later (a line each)
    .placeholder = May stay empty
propose-sent = Thank you. Once a moderator has looked at it, it may become a discussion.
propose-foot = Accepted ones can be chosen in /discuss-admin start.
propose-done-approved = Accepted “{ $title }”. Choose it in `/discuss-admin start`.
propose-done-declined = Left “{ $title }” as it is.
propose-already-approved = { $name } accepted it { $at }.
propose-already-declined = { $name } left it as it is { $at }.

refusal-unclear-length = I couldn't read “{ $typed }” as a length. Try 24h, 2d or 90m.
refusal-too-short = A phase lasts { $minutes } minutes at least. Make it longer.
refusal-unknown-prompt = There is no prompt called “{ $typed }”. Choose one of those that appear as you type.
refusal-no-discussion-here = Nothing is discussed in this channel. Choose which discussion you mean.
refusal-nothing-to-argue = This question has no choices to take sides on. It works with two to five of them.
refusal-cannot-host = I can't hold a discussion in { $channel }. In the channel's settings, under Permissions, grant Doran { $permissions }, then try again.
refusal-proposal-gone = I can't find that proposal. Open `/inbox` again.
refusal-unfit-prompt = That makes no discussion yet. Give a title and a question, and { $least } to { $most } different stances, a line each.
refusal-too-many-proposals = { $limit } of your proposals are still waiting. Send more once a moderator has looked at them.
refusal-concept-wanted = Which concept is the question about? Choose one and try again.
