"""Public identifiers that come out the same for the same seed."""

from random import Random


def uuid7(at: float, random: Random) -> str:
    """A UUID of version 7 for the moment `at` (seconds since 1970), its random part drawn."""
    drawn = random.getrandbits(74)
    text = f"{int(at * 1000):012x}7{drawn >> 62:03x}{0x8 | (drawn >> 60) & 3:x}{drawn & (1 << 60) - 1:015x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
