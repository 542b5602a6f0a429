# Notes that a server brings itself: uploading, drafts, drafted questions

command-note = note
    .description = Add notes, look at them, take them down
command-note-add = add
    .description = Add a Markdown note; what I understood is shown to you alone first
    .file = file
    .file-description = A Markdown file (.md), up to 300 KB
command-note-list = list
    .description = See this server's notes
command-note-show = show
    .description = See one note
    .note = note
    .note-description = The note to see
command-note-replace = replace
    .description = Replace a note; unchanged concepts keep their questions and statistics
    .note = note
    .note-description = The note to replace
    .file = file
    .file-description = The new Markdown file
command-note-withdraw = withdraw
    .description = Take a note down
    .note = note
    .note-description = The note to take down
command-note-export = export
    .description = Get a note as files for content/
    .note = note
    .note-description = The note to export
command-add-as-a-note = Add as a note

note-draft-title = “{ $title }”, a preview
note-draft-head = I read { $concepts } concepts and { $prompts } things to talk about. Only moderators see this so far. Mend what you like, then publish.
note-difference = { $same } unchanged · { $changed } changed · { $new } new · { $gone } gone
note-draft-prompts = To talk about
note-draft-remarks = Lines to look at
note-draft-foot = Page { $page } of { $pages } · for this server only
note-no-remarks = There is no line to look at.
note-remark = - line { $line }: { $words }
note-remark-not-utf8 = not UTF-8; read as CP949
note-remark-front-matter = the settings at the top became no concept
note-remark-table = Discord shows tables as plain letters
note-remark-html = HTML is shown letter by letter: { $text }
note-remark-no-place = became neither concept nor discussion: { $text }
note-remark-no-short-answer = has no short answer; choose it and write one: { $text }
note-remark-name-taken = the name was taken, so the title changed a little: { $text }
note-remark-image-remote = images on the web are not taken: { $text }
note-remark-image-copied = images are not taken: { $text }
note-remark-image-missing = image files cannot come along: { $text }
note-remark-image-outside = image files cannot come along: { $text }
note-remark-image-not-png = images are not taken: { $text }
note-remark-image-inside = the image inside the note is not taken: { $text }
note-line = (line { $line })
note-sections =
    { $count ->
        [one] { " " }· { $count } section
       *[other] { " " }· { $count } sections
    }
note-no-short = ⚠ no short answer yet
note-and-more = … and { $count } more
note-before = Back
note-after = On
note-back = Return
note-pick = Choose a concept to mend
note-pick-talk = Choose a discussion to mend
note-pick-note = Choose a note to see
note-title = Rename the note
note-title-label = Title
note-remarks =
    { $count ->
        [one] { $count } line to look at
       *[other] { $count } lines to look at
    }
note-publish = Publish
note-discard = Throw away
note-changed = Changed. It is not published yet.
note-dropped = Left out.
note-merged = Now one. No text was lost.
note-published = “{ $title }” is published. In this server I can now answer from its { $concepts } concepts.
note-published-items =
    { $items ->
        [one] I drafted { $items } question from it. Nobody is asked it before a moderator accepts.
       *[other] I drafted { $items } questions from it. Nobody is asked any before a moderator accepts.
    }
note-published-already = “{ $title }” is published already.
note-look-at-items = Look at the questions
note-discarded = The draft of “{ $title }” is gone. Add the file again to start over.
note-name = Names and short answer
note-name-ko = Title
note-name-en = English title
note-name-aliases = Other names
    .placeholder = With commas between them; may be empty
note-name-short = Short answer
note-body = Sections
note-body-label = Sections
    .placeholder = Text below “## heading” lines
note-merge = Merge into another
note-merge-ask = Which concept should “{ $title }” become a part of? Its title becomes another name, its text moves below.
note-merge-pick = The concept to merge into
note-drop = Leave out
note-aliases = Other names
note-contrasts = Lines that tell it apart
note-talk = Mend the discussion
note-question = Question
note-background = Background
note-stances = Stances
note-stances-label = Stances (2 to 5)
    .placeholder = One a line

