# Questions and answers

command-ask = ask
    .description = Find the answer in the notes
    .question = question
    .question-description = Ask the way you would ask a friend
command-find-in-notes = Find in the notes

answer-more = More ({ $page }/{ $pages })
answer-more-of-note = From the note
answer-share = Share
answer-ask-on = Ask on
answer-shared = { $name } found this.
answer-korean-only = (This note is in Korean only.)
answer-section-korean = From the note, in Korean
source-note = Source: { $note }
source-links = What the note draws on
compare-title = { $left } ↔ { $right }
compare-no-line = The notes don't compare these two directly, so here they are side by side.
prompt-found = The notes leave this one for us to talk about. They hold no single right answer.
prompt-stances = Where people stand
gap = That's not in the notes yet. I've put it down as a candidate for the next one.
gap-reference = One of the pages the note links to names it in its title: { $title }
gap-near = Here is what the notes have nearby.
ask-on-label = What else would you like to know?
ask-on-placeholder = For example: and what is it good for?
judged-good = Glad it helped. Thank you.
judged-bad = Thanks for telling me. It will help find a better answer. Asking another way may work, too.
mention-empty = Yes? Write your question along with my name and I'll look in the notes. For example: “What is a hypervisor?”
reload-done = I read the notes again: { $concepts } concepts, { $items } quiz items, { $prompts } discussion prompts.
reload-broken = { $count ->
    [one] There is one fault, so the old notes stay in use.
   *[other] There are { $count } faults, so the old notes stay in use.
}
refusal-question-gone = I can't find the question this answer belongs to any more. Ask again with `/ask`.
refusal-concept-gone = That concept is no longer in the notes. Look it up again with `/ask`.
refusal-prompt-gone = That discussion prompt is no longer in the notes. Look again with `/ask`.
refusal-nothing-asked = The question is empty. Write what you'd like to know.
