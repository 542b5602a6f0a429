# Figures, results and exports of discussions

discussion-people = { $n }
discussion-share = { $n } · { $percent }%
discussion-figure-voted =
    { $n ->
        [one] 1 person voted
       *[other] { $n } people voted
    }
discussion-figure-shared =
    { $n ->
        [one] 1 person shared their experience
       *[other] { $n } people shared their experience
    }
discussion-figure-several = More than one could be chosen, so it can add up to more than { $n }.
discussion-figure-bars-alt = Bar chart “{ $title }”: { $headline }. { $numbers }.
discussion-shift-moved =
    { $moved ->
        [0] Nobody changed their mind (n = { $n })
       *[other] { $moved } of { $n } changed their mind
    }
discussion-shift-moved-merged =
    { $moved ->
        [0] None of the { $n } in sight changed their mind
       *[other] { $moved } of the { $n } in sight changed their mind
    }
discussion-shift-unseen = Both votes, side by side
discussion-shift-before = First: { $n }
discussion-shift-after = Then: { $n }
discussion-shift-once = Faded ends are people who voted only once (first only: { $first }, then only: { $second }).
discussion-shift-hidden = Faded ends are moves of fewer than 3 people, and people who voted only once, kept together so that nobody can be guessed.
discussion-shift-all-hidden = Who moved where is not shown: with so few people one could guess who it was.
discussion-shift-stance = { $label }: { $before } → { $after }
discussion-shift-numbered = ({ $place }) { $label } { $before } → { $after }
discussion-shift-flow = { $source } → { $target }: { $n }
discussion-shift-places = { $n } from ({ $source }) to ({ $target })
discussion-shift-stayed = Stayed: { $n }
discussion-shift-alt = How stances shifted, “{ $title }”: { $headline }. On the left { $before }, on the right { $after }. { $numbers }. { $note }

discussion-report-title = Result · { $title }
discussion-report-title-shared = Experiences · { $title }
discussion-report-counted =
    { $members ->
        [one] 1 person
       *[other] { $members } people
    } · { $told }
discussion-report-nobody = It ended without a vote.
discussion-report-first-only = Nobody voted again, so there is only the first vote.
discussion-report-first = First vote (n = { $n })
discussion-report-stances = Where people stand (n = { $n })
discussion-report-both = Both votes (first n = { $first }, then n = { $second })
discussion-report-moves = Who moved (n = { $n })
discussion-report-agreed = Agreed on across stances
discussion-report-divisive = Most divisive
discussion-report-questions = Questions still open
discussion-report-cited = Concepts that came up
discussion-report-counted-value = { $value } ({ $n })
discussion-report-cited-value = { $title } (×{ $n })
discussion-report-marks = { $agree } agree · { $differ } differ
discussion-report-more = …and { $n } more

minutes-heading = What we learned
minutes-question = Question: { $question }
minutes-counted =
    { $members ->
        [one] 1 person took part
       *[other] { $members } people took part
    }, { $told }.
minutes-when = The discussion began on { $day }.
minutes-anonymous = It was anonymous, so there are no names.
minutes-votes = { $title } – The votes
minutes-shift = { $title } – Who moved
minutes-once = Voted only once: first only { $first }, then only { $second }.
minutes-merged = Moves of fewer than 3 people are left out, so that nobody can be guessed.
minutes-reasons = { $title } – Reasons by stance
minutes-experiences = { $title } – What people told
minutes-agreed = { $title } – Agreed on across stances
minutes-divisive = { $title } – Most divisive
minutes-cited = { $title } – Concepts that came up
minutes-fields = { $title } – { $label }
minutes-stance = { $label } ({ $n })
minutes-no-stance = The rest
minutes-signed = { $text } — { $name }
minutes-marked = { $text } ({ $agree } agree, { $differ } differ)
minutes-closing = What we want to talk about
