"""The count of changes that sight is cached by, and the lock that makes changes happen one at a time."""

from django.db import connection

COUNT = """
    UPDATE organisation_revision
    SET number = nextval(pg_get_serial_sequence('organisation_revision', 'id'))
"""

LOCK = "SELECT 1 FROM organisation_revision FOR UPDATE"


def wait_for_others() -> None:
    """Until this transaction ends nobody else changes the organisation."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK)


def changing() -> None:
    """Begin a change of the organisation: wait for others to end theirs, and count it.

    The number comes from the table's sequence, which a rolled back transaction does not give back:
    what was derived from a change that never happened is never found under a later number.
    """
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
