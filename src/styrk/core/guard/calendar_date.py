"""Is this a day that has been or may come?"""

from datetime import date


def is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1850 <= year < 2100


def is_compact_date(digits: str) -> bool:
    """ddmmyyyy or yyyymmdd."""
    return is_date(int(digits[4:]), int(digits[2:4]), int(digits[:2])) or is_date(
        int(digits[:4]), int(digits[4:6]), int(digits[6:])
    )
