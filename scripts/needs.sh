#!/bin/sh
# Installs the system packages that a chore needs: only those that are missing, and only where
# apt-get is there and we are root or sudo asks no password. Otherwise it says what to install.
#
# usage: scripts/needs.sh build [test]
set -eu

say() { printf 'needs: %s\n' "$*"; }

# Links a program of one line, so that a compiler without the C library's headers is noticed.
can_compile() {
    command -v cc >/dev/null 2>&1 &&
        printf '#include <stdlib.h>\nint main(void) { return EXIT_SUCCESS; }\n' |
        cc -x c -o /dev/null - >/dev/null 2>&1
}

# Installs packages, or fails where that is not possible.
install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        return 1
    fi
    say "installing $* with apt-get"
    $as_root apt-get -qq update </dev/null &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq -y install --no-install-recommends "$@" </dev/null >/dev/null
}

need_build() {
    if ! command -v cargo >/dev/null 2>&1; then
        say "cargo is missing. Install Rust from https://rustup.rs and open a new shell."
        exit 1
    fi
    can_compile && return
    if ! install gcc libc6-dev || ! can_compile; then
        say "a C compiler is missing (for SQLite and zstd). Install gcc and libc6-dev, as root:"
        say "  apt-get install gcc libc6-dev"
        exit 1
    fi
}

has_jsonschema() {
    command -v python3 >/dev/null 2>&1 &&
        python3 -c 'from jsonschema import Draft202012Validator' >/dev/null 2>&1
}

need_test() {
    command -v xmllint >/dev/null 2>&1 || install libxml2-utils ||
        say "xmllint is missing (package libxml2-utils): tests that compare with it will skip"
    has_jsonschema || install python3-jsonschema ||
        say "jsonschema is missing (package python3-jsonschema): tests that compare with it will skip"
}

for chore in "$@"; do
    case $chore in
        build) need_build ;;
        test) need_test ;;
        *) say "usage: scripts/needs.sh build [test]"; exit 2 ;;
    esac
done
