# What is kept about a person, and for how long

command-privacy = privacy
    .description = See or delete what I keep on you
command-privacy-show = show
    .description = Get everything kept on you as a file
command-privacy-delete = delete
    .description = Delete everything kept on you
command-settings-retention = retention
    .description = Choose what is kept for how long
    .kind = kind
    .kind-description = Leave it out to see what is set now
    .days = days
    .days-description = What is older is deleted, once a day
command-settings-forget = forget
    .description = Delete everything of somebody in this server, at their wish
    .member = member
    .member-description = Somebody who left the server: give their user ID
choice-retention-questions = Questions
choice-retention-quiz = Quiz and answers
choice-days-30 = 30 days
choice-days-90 = 90 days
choice-days-180 = 180 days
choice-days-365 = A year
choice-days-730 = Two years
choice-days-0 = For ever

privacy-nothing-server = Nothing is kept on you in this server.
privacy-nothing-everywhere = Nothing at all is kept on you.
privacy-kept-server =
    { $kinds ->
        [one] The file has everything kept on you in this server: one kind,
       *[other] The file has everything kept on you in this server: { $kinds } kinds,
    } { $rows ->
        [one] one row.
       *[other] { $rows } rows.
    } For other servers too, use `/privacy show` in a direct message to me.
privacy-kept-everywhere =
    { $kinds ->
        [one] The file has everything kept on you anywhere: one kind,
       *[other] The file has everything kept on you anywhere: { $kinds } kinds,
    } { $rows ->
        [one] one row.
       *[other] { $rows } rows.
    }
privacy-ask-server = This deletes what you asked, your quiz answers and reviews, your reminders and what you wrote in discussions, in this server. It can't be undone. Votes of closed discussions stay as numbers without a name. Delete it all?
privacy-ask-everywhere = This deletes everything of yours, in every server and in direct messages. It can't be undone. Votes of closed discussions stay as numbers without a name. Delete it all?
privacy-delete = Delete it all
privacy-keep = Leave it
privacy-deleted =
    { $rows ->
        [one] It is gone: one row. You are welcome back any time.
       *[other] It is all gone: { $rows } rows. You are welcome back any time.
    }
privacy-ask-of = This deletes what { $who } asked, their quiz answers and reviews, their reminders and what they wrote in discussions, in this server. It can't be undone, so do it only at their own wish. Votes of closed discussions stay as numbers without a name. Delete it all?
privacy-deleted-of =
    { $rows ->
        [0] Nothing of theirs is kept in this server.
        [one] It is gone: one row. The audit says that it was done, not whose it was.
       *[other] It is all gone: { $rows } rows. The audit says that it was done, not whose it was.
    }
privacy-unchanged = Nothing was deleted.

retention-title = What is kept for how long
retention-questions = Questions
    .use = What was asked, and what members thought of the answers
retention-quiz = Quiz and answers
    .use = Questions asked, members' answers and appeals. Reviews stay until the member deletes them
retention-days =
    { $days ->
        [one] One day
       *[other] { $days } days
    }
retention-for-ever = For ever
retention-footer = Thirty days after the bot is removed, everything of this server is deleted. Invited back before, it is all still there.
refusal-unknown-retention = That kind or time is not on the list. Please choose from it.
