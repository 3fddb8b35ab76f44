"""Tests reach nothing but this machine."""

import ipaddress
import socket
from typing import Any


class OutsideNetworkError(AssertionError):
    """A test reached for another machine."""


def block() -> None:
    """From now on a socket of this process connects to this machine only."""
    if getattr(socket.socket.connect, "guarded", False):
        return
    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))


def _guarded(reach: Any) -> Any:
    def guarded(self: socket.socket, *arguments: Any) -> Any:
        address = arguments[-1]
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _here(address):
            raise OutsideNetworkError(
                f"A test reached for {address}. Tests use this machine only: start what is needed "
                "here, or take the call away."
            )
        return reach(self, *arguments)

    guarded.guarded = True  # type: ignore[attr-defined]
    return guarded


def _here(address: Any) -> bool:
    host = str(address[0])
    if host in {"localhost", ""}:
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False
