"""Files as they come: from a disk or from a page, never more of them in memory than we would read."""

from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from styrk.core.files import SourceFile
from styrk.requirements.imports.report import Line
from styrk.requirements.libraries.limits import MAX_BYTES, MEGABYTE


def opened(paths: Sequence[Path]) -> tuple[list[SourceFile], list[Line]]:
    """The files that can be read, and why the others cannot."""
    files, refused = [], []
    for path in paths:
        try:
            size = path.stat().st_size
            if size > MAX_BYTES:
                refused.append(Line(path.name, "", too_big()))
            else:
                files.append(SourceFile(path.name, path.read_bytes()))
        except OSError as error:
            text = _("Fila kan ikke åpnes: %(why)s.") % {"why": error.strerror}
            refused.append(Line(str(path), "", text))
    return files, refused


def too_big() -> str:
    return _("Fila er større enn %(limit)s MB.") % {"limit": MAX_BYTES // MEGABYTE}
