"""The pages of samleavvik."""
