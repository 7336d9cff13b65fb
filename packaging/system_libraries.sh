#!/bin/sh
# Looks for what the machine itself must bring: Python 3.11 to 3.13 with venv, and the libraries that Qt links to.
# On Debian and Ubuntu as root it installs what is missing; otherwise it prints the exact command and ends with 2.
# On other systems it says nothing: Qt's own message names what is missing there.
set -eu
python=${1:-python3}

if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
    echo "Navigateur needs Python 3.11, 3.12 or 3.13; '$python' is not one. Name one: make run PYTHON=python3.12" >&2
    exit 2
fi
[ -r /etc/debian_version ] || exit 0

missing=""
"$python" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
needs() {
    case "$libraries" in *"$2"*) ;; *) missing="$missing $1" ;; esac
}
needs libglib2.0-0 libglib-2.0.so.0
needs libegl1 libEGL.so.1
needs libgl1 libGL.so.1
needs libxkbcommon0 libxkbcommon.so.0
needs libdbus-1-3 libdbus-1.so.3
needs libfontconfig1 libfontconfig.so.1
needs libxcb-cursor0 libxcb-cursor.so.0
needs libxkbcommon-x11-0 libxkbcommon-x11.so.0
needs libxcb-icccm4 libxcb-icccm.so.4
needs libxcb-keysyms1 libxcb-keysyms.so.1
needs libxcb-shape0 libxcb-shape.so.0
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "Navigateur needs system packages that this machine lacks. Run this once, then the same make again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends --yes$missing" >&2
    exit 2
fi
echo "Installing system packages:$missing"
apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends --yes $missing >/dev/null
