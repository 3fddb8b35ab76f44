"""The codes of what waits for somebody because of a report, and how long one has."""

WRITE = "review.write"
WORDS = "review.words"
ANSWER = "review.answer"

DAYS_TO_ANSWER = 5
