#!/usr/bin/env bash
# The whole gate: formatting, lints, tests. Every step runs, even after another failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=()
# A clean checkout must build with the lock file as it is.
locked=${CI:+--locked}

step() {
    local name=$1
    shift
    printf '== %s: %s\n' "$name" "$*"
    "$@" </dev/null 2>&1 | tee -a "$log" || failed+=("$name")
}

step formatting cargo fmt --all -- --check
step lints cargo clippy $locked --workspace --all-targets -- -D warnings
step tests cargo test $locked --workspace --no-fail-fast

printf '== closing\n'
grep -E '^test .* \.\.\. FAILED$' "$log" || true
for name in "${failed[@]}"; do
    printf '%s failed\n' "$name"
done
scripts/tally.sh "$log"
[ ${#failed[@]} -eq 0 ]
