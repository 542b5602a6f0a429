# Asking on, teaching, why an answer was chosen

wish-button = Tell me once there is an answer
wish-kept = I'll send you one direct message once there is an answer.
wish-stop = Never mind
wish-dropped = All right, you won't hear about this question.
wish-found = You once asked “{ $text }”. Now I can answer it.
wish-found-gone = You once asked “{ $text }”. There is an answer now: ask again in the server.
wish-open = Go to the server
wish-stop-all = No more messages like this
wish-stopped = { $count ->
    [0] All right. No other question of yours was waiting.
    [one] All right. I'll drop the one question that was still waiting.
   *[other] All right. I'll drop the { $count } questions that were still waiting.
}

answer-why = Why this answer
why-answered = The note “{ $concept }” answers it.
why-prompt = The discussion prompt “{ $prompt }” asks the same.
why-gap = The notes don't have it.
why-gone = The note that was shown then is gone.
why-changed = The answer has changed. Then: { $before } Now: { $now }
why-taught = Taken as the same question as “{ $phrase }”, which moderators taught.
why-previous = Taken as going on from “{ $previous }”.
why-read-as = Read as: { $text }
why-name = Recognised the name “{ $name }”.
why-no-name = No name from the notes came up.
why-words = Words that the note has, too: { $words }
why-unknown = Words that no note has: { $words }
why-example = Of the questions the notes know, “{ $example }” is { $likeness }.
why-meaning = Compared by meaning, too: the nearest sentence of the note is { $likeness }.
why-no-meaning = No model compared meanings: letters and words alone decided.
why-like-very = very much like it
why-like-rather = rather like it
why-like-little = a little like it
why-outside = “{ $name }”, which the notes don't cover, fits about as well.
why-confidence-sure = That was enough to answer with confidence.
why-confidence-enough = That was enough to answer, though not by much.
why-confidence-almost = That was not quite enough, so there is no answer.
why-confidence-far = That was far from enough, so there is no answer.
why-foot = Looked up again in the present notes. Only moderators see this.

teach-none = No question is without an answer.
teach-title = Unanswered question { $place } of { $total }
teach-asked =
    { $count ->
        [one] Asked once, { $last }.
       *[other] Asked { $count } times by { $members ->
            [one] one member
           *[other] { $members } members
        }, first { $first }, last { $last }.
    }
teach-called-wrong = An answer was shown, and somebody said it was wrong.
teach-answered-by-now = By now the note “{ $concept }” answers it.
teach-wording = - { $text } ({ $count }×)
teach-more-wordings = { $count ->
    [one] And one more wording.
   *[other] And { $count } more wordings.
}
teach-previous = Once asked as going on from “{ $previous }”.
teach-foot = Choose a concept, and this server gets that note as the answer at once. You can always undo it.
teach-choose = Answer with this concept…
teach-type = Type another concept
teach-type-label = Which concept answers it?
teach-type-placeholder = For example: hypervisor
teach-outside = Not in our notes
teach-later = Later
teach-undo = Undo
teach-lessons = What was taught
teach-back = Unanswered questions
teach-done = From now on “{ $phrase }” gets the note “{ $concept }”.
teach-done-outside = From now on “{ $phrase }” is said to be outside our notes.
teach-settled-before = That question has been dealt with already.

lessons-none = Nothing has been taught yet.
lessons-title = { $count ->
    [one] One thing was taught
   *[other] { $count } things were taught
}
lessons-line = { $phrases } → { $answer } ({ $name }, { $at })
lessons-outside = outside our notes
lessons-concept-gone = a note that is gone
lessons-foot = Undo one, and its questions are looked up as before and wait in the inbox again.
lessons-undo = Undo { $place }
lessons-undone = “{ $phrase }” is undone.
lessons-undone-before = “{ $phrase }” was undone before.

refusal-missed-gone = This question has been dealt with, or is no longer kept. Have another look with `/inbox`.
refusal-lesson-gone = I can't find that lesson. Have another look under “What was taught”.
refusal-no-such-concept = I found no concept called “{ $typed }”. Type a name from the notes.
refusal-too-little-to-teach = These words alone don't say what is asked, so I can't learn them. They would change other answers, too.
refusal-not-the-asker = Only who asked can use this. Ask with `/ask` yourself and you'll get a button of your own.
