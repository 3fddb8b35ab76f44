"""Photos of a report that is not sent yet: kept with its form while something in it is put right.

The form holds a signed word for each, which opens it for the one who added it, for a day. What is
never sent is swept.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from styrk.core import ids
from styrk.incidents.photos import Photo, load
from styrk.organisation.models import Person

SALT = "styrk.incidents.kept_photos"
FOLDER = "waiting"
AGE = timedelta(days=1)


class Kept(NamedTuple):
    """A photo that is kept, and the word that opens it."""

    word: str
    photo: Photo


class Lost(ValueError):
    """A photo that was kept is no more, or was never this person's."""


def keep(photo: Photo, person: Person) -> Kept:
    name = f"{FOLDER}/{ids.new_uuid().hex}.{photo.suffix}"
    stored = default_storage.save(name, ContentFile(photo.content))
    facts = [str(person.uuid), stored, photo.name, photo.content_type, photo.suffix]
    return Kept(signing.dumps(facts, salt=SALT, compress=True), photo)


def opened(words: Iterable[str], person: Person) -> list[Kept]:
    """The photos behind the words. Raises Lost."""
    return [Kept(word, _photo(word, person)) for word in words]


def _photo(word: str, person: Person) -> Photo:
    try:
        owner, stored, name, content_type, suffix = signing.loads(word, salt=SALT, max_age=AGE)
        if owner != str(person.uuid):
            raise Lost
        return Photo(name, load(stored), content_type, suffix)
    except (signing.BadSignature, FileNotFoundError) as gone:
        raise Lost from gone


def sweep(before: datetime) -> int:
    """Delete the photos kept since before then; gives how many."""
    try:
        _folders, names = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return 0
    old = [
        path
        for path in (f"{FOLDER}/{name}" for name in names)
        if default_storage.get_modified_time(path) < before
    ]
    for path in old:
        default_storage.delete(path)
    return len(old)
