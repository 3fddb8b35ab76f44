"""The pages of signals and rules."""
