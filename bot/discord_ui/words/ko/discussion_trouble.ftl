# 토론에서 안 되는 일, 그리고 운영자에게 알리는 일

refusal-discussion-gone = 그 토론을 찾지 못했어요. `/토론`에서 열려 있는 토론을 볼 수 있어요.
refusal-discussion-over = 이 토론은 끝났어요. 결과가 나왔다면 채널에 고정된 글에서 볼 수 있어요.
refusal-phase-moved = 그사이 다음 단계로 넘어갔어요. `/토론`에서 지금 할 수 있는 일을 볼 수 있어요.
refusal-vote-over = 지금은 투표하는 때가 아니에요. 스레드에서 이야기를 이어 가 주세요.
refusal-vote-first = 먼저 내 입장이나 경험을 골라 주세요. 글은 그다음에 쓸 수 있어요.
refusal-still-hidden = 첫 투표가 끝날 때까지는 아무도 결과를 볼 수 없어요.
refusal-not-paused = 이 토론은 멈춰 있지 않아요.
refusal-only-people = 투표는 사람만 할 수 있어요.
refusal-in-timeout = 타임아웃 동안에는 토론에 참여할 수 없어요.
refusal-reason-gone = 그 글은 이제 없어요. 목록을 다시 열어 주세요.
refusal-own-reason = 자기 이유에는 표시하지 않아요. 다른 사람의 이유를 골라 주세요.
refusal-nothing-written = 아무것도 쓰지 않았어요. 한 줄이라도 적어 주세요.
refusal-nothing-answered = 답이 비어 있어요. 말로 쓰거나 개념을 골라 주세요.
refusal-too-long = 한 단계는 지금부터 { $days }일 안에 끝나야 해요. 더 짧게 늘려 주세요.
refusal-too-many-reasons = 글은 { $limit }개까지 쓸 수 있어요. 더 할 말은 스레드에 적어 주세요.
refusal-too-many-questions = 질문은 { $limit }개까지 할 수 있어요. 더 궁금한 것은 스레드에 적어 주세요.

notice-discussion-channel-gone = 「{ $title }」 토론의 채널이 없어졌어요. 모인 글과 표는 그대로 있어요. `/토론관리 마감`으로 끝내고 `/토론관리 내보내기`로 받아 가세요.
notice-discussion-thread-gone = 「{ $title }」 토론의 스레드가 없어졌어요. 토론은 { $channel }에서 이어져요. 따로 하실 일은 없어요.
notice-discussion-thread-shut = 「{ $title }」 토론의 스레드가 보관되거나 잠겼어요 ({ $channel }). 토론은 아직 열려 있어요. 스레드를 다시 열거나 `/토론관리 마감`으로 끝내 주세요.
notice-discussion-message-gone = 「{ $title }」 토론의 글 하나가 { $channel }에서 지워졌어요. 토론은 이어지고, 투표는 `/토론`으로 할 수 있어요. 다시 올리려면 `/토론관리 목록`을 열어 주세요.
notice-discussion-cannot-write = 「{ $title }」 토론의 글을 { $channel }에 올리지 못했어요. 도란에게 { $permissions } 권한을 준 다음, `/토론관리 목록`에서 다시 올려 주세요.
notice-discussion-rejected = 「{ $title }」 토론의 글을 { $channel }에서 받아 주지 않았어요. 스레드가 잠겨 있다면 풀고, `/토론관리 목록`에서 다시 올려 주세요.
notice-discussion-private-closed = 「{ $title }」 토론의 글을 올리지 못했어요. `/토론관리 목록`에서 다시 올려 주세요.
notice-discussion-missed = 「{ $title }」 토론의 글이 { $channel }에 너무 늦어져서 올리지 않았어요. 필요하면 `/토론관리 목록`에서 다시 올려 주세요.
notice-discussion-open-thread = 「{ $title }」 토론의 스레드를 만들지 못했어요. 토론은 { $channel }에서 바로 이어져요. 다음부터 스레드를 쓰려면 도란에게 { $permissions } 권한을 주세요.
notice-discussion-pin = 「{ $title }」 토론의 결과를 { $channel }에 고정하지 못했어요. 직접 고정하거나, 다음을 위해 도란에게 { $permissions } 권한을 주세요.
notice-discussion-archive = 「{ $title }」 토론은 끝났지만 스레드 { $channel }를 보관하지 못했어요. 직접 보관하거나, 다음을 위해 도란에게 { $permissions } 권한을 주세요.
notice-discussion-keyless = 백업에서 되살린 뒤라 익명 토론 「{ $title }」을 마감했어요. 백업에는 익명 투표의 열쇠가 들어 있지 않아서예요. 그때까지 모인 표로 결과를 올려요. 이어 가려면 새로 시작해 주세요.
