"""The pages of requirements."""
