"""The pages of what is told: inside, and the open ones."""
