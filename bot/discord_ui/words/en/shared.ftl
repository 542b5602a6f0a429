# What every part says

something-went-wrong = Something went wrong on my side. Try again in a moment. If it keeps happening, give this number to whoever runs the bot: `{ $reference }`
refusal-old-button = This button no longer works. `/help` lists what you can do now.
refusal-not-moderator = Only moderators can do this. Ask someone with Manage Server or the moderator role.
refusal-only-in-server = This works only in a server. Try it in a channel of your study server.
refusal-busy-storage = Saving is backed up right now. Nothing changed, so try again in a moment.
refusal-full-storage = I can't save anything right now. Nothing changed. Whoever runs the bot needs to check the disk.
refusal-changed-command = This command has changed. Reload Discord and try again.
refusal-too-fast =
    { $seconds ->
        [1] A little slower, please. That was too much at once, so I didn't do this one. Try again in a second.
       *[other] A little slower, please. That was too much at once, so I didn't do this one. Try again in { $seconds } seconds.
    }

command-help = help
    .description = What you can do right now
help-title = What you can do with Doran
help-asking = Just ask. Mention me and I answer in the channel; write me a direct message and it stays between us. Or press and hold someone's message (right-click on a computer) and choose “Apps → Find in the notes”.
help-commands = Commands
help-moderating = For moderators
help-now = Right now
help-now-quiz =
    { $count ->
        [1] - Today's question is waiting for your answer: `/quiz`
       *[other] - { $count } questions of today are waiting for your answer: `/quiz`
    }
help-now-review =
    { $count ->
        [1] - One question is due for review: `/review`
       *[other] - { $count } questions are due for review: `/review`
    }
help-now-discussion =
    { $count ->
        [1] - A discussion is open: `/discuss`
       *[other] - { $count } discussions are open: `/discuss`
    }
help-now-inbox =
    { $count ->
        [1] - One thing waits for moderators: `/inbox`
       *[other] - { $count } things wait for moderators: `/inbox`
    }
help-now-session =
    { $count ->
        [1] - A study session is on in this server.
       *[other] - { $count } study sessions are on in this server.
    }
