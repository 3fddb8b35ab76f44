"""State tables: which act moves a record from which state to which."""

from collections.abc import Mapping

type Moves = Mapping[tuple[str, str], str]


class NotNow(Exception):
    """The act does not fit the state that the record is in now."""

    def __init__(self, state: str, act: str) -> None:
        super().__init__(f"{act} is not possible in state {state}")
        self.state = state
        self.act = act


def may(moves: Moves, state: str, act: str) -> bool:
    return (state, act) in moves


def move(moves: Moves, state: str, act: str) -> str:
    """The state after `act`; raises NotNow where the table has no such move."""
    try:
        return moves[state, act]
    except KeyError:
        raise NotNow(state, act) from None
