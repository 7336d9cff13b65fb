#!/bin/sh
# The life of the Linux installers in a clean root: install, self-test, a PDF, a window that opens and closes, upgrade, an
# older version refused, removal, nothing left but the user's own files. Prints what it does, and keeps that in
# build/lifecycle.txt; ends at the first thing that is not as it should be.
# Usage: lifecycle.sh VERSION FOLDER HIGHER-VERSION FOLDER. Needs root, debootstrap and the machine's own package index.
set -eu
skip() { echo "skipped: the life of the installers ($1)"; exit 0; }
[ "$(id -u)" -eq 0 ] || skip "it needs root"
deb=$2/navigateur_$1_amd64.deb run=$2/navigateur-$1-linux-x86_64.run rpm=$2/navigateur-$1-1.x86_64.rpm
deb2=$4/navigateur_$3_amd64.deb run2=$4/navigateur-$3-linux-x86_64.run rpm2=$4/navigateur-$3-1.x86_64.rpm
[ -f "$deb" ] && [ -f "$deb2" ] || skip "there is no .deb; run: make dist"
command -v debootstrap >/dev/null || skip "debootstrap is absent; sudo apt-get install --no-install-recommends debootstrap"
if [ "${IN_OWN_MOUNTS:-}" != yes ]; then
    unshare --mount true 2>/dev/null || skip "this machine gives no mount namespace"
    IN_OWN_MOUNTS=yes exec unshare --mount sh "$0" "$@"
fi
here=$(cd "$(dirname "$0")" && pwd)
if [ "${TOLD:-}" != yes ]; then
    mkdir -p build
    { code=0; TOLD=yes sh "$0" "$@" 2>&1 || code=$?; echo $code >build/lifecycle.code; } | tee build/lifecycle.txt
    exit "$(cat build/lifecycle.code)"
fi

root=$(mktemp -d /tmp/navigateur-root-XXXXXX)
chmod 755 "$root"
display="" app=""
leave() {
    [ -z "$app" ] || kill "$app" 2>/dev/null || true
    [ -z "$display" ] || kill "$display" 2>/dev/null || true
    umount -l "$root/proc" "$root/dev" "$root/tmp/.X11-unix" 2>/dev/null || true
    rm -rf --one-file-system "$root"
}
trap leave EXIT
step() { echo "--- $*"; }
die() { echo "FAILED: $*" >&2; exit 1; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
doctor() {
    chroot --userspec=doctor:doctor "$root" env -i HOME=/home/doctor PATH=/usr/bin:/bin LANG=C.UTF-8 DISPLAY="${shown:-}" "$@"
}
shown=""

step "a clean root"
# CLEAN_ROOT=FILE.tar keeps it for the next time.
if [ -f "${CLEAN_ROOT:-}" ]; then
    tar -xf "$CLEAN_ROOT" -C "$root"
else
    # Where this machine's own packages come from: address and suite of its main archive.
    archive=$(apt-get indextargets --format '$(SITE) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
        awk '$3 == "main" && $2 !~ /-/ { print $2, $1; exit }')
    # shellcheck disable=SC2086
    debootstrap --variant=minbase ${archive%% *} "$root" ${archive#* } >"$root.log" 2>&1 || {
        tail -5 "$root.log"
        rm -f "$root.log"
        skip "debootstrap failed"
    }
    rm -f "$root.log"
    [ -z "${CLEAN_ROOT:-}" ] || tar -cf "$CLEAN_ROOT" -C "$root" .
fi
cp -RL /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
inside useradd --create-home doctor
cp "$deb" "$root/first.deb"; cp "$deb2" "$root/second.deb"
inside apt-get update -qq

step "install $(basename "$deb")"
inside apt-get install -qq --yes --no-install-recommends /first.deb >/dev/null 2>&1 || die "it does not install"
inside dpkg-query --show navigateur
inside sh -c 'dpkg -L navigateur | grep -v _internal | while read -r f; do [ -d "$f" ] || echo "$f"; done'

step "self-test, with no display, as a user"
doctor navigator self-test --lang en || die "the self-test"
doctor navigator export /home/doctor/handbook.pdf --lang en || die "the PDF"
[ "$(head -c 5 "$root/home/doctor/handbook.pdf")" = "%PDF-" ] || die "no PDF"

settings="$root/home/doctor/.config/navigator/settings.json"
window() {  # open the window of $1 on a display of its own and close it as its user would
    if ! command -v Xvfb >/dev/null || ! command -v xdotool >/dev/null; then
        echo "skipped: the window (sudo apt-get install --no-install-recommends xvfb xdotool)"
        return
    fi
    if [ -z "$display" ]; then
        mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
        mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
        Xvfb :97 -screen 0 1280x800x24 -ac -nolisten tcp >/dev/null 2>&1 &
        display=$!
        sleep 2
    fi
    shown=:97
    doctor "$1" &
    app=$!
    found=$(DISPLAY=:97 timeout 60 xdotool search --sync --onlyvisible --name '^Navigateur|Navigateur$' | head -1) || die "no window"
    sleep 3
    [ -z "${PICTURES:-}" ] || ! command -v import >/dev/null || DISPLAY=:97 import -window root "$PICTURES/installed.png"
    [ "${2:-}" != refuse ] || refused
    DISPLAY=:97 python3 "$here/close_window.py" "$found"
    wait "$app" || die "the window did not close well: $?"
    app="" shown=""
    echo "the window opened, was closed and ended with 0"
}
window navigator
mkdir -p "$(dirname "$settings")"
[ -e "$settings" ] || echo '{}' >"$settings"
echo "a leaflet" >"$root/home/doctor/leaflet.pdf"
before=$(cat "$settings")

step "upgrade to $(basename "$deb2")"
inside apt-get install -qq --yes --no-install-recommends /second.deb >/dev/null 2>&1 || die "it does not upgrade"
inside dpkg-query --show navigateur
doctor navigator self-test --lang fr | tail -1
[ "$before" = "$(cat "$settings")" ] || die "the upgrade touched the settings"

step "an older .deb over it: the package manager says no"
if inside apt-get install -qq --yes --no-install-recommends /first.deb >/dev/null 2>&1; then die "it went back"; fi
inside dpkg-query --show navigateur | grep -q "$3" || die "the version is not $3 any more"

step "remove"
inside apt-get purge -qq --yes navigateur >/dev/null 2>&1 || die "it does not leave"
left=$(cd "$root" && find etc usr opt home root var/lib -ipath '*navigat*' ! -path '*/apt/*')
for file in $left; do
    case "$file" in
        home/doctor/.config/navigator*) echo "left to its user: $file" ;;
        *) die "$file is left" ;;
    esac
