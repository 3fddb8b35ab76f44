"""Reads Lovdata's open data (NLOD 2.0) and says what changed. Knows nothing of Django or of Styrk.

- `reading.read(data, name)`: one file, in either of two forms, as a `shape.Law`, or why not.
- `standing.status_on(provision, day)`: whether the words in the file are the law on that day.
- `merging.merged(law, acts, day)`: the law with new words from the acts that change it.
- `changes.changes(old, new)`: what changed, word by word; `mapping.mapping(old, new)`: what became
  of each provision.

All sentences are in bokmål, in `notices`, with a stable code and named places.
"""
