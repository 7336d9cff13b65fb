#!/bin/sh
# Installs Navigateur for the user who runs it, without root: ./install.sh [--prefix DIR] [--uninstall] [--force] [--quiet]
# Writes below the prefix (~/.local) and nowhere else; what the user saved and the settings stay.
# Ends with 5 while the app is open, with 4 over a newer version (--force installs it all the same), with 2 when called wrong.
set -eu
prefix="${HOME:?}/.local"
wish=install
quiet="" force=""
while [ $# -gt 0 ]; do
    case "$1" in
        --prefix) prefix=$2; shift ;;
        --uninstall) wish=uninstall ;;
        --force) force=yes ;;
        --quiet) quiet=yes ;;
        *) echo "usage: install.sh [--prefix DIR] [--uninstall] [--force] [--quiet]" >&2; exit 2 ;;
    esac
    shift
done
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in fr*) french=yes ;; *) french="" ;; esac
say() { [ -n "$quiet" ] || if [ -n "$french" ]; then echo "$1"; else echo "$2"; fi; }

here=$(cd "$(dirname "$0")" && pwd)
folder="$prefix/lib/navigateur"
icons="$prefix/share/icons/hicolor"
remove() {
    rm -rf "$folder"
    rm -f "$prefix/bin/navigator" "$prefix/share/applications/navigator.desktop" \
        "$prefix/share/man/man1/navigator.1" "$icons"/*/apps/navigator.png "$icons/scalable/apps/navigator.svg"
}
# shellcheck disable=SC2010 # what each process runs: a link has its target only in the words of ls, or one readlink each
if ls -l /proc/[0-9]*/exe 2>/dev/null | grep -qF -- "-> $folder/navigator"; then
    say "Navigateur est ouvert : fermez-le, puis recommencez." "Navigateur is open: close it, then try again." >&2
    exit 5
fi
if [ "$wish" = uninstall ]; then
    remove
    for empty in "$icons"/*/apps "$icons"/* "$icons" "$prefix/share/icons" "$prefix/share/man/man1" "$prefix/share/man" \
        "$prefix/share/applications" "$prefix/share" "$prefix/bin" "$prefix/lib" "$prefix"; do
        rmdir "$empty" 2>/dev/null || true
    done
    say "Navigateur est retiré." "Navigateur was removed."
    exit 0
fi

# Versions are numbers between points; a copy that says no version is older than any.
newer() {
    printf '%s\n%s\n' "$1" "$2" | awk -F. '
        { for (n = 1; n <= NF; n++) part[NR, n] = $n + 0; if (NF > most) most = NF }
        END { for (n = 1; n <= most; n++) if (part[1, n] != part[2, n]) exit !(part[1, n] > part[2, n]); exit 1 }'
}
version=$(cat "$here/navigateur/VERSION")
there=$(cat "$folder/VERSION" 2>/dev/null || echo 0)
if [ -z "$force" ] && newer "$there" "$version"; then
    say "La version $there, plus récente que la $version, est installée. Rien n’a été modifié. Pour l’ancienne : --force." \
        "Version $there, newer than $version, is installed. Nothing was changed. For the older one: --force." >&2
    exit 4
fi

mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share/applications" "$prefix/share/man/man1"
rm -rf "$folder.new"
cp -R "$here/navigateur" "$folder.new"
cp "$here/install.sh" "$folder.new/install.sh"
remove
mv "$folder.new" "$folder"
ln -s ../lib/navigateur/navigator "$prefix/bin/navigator"
sed "s|^Exec=.*|Exec=\"$folder/navigator\"|" "$here/navigator.desktop" > "$prefix/share/applications/navigator.desktop"
cp "$here/navigator.1" "$prefix/share/man/man1/"
(cd "$here/icons" && find . -type f) | while read -r icon; do
    mkdir -p "$icons/$(dirname "$icon")"
    cp "$here/icons/$icon" "$icons/$icon"
done

lacking=$(find "$folder" -name '*.so*' -path '*platforms*' -exec env LD_LIBRARY_PATH="$folder/_internal/PySide6/Qt/lib" ldd {} + |
    awk '/not found/ { print $1 }' | sort -u | tr '\n' ' ')
if [ -n "$lacking" ]; then
    say "Il manque à ce système : $lacking" "This system lacks: $lacking" >&2
    say "Sur Debian et Ubuntu : sudo apt-get install libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libegl1" \
        "On Debian and Ubuntu: sudo apt-get install libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libegl1" >&2
fi
say "Installé dans $folder. Pour retirer : $folder/install.sh --uninstall --prefix $prefix" \
    "Installed in $folder. To remove: $folder/install.sh --uninstall --prefix $prefix"
