#!/bin/sh
# Adds up the result lines of `cargo test` in a log, and prints `N passed, N failed`.
#
# usage: scripts/tally.sh LOG
set -eu

awk '/^test result:/ {
    for (i = 2; i <= NF; i++) {
        if ($i == "passed;") passed += $(i - 1)
        if ($i == "failed;") failed += $(i - 1)
    }
}
END { printf "%d passed, %d failed\n", passed, failed }' "$1"
