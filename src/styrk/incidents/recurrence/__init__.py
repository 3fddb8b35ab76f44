"""What is like what among reports, which groups recur, and whether they rise.

Pure: no Django, no database, no clock. Nothing is imported here, so that who needs one part pays for
that part alone. README.md tells what each file holds and how the figures were chosen.
"""
