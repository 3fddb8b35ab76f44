"""The pages of the revisjonsplan."""
