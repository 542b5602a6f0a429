# Setting up, and checking

command-settings-setup = setup
    .description = Get Doran ready, one choice at a time
command-settings-check = check
    .description = See which permissions are missing in the channels I use

setup-hello = Hi, I'm Doran. I answer from your study notes: try `/ask`. If you run this server, set the language and quiz time with the button below. I post nothing before you press “Begin”.
setup-open = Set up
setup-title = Setup
setup-footer = Step { $number } of { $count } · Close it whenever you like and go on with /settings setup
setup-now = Now: { $value }
setup-none = None
setup-back = Back
setup-keep = Keep and go on
setup-type = Type it
setup-language = Language
    .why = Which language should everything that everyone reads be in? Each member can choose their own with `/language`.
    .choose = Choose a language
setup-zone = Time zone
    .why = Quiz and announcement times, and when a day begins, go by this clock.
    .choose = Likely time zones
    .placeholder = For example Asia/Seoul
setup-quiz-channel = Quiz channel
    .why = One question a day is posted here. It comes from the notes and makes no sound for anybody.
    .choose = Choose a channel
    .none = No quiz
setup-quiz-time = Quiz time
    .why = One question is posted at this time every day. You can change days and number later with `/quiz-admin schedule edit`.
    .choose = Likely times
    .placeholder = For example 20:30, 8:30 pm
setup-notice-channel = Notice channel
    .why = Moderators are told here, once, when a permission is missing or something couldn't be posted. A channel only they see is best. Without one I write to whoever set the thing up.
    .choose = Choose a channel
    .none = Direct messages instead
setup-moderator-role = Moderator role
    .why = Anyone with Manage Server is always a moderator. If another role moderates too, choose it.
    .choose = Choose a role
    .none = No role
setup-review = This is the plan
setup-will = When you press “Begin”
setup-will-quiz = I save the settings above, and quietly post one question in { $channel } every day at { $time }.
setup-will-not-quiz = I save the settings above, and post nothing by myself.
setup-farewell = If you remove me from the server, everything of it is deleted 30 days later. Invite me back before that and it is all still here.
setup-no-time = No quiz time is chosen, so there will be no quiz.
setup-begin = Begin
setup-begun = All set.
setup-begun-quiz = From the next { $time } on I post one question a day in { $channel }.
setup-begun-next = See the settings any time with `/settings show`; if you are unsure of permissions, try `/settings check`. Bring your own notes with `/note add`.
refusal-setup-over = This setup has begun already. Open `/settings setup` again to change something.
refusal-setup-changed = An answer has changed since. Open `/settings setup`, read how it stands, and begin there.

settings-quizzes = Quiz schedules
    .value =
        { $count ->
            [0] None · `/quiz-admin schedule add`
           *[other] { $count } ({ $paused } paused) · `/quiz-admin schedule list`
        }
settings-announcements = Announcements
    .value =
        { $count ->
            [0] None · `/settings announce`
           *[other] { $count } waiting · `/settings announce list`
        }
settings-discussions = Discussions
    .value = { $count } open · unless told otherwise, { $first } hours to vote, { $argument } to argue, { $second } to vote again · `/discuss-admin`
settings-sessions = Sessions
    .value =
        { $count ->
            [0] None planned · `/session plan`
           *[other] { $count } planned · `/session plans`
        }
settings-retention = Kept for
    .value = { $kinds } · `/settings retention`

check-nothing = I don't use any channel by myself right now. Make a quiz schedule or an announcement, then check again.
check-all-fine = All is well
check-trouble = Something needs mending
check-fine = Channels that are fine
check-gone = The channel is gone, or hidden from me. Choose another one for this.
check-grant = In the channel's settings, under Permissions, grant Doran { $permissions }.
check-use-quiz = quiz
check-use-announcement = announcements
check-use-notice = notices
check-use-discussion = discussion
check-use-session = session
check-use-plan = planned session
check-without-view-channel = I can't see the channel, so I can't post anything
check-without-send-messages = I can't post
check-without-send-messages-in-threads = I can't go on in the thread
check-without-embed-links = questions and results come out empty
check-without-attach-files = I can't attach the result's picture
check-without-read-message-history = after a broken connection I can't see whether a post arrived
check-without-create-public-threads = I can't open a thread, so everything stays in the channel
check-without-pin-messages = I can't pin results and minutes
