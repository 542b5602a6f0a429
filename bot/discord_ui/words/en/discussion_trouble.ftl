# What cannot be in a discussion, and what moderators are told

refusal-discussion-gone = I can't find that discussion. `/discuss` shows the open ones.
refusal-discussion-over = This discussion is over. If there is a report, it is pinned in the channel.
refusal-phase-moved = It has moved on to the next phase meanwhile. `/discuss` shows what you can do now.
refusal-vote-over = There is no vote at the moment. Go on talking in the thread.
refusal-vote-first = Choose first. Then you can write.
refusal-still-hidden = Nobody sees the result before the first vote ends.
refusal-not-paused = This discussion isn't paused.
refusal-only-people = Only people can vote.
refusal-in-timeout = You can't take part in discussions while you are in timeout.
refusal-reason-gone = That is no longer there. Open the list again.
refusal-own-reason = Nobody marks their own reason. Choose somebody else's.
refusal-nothing-written = You didn't write anything. One line is enough.
refusal-nothing-answered = The answer is empty. Write some words, or choose a concept.
refusal-too-long = A phase has to end within { $days } days from now. Choose a shorter time.
refusal-too-many-reasons = You can write { $limit } of them. Say the rest in the thread.
refusal-too-many-questions = You can ask { $limit } questions. Ask the rest in the thread.

notice-discussion-channel-gone = The channel of the discussion "{ $title }" is gone. What was said and voted is still here: end it with `/discuss-admin close`, and take it along with `/discuss-admin export`.
notice-discussion-thread-gone = The thread of the discussion "{ $title }" is gone. It goes on in { $channel }; there is nothing you need to do.
notice-discussion-thread-shut = { $channel }, the thread of the discussion "{ $title }", was archived or locked. The discussion is still open. Open the thread again, or end it with `/discuss-admin close`.
notice-discussion-message-gone = A post of the discussion "{ $title }" was deleted in { $channel }. The discussion goes on, and people can vote with `/discuss`. To post it again, open `/discuss-admin list`.
notice-discussion-cannot-write = I can't post in { $channel } for the discussion "{ $title }". Grant Doran { $permissions }, then post it again from `/discuss-admin list`.
notice-discussion-rejected = { $channel } didn't take a post of the discussion "{ $title }". If the thread is locked, unlock it, then post it again from `/discuss-admin list`.
notice-discussion-private-closed = A post of the discussion "{ $title }" couldn't be sent. Post it again from `/discuss-admin list`.
notice-discussion-missed = A post of the discussion "{ $title }" for { $channel } came too late and wasn't sent. If you need it, post it again from `/discuss-admin list`.
notice-discussion-open-thread = I couldn't make a thread for the discussion "{ $title }", so it goes on in { $channel } itself. For threads next time, grant Doran { $permissions }.
notice-discussion-pin = I couldn't pin the result of the discussion "{ $title }" in { $channel }. Pin it yourself, or grant Doran { $permissions } for next time.
notice-discussion-archive = The discussion "{ $title }" is over, but I couldn't archive its thread { $channel }. Archive it yourself, or grant Doran { $permissions } for next time.
notice-discussion-keyless = I closed the anonymous discussion "{ $title }", since this database comes from a backup, and backups hold no keys of anonymous votes. The result counts what had been voted by then. Start a new one to go on.
