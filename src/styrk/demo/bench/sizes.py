"""Which databases are compared, and when one that is kept must be built anew."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from styrk.core.clock import OSLO
from styrk.demo import region
from styrk.demo.world_files import FOLDER

PACKAGE = Path(region.__file__).resolve().parents[2]
# The day it is in the databases, so that what is late in them does not change from day to day.
MOMENT = datetime(2026, 11, 16, 10, 0, tzinfo=OSLO)


@dataclass(frozen=True)
class Size:
    """A database: the same organisation whatever its number of incidents."""

    incidents: int
    trusts: int = region.TRUSTS
    people: int = region.PEOPLE

    @property
    def database(self) -> str:
        return f"styrk_bench_{self.trusts}_{self.incidents}"


SIZES = {
    "full": (Size(10_000), Size(1_000_000)),
    "quick": (Size(2_000, trusts=3, people=10_000), Size(20_000, trusts=3, people=10_000)),
}


def key(size: Size) -> str:
    """Changes when a migration, what builds the region, or its words do."""
    seen = hashlib.sha256(f"{size} {MOMENT} {region.VERSION}".encode())
    migrations = PACKAGE.glob("*/migrations/*.py")
    builder = Path(region.__file__).parent.glob("*.py")
    for path in sorted(
        [*migrations, *builder, *FOLDER.rglob("*.toml"), PACKAGE / "core" / "rls.py"]
    ):
        seen.update(f"{path.relative_to(PACKAGE)}\n".encode() + path.read_bytes())
    return seen.hexdigest()[:16]
