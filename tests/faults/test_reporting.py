"""The one who reports in the tests of faults sends the same again, also when the minute turns."""

from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import count
from threading import Thread
from uuid import uuid4

from tests.faults.reporting import Reporter


def test_a_report_sent_again_in_another_minute_is_the_same_report():
    bodies = []

    class Away(BaseHTTPRequestHandler):
        def do_POST(self):
            bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(503 if len(bodies) == 1 else 302)
            self.send_header("Location", f"/mine-meldinger/{uuid4()}/")
            self.end_headers()

        def log_message(self, *_said):
            pass

    with HTTPServer(("127.0.0.1", 0), Away) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        minutes = count()
        told = Reporter(
            server.server_port,
            session="s",
            unit="u",
            number=1,
            clock=lambda: datetime(2026, 7, 7, tzinfo=UTC) + timedelta(minutes=next(minutes)),
        )
        told.run()
        server.shutdown()

    assert told.error is None
    assert [len(bodies), len(set(bodies))] == [2, 1]
