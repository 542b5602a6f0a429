# What every part says

something-went-wrong = Something went wrong on my side. Try again in a moment. If it keeps happening, give this number to whoever runs the bot: `{ $reference }`
refusal-old-button = This button no longer works. Ask again with `/ask`.
refusal-not-moderator = Only moderators can do this. Ask someone with Manage Server or the moderator role.
refusal-only-in-server = This works only in a server. Try it in a channel of your study server.
refusal-busy-storage = Saving is backed up right now. Nothing changed, so try again in a moment.
refusal-full-storage = I can't save anything right now. Nothing changed. Whoever runs the bot needs to check the disk.
refusal-changed-command = This command has changed. Reload Discord and try again.

command-help = help
    .description = What you can do right now
help-title = What you can do with Doran
help-asking = Just ask. Mention me and I answer in the channel; write me a direct message and it stays between us. Or press and hold someone's message (right-click on a computer) and choose “Apps → Find in the notes”.
help-commands = Commands
help-moderating = For moderators
