# What of the system's packages is missing, and how it is installed. Sourced by script/bootstrap.

has_header() {
    local folder
    for folder in /usr/include /usr/local/include /opt/homebrew/include ${CPATH:+${CPATH//:/ }}; do
        if [ -f "$folder/$1" ]; then return 0; fi
    done
    if command -v xcrun >/dev/null; then
        [ -f "$(xcrun --show-sdk-path 2>/dev/null)/usr/include/$1" ]
    else
        return 1
    fi
}

is_there() {
    case $1 in
        rocksdb) has_header rocksdb/c.h ;;
        zlib) has_header zlib.h ;;
        python) python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null ;;
        venv) python3 -c 'import ensurepip, venv' >/dev/null 2>&1 ;;
        wrk) command -v wrk >/dev/null ;;
    esac
}

# The name of a need in Debian's and Ubuntu's archive.
debian_package() {
    case $1 in
        rocksdb) echo librocksdb-dev ;;
        zlib) echo zlib1g-dev ;;
        python) echo python3 ;;
        venv) echo python3-venv ;;
        wrk) echo wrk ;;
    esac
}

brew_formula() {
    case $1 in
        python | venv) echo python3 ;;
        *) echo "$1" ;;
    esac
}

# What a person looks for on a system whose package manager the scripts do not know.
description() {
    case $1 in
        rocksdb) echo "RocksDB 7 or newer with its C header rocksdb/c.h (Fedora: rocksdb-devel, Arch: rocksdb)" ;;
        zlib) echo "zlib with its header zlib.h (Fedora: zlib-devel, Arch: zlib)" ;;
        python) echo "Python 3.10 or newer" ;;
        venv) echo "the venv and ensurepip modules of Python 3" ;;
        wrk) echo "wrk, the HTTP load generator" ;;
    esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

may_be_root() {
    [ "$(id -u)" -eq 0 ] && return 0
    command -v sudo >/dev/null || return 1
    # Without a terminal nobody can type a password.
    [ -t 0 ] || sudo -n true 2>/dev/null
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@" </dev/null >&2
}

install_with_apt() {
    local packages=() need
    for need in "$@"; do packages+=("$(debian_package "$need")"); done
    may_be_root || fail "run this as root, then start again: apt-get install ${packages[*]}"
    say "installing ${packages[*]} with apt-get"
    if apt_install "${packages[@]}"; then return; fi
    say "the package lists may be missing or old: updating them"
    as_root apt-get update </dev/null >&2 || fail "apt-get update failed"
    apt_install "${packages[@]}" || fail "apt-get could not install ${packages[*]}"
}

install_with_brew() {
    local formulas=() need
    for need in "$@"; do formulas+=("$(brew_formula "$need")"); done
    say "installing ${formulas[*]} with brew"
    brew install "${formulas[@]}" </dev/null >&2 || fail "brew could not install ${formulas[*]}"
}

# Installs those of the given needs that are not there yet.
install_missing() {
    local missing=() need
    for need in "$@"; do
        is_there "$need" || missing+=("$need")
    done
    if [ ${#missing[@]} -eq 0 ]; then return; fi

    if command -v apt-get >/dev/null; then
        install_with_apt "${missing[@]}"
    elif command -v brew >/dev/null; then
        install_with_brew "${missing[@]}"
    else
        say "neither apt-get nor brew is here; please install:"
        for need in "${missing[@]}"; do printf '  - %s\n' "$(description "$need")" >&2; done
        exit 1
    fi
    for need in "${missing[@]}"; do
        is_there "$need" || fail "still missing after the installation: $(description "$need")"
    done
}
