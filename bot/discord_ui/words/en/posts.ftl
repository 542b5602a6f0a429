# What Doran posts by itself: announcements, and notices to moderators

command-settings-announce = announce
    .description = Have Doran post announcements
command-settings-announce-now = now
    .description = Post an announcement now
    .channel = channel
    .channel-description = The channel to post in
    .silent = silent
    .silent-description = Post without a notification sound (default: yes)
command-settings-announce-at = at
    .description = Post once at a time you choose
    .when = when
    .when-description = For example: tomorrow 8pm, 12-24 19:30
    .channel = channel
    .channel-description = The channel to post in
    .silent = silent
    .silent-description = Post without a notification sound (default: yes)
command-settings-announce-weekly = weekly
    .description = Post every week (or day) at the same time
    .day = day
    .day-description = The day of the week
    .time = time
    .time-description = For example: 20:00, 8:30 pm
    .channel = channel
    .channel-description = The channel to post in
    .silent = silent
    .silent-description = Post without a notification sound (default: yes)
command-settings-announce-list = list
    .description = See the announcements that are waiting
command-settings-announce-cancel = cancel
    .description = Cancel an announcement that is waiting
    .announcement = announcement
    .announcement-description = The one to cancel

choice-mon = Monday
choice-tue = Tuesday
choice-wed = Wednesday
choice-thu = Thursday
choice-fri = Friday
choice-sat = Saturday
choice-sun = Sunday
choice-daily = Every day

announce-title = Write an announcement
announce-text = Announcement
    .placeholder = Posted as you write it. Mentions notify nobody.
announce-sending = I'm posting it in { $channel } now.
announce-kept = I'll post it in { $channel }: { $at }.
announce-skipped-hour = Daylight saving skips that time on that day, so it goes out at the first moment after.
announce-repeats = After that: { $rule }.
announce-weekly = every { $days } at { $time }
announce-daily = every day at { $time }
announce-list = Waiting announcements
announce-none = No announcements are waiting. Make one with `/settings announce at`.
announce-paused = { $channel } · Paused. Mend the channel or its permissions, then start it again.
announce-cancel = Cancel { $number }
announce-resume = Start { $number } again
announce-cancelled = Cancelled: { $text }

refusal-unclear-time = I couldn't read { $typed } as a time. Write it like `tomorrow 8pm` or `12-24 19:30`.
refusal-past-time = That time is over already ({ $at }). Choose one that is still to come.
refusal-empty-announcement = The announcement is empty. Write at least a line.
refusal-too-many-announcements = There are { $limit } announcements waiting already. Cancel one first.
refusal-announcement-gone = That announcement isn't waiting any more. `/settings announce list` shows those that are.
refusal-member-cannot-write = You can't write in { $channel } yourself, so I can't do it for you. Choose a channel you can write in.
refusal-bot-cannot-write = I can't write in { $channel }. In the channel's settings, under Permissions, grant Doran { $permissions }, then try again.

permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-send-messages-in-threads = Send Messages in Threads
permission-embed-links = Embed Links
permission-attach-files = Attach Files
permission-read-message-history = Read Message History
permission-create-public-threads = Create Public Threads
permission-pin-messages = Pin Messages
permission-manage-threads = Manage Threads

notice-uncertain = My connection broke while I was posting in { $channel }. I can't see whether it arrived, so I didn't post it again. Please have a look. If you grant Doran { $permissions }, I can check for myself next time.
notice-announcement-missed =
    { $count ->
        [1] An announcement's time passed while I was away. It was meant for { $at }: { $text }
       *[other] I missed the same announcement { $count } times while I was away, last at { $at }: { $text }
    }
notice-announcement-channel-gone = An announcement is paused, since its channel is gone: { $text } Cancel it in `/settings announce list`, and make a new one for another channel.
notice-announcement-cannot-write = An announcement is paused, since I can't write in { $channel }: { $text } Grant Doran { $permissions }, then start it again in `/settings announce list`.
notice-announcement-rejected = An announcement is paused, since Discord wouldn't take it: { $text } Make a new one with other words.
