"""The pages of the yearly report to kommunestyret."""
