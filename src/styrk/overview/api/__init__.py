"""The program interface as a whole: its operations, their description, and who may use them."""
