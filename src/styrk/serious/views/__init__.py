"""The pages of serious events and statutory notices."""
