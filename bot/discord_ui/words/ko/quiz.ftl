# 단답 채점: 왜 맞고 왜 틀렸는지 ($name: 찾아낸 정답, 다른 이름, 또는 헷갈리기 쉬운 것)

marked-exact = 정답과 똑같아요.
marked-same-spelling = 적는 방법만 조금 다를 뿐 정답('{ $name }')과 같은 말이에요.
marked-alias = '{ $name }'도 맞는 말이에요.
marked-same-number = 쓰는 방법만 다르고 정답('{ $name }')과 같은 값이에요.
marked-same-sound = '{ $name }'의 소리를 다른 글자로 적은 것이라서 맞아요.
marked-typo = 오타가 조금 있지만 '{ $name }'인 줄 알아봤어요.
marked-other-keyboard = 한/영이 바뀐 채로 쳤네요. '{ $name }'인 줄 알아봤어요.
marked-in-sentence = 문장 속에 정답('{ $name }')이 있어서 맞아요.

marked-empty = 답이 비어 있어요.
marked-no-words = 글자가 없어서 답을 알아볼 수 없어요.
marked-too-long = 답이 너무 길어요. 낱말 하나나 짧은 구절로 적어 주세요.
marked-dont-know = 모른다고 적어 주셨어요. 해설을 보고 나면 다음엔 떠오를 거예요.
marked-copied = 문제에 있는 말을 그대로 옮긴 것이라서 답으로 볼 수 없어요.
marked-negated = '아니다'라는 말이라서, 무엇이 답인지는 말하지 않았어요.
marked-several = 답을 여러 개 적으면 어느 쪽인지 알 수 없어요. 하나만 골라 주세요.
marked-contrast = 비슷해 보여도 뜻이 다른 말('{ $name }')이라서 정답으로 볼 수 없어요.
marked-other-number = 숫자나 단위가 정답과 달라요.
marked-part = 정답의 한 부분만 적었어요. 이것만으로는 다른 것을 가리킬 수도 있어요.
marked-more = '{ $name }'에 다른 말이 붙어서 뜻이 달라졌어요.
marked-close = 정답과 글자는 비슷하지만, 다른 낱말이 될 수 있어서 인정하지 않았어요.
marked-other = 찾던 답과는 다른 말이에요.
