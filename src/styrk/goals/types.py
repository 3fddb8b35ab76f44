"""Codes shared inside the app."""

ANSWER = "goal.answer"
