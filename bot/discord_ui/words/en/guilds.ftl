# A server's settings, and languages

command-settings = settings
    .description = See and change this server's settings
command-settings-show = show
    .description = See the settings as they are
command-settings-language = language
    .description = Choose the language of what everyone reads
    .language = language
    .language-description = The server's language
command-settings-zone = zone
    .description = Choose where this server's clock is
    .zone = zone
    .zone-description = For example Asia/Seoul
command-settings-moderator-role = moderator-role
    .description = Let a role moderate, beside Manage Server
    .role = role
    .role-description = Leave empty to go by Manage Server only
command-settings-notice-channel = notice-channel
    .description = Choose the channel for what moderators should know
    .channel = channel
    .channel-description = Leave empty to be told in direct messages
command-language = language
    .description = Choose the language you're answered in
    .language = language
    .language-description = The language of answers to you
choice-auto = Automatic (as the server has it)

language-ko = 한국어
language-en = English
language-chosen = I'll answer you in English from now on. What everyone sees stays in the server's language.
language-forgotten = I'll answer you in the server's language from now on.

settings-title = Server settings
settings-saved = Saved.
settings-language = Language
    .use = For everything that everyone reads
settings-zone = Time zone
    .use = Days begin and set times come by this clock
settings-moderator-role = Moderator role
    .unset = None
    .use = Anyone with Manage Server is always a moderator
settings-notice-channel = Notice channel
    .unset = None (told in direct messages)
    .use = What moderators should know is written here, once
settings-footer = If someone can't see moderator commands, open them to a role in Server Settings → Integrations → Doran.
refusal-unknown-zone = I couldn't find a time zone called { $zone }. Pick one from the list, or write it like Asia/Seoul.
