"""The kinds of the quiz's posts, by which the ledger tells them apart."""

KIND = "quiz"
ROUND_KIND = "quiz-round"
# Posts that show an asked item, whose number is their subject.
KINDS = (KIND, ROUND_KIND)
# The table at a round's end; its subject is the round's number.
ROUND_TABLE_KIND = "quiz-round-table"
