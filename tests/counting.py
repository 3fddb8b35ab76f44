"""What a page asks the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# Said to the database to begin and end, not to ask.
CONTROL = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


def asked(client: Client, address: str, **headers: str) -> list[str]:
    """The questions of a second visit: the first fills what is kept between requests."""
    client.get(address, **headers)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address, **headers)
    assert answer.status_code == 200, answer.status_code
    return [q["sql"] for q in captured if not q["sql"].startswith(CONTROL)]


def shortened(questions: list[str]) -> str:
    """To be read where there are too many."""
    return "\n".join(one[:300] for one in questions)
