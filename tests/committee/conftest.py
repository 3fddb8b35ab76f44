from tests.incidents.conftest import files, report, take  # noqa: F401 - fixtures of theirs
