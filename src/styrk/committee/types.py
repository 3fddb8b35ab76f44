"""Codes shared inside the app."""

# What waits for those who sit in the committee.
TREAT = "committee.treat"
DAYS_TO_TREAT = 60
# What waits for the leader who is given advice.
ANSWER = "committee.answer"
DAYS_TO_ANSWER = 30
# Of the kind of an action that is decided because of advice.
ORIGIN = "committee"
# A serious event that was reported longer ago is not laid before a committee that is new.
LATELY_DAYS = 30
# Why a grant was given.
REASON = "Kvalitets- og pasientsikkerhetsutvalget, spesialisthelsetjenesteloven § 3-4"
