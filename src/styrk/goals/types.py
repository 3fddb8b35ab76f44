"""Codes shared inside the app."""

ANSWER = "goal.answer"
DAYS_TO_ANSWER = 14
