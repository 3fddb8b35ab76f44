"""Try the launcher alone: `python -m styrk.core.postgres` holds a server until Ctrl-C."""

import argparse
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event

from styrk.core.postgres import PostgresError, running


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m styrk.core.postgres", description=__doc__)
    parser.add_argument("--data", type=Path, help="mappen for databasen")
    parser.add_argument("--database", default="styrk", help="navnet på databasen")
    chosen = parser.parse_args()
    with suppress(KeyboardInterrupt), running(chosen.data, database=chosen.database) as database:
        urls = (database.app_url, database.owner_url, database.superuser_url or "")
        sys.stdout.write("\n".join([*urls, "Ctrl-C avslutter.\n"]))
        sys.stdout.flush()
        Event().wait()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except PostgresError as reason:
        sys.exit(str(reason))