note-none = This server has no notes of its own yet. Add a Markdown file with `/note add`.
note-none-published = No note is published.
note-list =
    { $count ->
        [one] { $count } note of this server
       *[other] { $count } notes of this server
    }
note-about = { $concepts } concepts · { $prompts } to talk about · { $name }, { $at }
note-open-drafts = Drafts that are not published yet
note-open-draft = { $place }. { $title }
note-go-on = Go on with draft { $place }
note-foot = { $items } quiz questions · page { $page } of { $pages }
note-export = Export
note-withdraw = Take down
note-withdraw-ask = Take “{ $title }” down? I'll answer no more from it, and ask no question of it. Past answers and statistics stay.
note-withdraw-yes = Take it down
note-withdrawn = “{ $title }” is taken down.
note-exported = Here is “{ $title }”. Unzip it into `content/`, then run `python -m bot content check`.

inbox-section-note-items = Questions drafted from notes
note-item-title = Drafted question { $place } of { $total }
note-item-of = Note “{ $note }”
note-item-aside = This question rests, since its concept's text changed. See whether it still holds.
note-item-foot = Accepted, it can come up in this server's quiz. Before that nobody is asked it.
note-item-stem = Question
note-item-choices = Choices
note-item-choices-label = Choices
    .placeholder = One a line: “* right”, “- wrong | why it is wrong”
note-item-truth = Right answer
note-item-truth-label = Right answer (O or X)
note-item-true = O · true
note-item-false = X · false
note-item-reason = For who chose the other side
note-item-key = Right answer
note-item-also = Right as well
note-item-contrast = Close, but wrong
note-item-explanation = Explanation
note-item-sentence = The note's sentence
note-item-edit = Edit the question
note-item-decline = Don't use it
note-item-accepted = Accepted. It can come up in the quiz now.
note-item-declined = It won't be used.
note-item-already-accepted = This question was accepted already.
note-item-already-declined = This question was turned down already.
note-items-done = You have looked at every question drafted from notes.

refusal-note-too-large = The file is over { $limit } KB. Split the note, and add its parts.
refusal-note-not-text = That file can't be read as text. Save your Markdown as UTF-8, and add it again.
refusal-note-empty = There is no text in it. Choose a Markdown file with some.
refusal-note-unreadable = I couldn't make concepts of this note. Give it headings (`##`) and try again. Nothing was saved.
refusal-not-fetched = Discord didn't hand me the file. Please add it again in a moment.
refusal-too-many-concepts = I read { $count } concepts in it; a note may have { $limit }. Split it, and add the parts.
refusal-shelf-full = This server's shelf is full ({ $limit } notes, { $concepts } concepts). Make room with `/note withdraw`, then try again.
refusal-too-many-drafts = There are { $limit } unpublished drafts already. Publish some or throw them away in `/note list`.
refusal-note-already-there = The very same file is published as “{ $title }”. If you changed the note, use `/note replace`.
refusal-nothing-changed = That is the file which is published now. There is nothing to change.
refusal-note-gone = That note isn't here, or was taken down. `/note list` shows what there is.
refusal-note-draft-gone = That draft isn't here. `/note list` shows the open ones.
refusal-note-draft-closed = This draft was published or thrown away already. `/note list` shows what there is.
refusal-note-part-gone = That part has left the draft. Go back and choose again.
refusal-note-part-unfit = I can't take it like this. See whether something is empty, too long, or stands without a heading (`##`). There must be 2 to 5 stances.
refusal-last-concept = The last concept can't be left out. To publish nothing, throw the draft away.
refusal-own-item-gone = That question or its concept isn't here any more. `/inbox` shows what there is.
refusal-own-item-unfit = That makes no question yet. See whether something is empty or too long, whether there is a right answer, and whether right and wrong overlap.
