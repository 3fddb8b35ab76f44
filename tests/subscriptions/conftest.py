from tests.classification.conftest import case, coded, scheme  # noqa: F401 - fixtures of theirs
from tests.incidents.conftest import files, report, take  # noqa: F401 - fixtures of theirs
