#!/bin/sh
# Prints the first Python on this machine that runs and is at least 3.12.
# Under pyenv a name on PATH may be a shim that does not run, so each one is tried.
set -u
try() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && printf '%s\n' "$1" && exit 0
}
for name in python3.13 python3.12 python3.14 python3 python; do
    command -v "$name" >/dev/null 2>&1 && try "$name"
done
for path in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python /usr/local/bin/python3.1[2-9] /opt/homebrew/bin/python3.1[2-9]; do
    [ -x "$path" ] && try "$path"
done
exit 1
