# Appeals, suggested items, the inbox, item statistics

command-suggest = suggest
    .description = Suggest a question or something to discuss
    .kind = kind
    .kind-description = What kind of question?
    .concept = concept
    .concept-description = Which concept does it ask about?
command-quiz-admin-stats = stats
    .description = See how the questions went
command-quiz-admin-export = export
    .description = Get the accepted suggestions as a quiz.yaml file
choice-suggest-short = A short answer
choice-suggest-true = A true statement
choice-suggest-false = A false statement

quiz-appeal = Isn't mine right too?
quiz-appeal-title = Isn't mine right too?
quiz-appeal-label = Why do you think it's right?
    .placeholder = Your answer: { $given }. Only moderators see this, without your name.
quiz-appeal-open = The moderators have it. If they agree, I'll tell you the next time you call on me.
quiz-appeal-accepted = The moderators took your answer as right, and your record says so.
quiz-appeal-declined = The moderators looked, and left it as it was. It may be worth a word in the study group.
quiz-became-right = Your answer of { $day } now counts as right: { $stem }

suggest-title = A question on { $concept }
suggest-stem = Question
    .placeholder = Ask one thing, plainly
suggest-key = Answer
    .placeholder = The one best word for it
suggest-accept = Also right
    .placeholder = With commas between; may stay empty
suggest-contrast = Close, but wrong
    .placeholder = With commas between; may stay empty
suggest-reason = For who chose the other side
    .placeholder = Why that isn't so, in a sentence
suggest-explanation = Explanation
    .placeholder = What everyone is shown after answering
suggest-sent = Thank you. Once a moderator has looked, it may be asked here.

inbox-title = { $place } of { $total } to look at
inbox-kind-appeal = Isn't mine right too?
inbox-kind-suggestion = A suggested question
inbox-foot-appeal = Accepted, it counts as right in this server, for everyone who gave it. Edit changes the words that are added.
inbox-foot-suggestion = Accepted, this server's quiz may ask it.
inbox-stem = Question
inbox-key = Answer
inbox-given = What they answered
inbox-sentence = Why they think it's right
inbox-alias = Words to take as right
inbox-member = From
inbox-concept = Concept
inbox-others = Also right
inbox-contrast = Close, but wrong
inbox-reason = For who chose the other side
inbox-explanation = Explanation
inbox-accept = Accept
inbox-edit = Edit
inbox-decline = Leave it
inbox-before = Back
inbox-after = On
inbox-already-accepted = { $name } accepted it already, { $at }.
inbox-already-declined = { $name } decided to leave it, { $at }.
inbox-done-alias =
    { $members ->
        [one] “{ $alias }” counts as right from now on. That made { $members } answer right.
       *[other] “{ $alias }” counts as right from now on. That made the answers of { $members } members right.
    }
inbox-done-accepted = Accepted. The quiz may ask it now.
inbox-done-declined = Left as it is.
inbox-edited = Changed. It still waits for a decision.
inbox-alias-title = Words to take as right
inbox-alias-label = Words

stats-none = No question has closed yet. The first one that does shows up here.
stats-title = How the questions went
stats-head = { $flagged } of { $items } questions are worth a look.
stats-foot = Page { $page }/{ $pages } · closed questions only, each member's first answer only
stats-facility = { $right } of { $answers } ({ $percent } %) got it right. { $words }
stats-few = It takes { $least } answers to say more.
stats-facility-very-easy = Very easy.
stats-facility-easy = On the easy side.
stats-facility-fitting = About as hard as it should be.
stats-facility-hard = On the hard side.
stats-facility-very-hard = Very hard.
stats-flag-nobody-misses = Nobody gets it wrong.
stats-flag-nobody-gets = Nobody gets it right.
stats-flag-beats-key = A wrong option is chosen more often than the right one.
stats-flag-misleads = Those who know more miss it more often.
stats-discrimination = Discrimination { $value } (n = { $n }): { $words }
stats-discrimination-few = Discrimination takes { $least } answers.
stats-discrimination-none = Too few differences between answers to tell discrimination.
stats-discrimination-very-well = tells very well who knows.
stats-discrimination-well = tells well who knows.
stats-discrimination-somewhat = tells a little. Worth some polish.
stats-discrimination-little = hardly tells who knows.
stats-discrimination-backwards = tells it backwards. Please look at the key again.

export-ready = Here are the accepted suggestions. Append them to the files below, then run `python -m bot content check`.

taken-list = See accepted suggestions
taken-none = No suggestion is in use.
taken-title = Accepted suggestion { $place } of { $total }
taken-foot = Withdrawing one keeps its answers and statistics.
taken-withdraw = Withdraw
taken-withdrawn = I won't ask this question any more. If it is open now, it stays until it closes.
taken-already = This question isn't in use any more.
taken-restore = Undo
taken-restored = The quiz may ask it again.

refusal-nothing-to-appeal = There is nothing to appeal here. It works for short answers that were marked wrong.
refusal-empty-appeal = The reason is empty. One sentence is enough.
refusal-case-gone = I can't find that here. `/inbox` shows what there is now.
refusal-unfit-alias = The words are empty. Write what should count as right.
refusal-unknown-concept = I can't find a concept called { $typed }. Please choose one from the list.
refusal-unfit-draft = This doesn't make a question yet. See that nothing is empty, that no answer is both right and wrong, and that each has 60 characters at most.
refusal-too-many-waiting = { $limit } of your suggestions wait already. Please send more once the moderators have looked.
refusal-nothing-to-export = No suggestion was accepted yet. Accept one in `/inbox`, then export.
