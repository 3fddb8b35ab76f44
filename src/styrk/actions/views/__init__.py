"""The pages of the register of actions."""
