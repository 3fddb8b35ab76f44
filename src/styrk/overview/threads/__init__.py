"""The golden thread of any record: where it came from, and what came of it."""
