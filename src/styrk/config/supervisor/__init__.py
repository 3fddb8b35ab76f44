"""The programs of `styrk demo` and `styrk serve` as one foreground tree.

Whoever ends the foreground process, in whatever way, ends all of them.
"""

from styrk.config.supervisor.ports import PortTakenError, free_port, is_free
from styrk.config.supervisor.programs import Program, of_styrk
from styrk.config.supervisor.tree import supervise

__all__ = ["PortTakenError", "Program", "free_port", "is_free", "of_styrk", "supervise"]
