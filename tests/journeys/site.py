"""Styrk on a port of this machine, in threads of the test's own process: with its clock and database."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler

from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.wsgi import get_wsgi_application


class Quiet(WSGIRequestHandler):
    # What browsers keep open between pages; the server has a thread for each.
    protocol_version = "HTTP/1.0"

    def log_message(self, *_: object) -> None:
        """The tests tell what matters."""


@contextmanager
def running() -> Iterator[str]:
    """The address, for as long as the block lasts."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.set_app(get_wsgi_application())
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
