"""Several files as one, with the checksum of each: the same to the byte whenever it is made."""

import io
import zipfile
from collections.abc import Mapping
from hashlib import sha256

SUMS = "SHA256SUMS"
# A file of a bundle says no time of its own.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def checksum(data: bytes) -> str:
    return sha256(data).hexdigest()


def bundled(files: Mapping[str, bytes]) -> bytes:
    """A zip of the files, and of SHA256SUMS with a line for each."""
    sums = "".join(f"{checksum(data)}  {name}\n" for name, data in sorted(files.items()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, data in sorted({SUMS: sums.encode(), **files}.items()):
            whole.writestr(zipfile.ZipInfo(name, NO_TIME), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()
