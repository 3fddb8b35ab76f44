"""The pages of the register of risks, one module for each kind."""
