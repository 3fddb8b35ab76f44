"""What was told, and what surveys show, read in from files."""
