# What the scripts share: where the repository is, how they speak, and how they stop. Sourced, never run.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
script_name=$(basename "$0")
caller_folder=$PWD
cd "$root"

# Scripts speak on standard error, so that what a program prints stays alone on standard output.
say() {
    printf '%s: %s\n' "$script_name" "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

# Prints the comment at the top of a script, which is its help text.
print_help() {
    awk 'NR > 2 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$root/script/$script_name"
}

build_release() {
    if [ ! -x .build/release/apus ]; then
        say "building apus; the first build takes some 15 minutes on two cores, later ones only what changed"
    fi
    swift build -c release --product apus >&2
}
