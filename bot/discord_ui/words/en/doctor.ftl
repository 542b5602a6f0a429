# python -m bot doctor: what operators read at a terminal

doctor-settings-fine = Settings: all of them could be read.
doctor-settings-faulty = Settings: { $fault }
doctor-token-fine = Token: it has the right shape. The application's id is { $application }.
doctor-token-missing = Token: DISCORD_TOKEN is empty. Copy .env.example to .env and paste the bot's token.
doctor-token-shape = Token: DISCORD_TOKEN does not look like a bot token. Get it again with Reset Token on the developer portal's page Bot.
doctor-discord-fine = Discord: it lets { $name } in, which is in { $guilds } { $guilds ->
    [one] server
   *[other] servers
}.
doctor-discord-refused = Discord: it refuses the token. Press Reset Token on the developer portal's page Bot, and paste the new one into .env.
doctor-discord-unreached = Discord: not reached, so whether the token works could not be checked ({ $fault }). Look at the internet connection and try again.
doctor-discord-no-token = Discord: could not be checked without a token.
doctor-discord-offline = Discord: not checked, because of --offline.
doctor-discord-endpoint = Discord: an Interactions Endpoint URL is set, so commands never reach the bot. Empty it on the developer portal's page General Information.
doctor-discord-code-grant = Discord: Requires OAuth2 Code Grant is on, so the invitation fails. Turn it off on the developer portal's page Bot.
doctor-intents = Intents: none of the privileged ones is used. There is nothing to turn on.
doctor-invite = Invitation: { $link }
doctor-invite-unknown = Invitation: with a token, its link stands here.
doctor-database-fine = Database: { $place }, revision { $revision }, can be written.
doctor-database-new = Database: there is none yet. The first start makes it at { $place }.
doctor-database-behind = Database: { $place }, revision { $revision }. The next start brings it to { $newest }.
doctor-database-faulty = Database: { $fault }
doctor-database-busy = Database: another program is writing to it, so that could not be tried. If the bot is running, all is well.
doctor-disk-fine = Disk: { $free } MB are free.
doctor-disk-short = Disk: only { $free } MB are free. Keep { $needed } MB free: nothing can be saved on a full disk.
doctor-backup-fine = Backup: the latest is { $file }.
doctor-backup-none = Backup: none yet. While it runs, the bot makes one a day in { $folder }.
doctor-backup-old = Backup: the latest is { $days } days old. Look for 'no backup' in the bot's log, and make one now with python -m bot db backup.
doctor-backup-off = Backup: BACKUP_DAYS is 0, so the bot makes none by itself.
doctor-backup-elsewhere = Backup: copy PostgreSQL with pg_dump, as docs/operating.md shows.
doctor-content-fine = Notes: { $concepts } concepts in { $folder }.
doctor-content-faulty = Notes: { $faults } { $faults ->
    [one] fault
   *[other] faults
} in { $folder }. See them with python -m bot content check.
doctor-zones-fine = Time zones: Asia/Seoul is known.
doctor-zones-missing = Time zones: their data is missing. Install tzdata again with make run.
doctor-font-fine = Font: figures can have Korean letters.
doctor-font-missing = Font: the Korean font cannot be opened ({ $fault }). Install it again with make run.
doctor-model-fine = Model: answers are found by meaning too.
doctor-model-off = Model: none is used (ANSWERS_MODEL=off). Answers are found by the notes' words.
doctor-model-missing = Model: it cannot be used ({ $fault }). Install it again with make run, or write ANSWERS_MODEL=off into .env.
doctor-memory-fine = Memory: { $free } MB can be used. The bot takes about { $needed } MB.
doctor-memory-short = Memory: only { $free } MB can be used, and the bot takes about { $needed } MB. See the 512 MB profile in docs/operating.md.
doctor-memory-unknown = Memory: how much is free could not be read on this machine.
doctor-all-fine = All is well.
doctor-something-to-do = { $count } { $count ->
    [one] thing
   *[other] things
} to mend (✗).
