"""What a document is called as a file, and what kind of file it is."""

import re

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
LONGEST = 120


def named(name: str, form: str) -> str:
    """A plain name: letters, digits, dots and hyphens."""
    plain = re.sub(r"[^A-Za-z0-9.]+", "-", name).strip("-.")[:LONGEST]
    return f"{plain}.{form}"
