"""Reading what was told: the guarded register, the one who told, and what is counted."""
