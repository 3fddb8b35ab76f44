"""Is the port free, and if not, which is?"""

import errno
import socket

TRIED = 50


class PortTakenError(RuntimeError):
    """None of the ports tried is free."""


def is_free(host: str, port: int) -> bool:
    """Can we listen there? A port that we may not use (below 1024) is not free to us."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # As the server does: a port that a moment ago served another is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as reason:
            if reason.errno in {errno.EADDRINUSE, errno.EACCES}:
                return False
            raise
        return True


def free_port(host: str, after: int) -> int:
    """The first free port above `after`."""
    for port in range(after + 1, min(after + 1 + TRIED, 65536)):
        if is_free(host, port):
            return port
    raise PortTakenError(f"Ingen ledig port mellom {after} og {after + TRIED}.")