done
[ -s "$root/home/doctor/leaflet.pdf" ] || die "the user's file is gone"

if [ -f "$run" ]; then
    step "$(basename "$run"), for one user"
    inside apt-get install -qq --yes --no-install-recommends xz-utils >/dev/null 2>&1
    cp "$run" "$root/home/doctor/setup.run"
    doctor sh /home/doctor/setup.run || die "the .run"
    doctor /home/doctor/.local/bin/navigator self-test --lang en | tail -1
    refused() {
        if doctor sh /home/doctor/.local/lib/navigateur/install.sh --uninstall; then die "it left while open"; fi
        echo "refused while the window is open"
    }
    window /home/doctor/.local/bin/navigator refuse
    cp "$run2" "$root/home/doctor/higher.run"
    doctor sh /home/doctor/higher.run -- --quiet || die "the upgrade"
    doctor cat /home/doctor/.local/lib/navigateur/VERSION
    code=0; doctor sh /home/doctor/setup.run || code=$?
    [ "$code" -eq 4 ] || die "an older version over a newer one ended with $code, not with 4"
    doctor grep -qx "$3" /home/doctor/.local/lib/navigateur/VERSION || die "the refusal changed something"
    doctor sh /home/doctor/setup.run -- --force --quiet || die "the older version on demand"
    doctor grep -qx "$1" /home/doctor/.local/lib/navigateur/VERSION || die "--force did not install the older version"
    doctor sh /home/doctor/.local/lib/navigateur/install.sh --uninstall
    [ ! -e "$root/home/doctor/.local" ] || die "$(find "$root/home/doctor/.local") is left"
    [ -s "$settings" ] || die "the settings are gone"
fi

if [ -f "$rpm" ] && command -v rpm >/dev/null; then
    step "$(basename "$rpm"), without a look at its needs: this root knows no rpm"
    told() { rpm --root "$root" --nodeps "$@" 2>&1 | grep -v -e 'use Alien' -e 'what you are doing'; rpm --root "$root" -q navigateur; }
    told --install "$rpm" | grep -x "navigateur-$1-1.x86_64" || die "the .rpm"
    doctor navigator self-test --lang en | tail -1
    told --upgrade "$rpm2" | grep -x "navigateur-$3-1.x86_64" || die "the upgrade"
    told --upgrade "$rpm" | grep "newer than" || die "an older .rpm went over a newer one"
    rpm --root "$root" --erase navigateur
    [ ! -e "$root/usr/lib/navigateur" ] || die "the .rpm left files"
fi
echo "the life of the installers: as it should be"
