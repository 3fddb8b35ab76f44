"""A person who reports and does not give up: the same report under the same key until it is taken."""

import http.client
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Thread
from urllib.parse import urlencode
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

SECRET = "b" * 32  # sent as cookie and as field, which is what Django compares
TAKEN = re.compile(r"^/mine-meldinger/([0-9a-f-]{36})/$")
SECONDS = 4.0
PAUSE = 0.15
HANGS_UP_EVERY = 5
# What a server answers when it or its database is away, and one tries again.
AWAY = {500, 502, 503, 504}


class Refused(AssertionError):
    """The server neither took the report nor said that it is away."""


@dataclass(eq=False)
class Reporter(Thread):
    """`taken` holds, by the key of each report, the report's own id as the answer gave it."""

    port: int
    session: str
    unit: str
    number: int
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(ZoneInfo("Europe/Oslo")))
    taken: dict[UUID, UUID] = field(default_factory=dict)
    tries: int = 0
    error: BaseException | None = None

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def run(self) -> None:
        try:
            for number in range(self.number):
                key = uuid4()
                self.taken[key] = self._until_taken(self._body(key, number))
        except BaseException as error:  # noqa: BLE001 - told by the test, which waits for us
            self.error = error

    def _until_taken(self, body: str) -> UUID:
        """The very same every time, as from a form that is filled in once: what is told otherwise
        under the same key is another report, and a new minute would make it so."""
        while True:
            self.tries += 1
            try:
                return self._send(body)
            except (OSError, http.client.HTTPException):
                time.sleep(PAUSE)

    def _send(self, body: str) -> UUID:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request("POST", "/meld/", body, self._headers())
            if self.tries % HANGS_UP_EVERY == 0:
                # The network, not the server: it is taken, and the answer never comes.
                time.sleep(PAUSE)
                raise ConnectionAbortedError
            answer = connection.getresponse()
            answer.read()
        finally:
            connection.close()
        if answer.status in AWAY:
            raise http.client.HTTPException(answer.status)
        found = TAKEN.match(answer.headers.get("Location", ""))
        if answer.status != 302 or not found:
            raise Refused(answer.status, answer.headers.get("Location"))
        return UUID(found[1])

    def _headers(self) -> dict[str, str]:
        return {
            "Cookie": f"styrk_session={self.session}; styrk_csrf={SECRET}",
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def _body(self, key: UUID, number: int) -> str:
        at = self.clock() - timedelta(hours=1)
        return urlencode(
            {
                "csrfmiddlewaretoken": SECRET,
                "key": str(key),
                "description": f"Melding nummer {number} om vått gulv på badet.",
                "kind": "equipment",
                "unit": self.unit,
                "happened_at": f"{at:%Y-%m-%dT%H:%M}",
                "harm_actual": "none",
                "harm_possible": "mild",
            }
        )
