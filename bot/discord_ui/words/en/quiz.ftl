# Marking a short answer: why it is right or wrong ($name: the key, alias or look-alike found)

marked-exact = That is exactly the answer.
marked-same-spelling = Only written a little differently: it is the same as “{ $name }”.
marked-alias = “{ $name }” is right, too.
marked-same-number = The same amount as “{ $name }”, only written another way.
marked-same-sound = It is “{ $name }”, spelled by its sound.
marked-typo = A small slip, but I could read “{ $name }”.
marked-other-keyboard = Your keyboard was in the other language; I read “{ $name }”.
marked-in-sentence = Your sentence names “{ $name }”, and that is right.

marked-empty = The answer is empty.
marked-no-words = There are no letters or digits in it to read.
marked-too-long = That is too long. Answer in a word or a short phrase.
marked-dont-know = You said you don't know. The explanation below may help next time.
marked-copied = Those are the question's own words, not an answer to it.
marked-negated = It says what the answer is not, so what it is stays open.
marked-several = With several answers I can't tell which one you mean. Pick one.
marked-contrast = “{ $name }” looks close but means something else.
marked-other-number = The number or its unit is another one.
marked-part = That is only a part of the answer, and could mean something else.
marked-more = More words are attached to “{ $name }”, and change what it means.
marked-close = The letters come close, but they could spell another word.
marked-other = That is not what the question is after.
