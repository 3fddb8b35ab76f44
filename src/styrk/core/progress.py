"""How far long work has come, told to whoever waits for it."""

from collections.abc import Callable

# The code of a stage, how many of its parts are done, and of how many.
type Tell = Callable[[str, int, int], None]


def silent(_stage: str, _done: int, _of: int) -> None:
    """Told to nobody."""


class Stage:
    """A stage of so many parts. It tells that it has begun, and of each part when that is done."""

    def __init__(self, tell: Tell, code: str, of: int) -> None:
        self.tell, self.code, self.of = tell, code, of
        self.parts = 0
        tell(code, 0, of)

    def done[Part](self, part: Part) -> Part:
        """One more is done; here it is."""
        self.parts += 1
        self.tell(self.code, self.parts, self.of)
        return part
