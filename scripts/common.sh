# What the scripts share: where the checkout is, where builds go, how a build tree is made.
#
# Sourced, never run. Works from any folder; where the checkout cannot be written (someone else's, or a
# read-only copy) builds go to a folder of the user's own.

# shellcheck shell=bash
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
jobs=${DUCHA_JOBS:-$(nproc)}

# The folder of all builds: $DUCHA_BUILD, else build/ in the checkout, else one in the user's cache.
builds_folder() {
  local folder=${DUCHA_BUILD:-$root/build}
  if [ -z "${DUCHA_BUILD:-}" ] && ! { mkdir -p "$folder" && [ -w "$folder" ] && [ -O "$folder" ]; } 2>/dev/null; then
    folder=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/ducha
    mkdir -p "$folder" 2>/dev/null || folder=$(mktemp -d "${TMPDIR:-/tmp}/ducha.XXXXXX")
  fi
  mkdir -p "$folder"
  (cd "$folder" && pwd -P)
}
builds=$(builds_folder)

# configure FOLDER [cmake option]... : makes a build tree. One made for another place (a checkout that was
# moved or copied) is begun afresh.
configure() {
  local tree=$1
  shift
  local fresh=()
  if [ -f "$tree/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$tree/CMakeCache.txt"; then
    fresh=(--fresh)
  fi
  cmake "${fresh[@]}" -S "$root" -B "$tree" -G Ninja --log-level=WARNING "$@"
}

# build FOLDER [target]... : all targets when none is named.
build() {
  local tree=$1
  shift
  cmake --build "$tree" --parallel "$jobs" ${1:+--target "$@"}
}

# Our own C++ files, NUL between them.
own_sources() {
  find "$root/ledger" "$root/projections" "$root/tools" "$root/tests" \( -name '*.h' -o -name '*.cc' \) -print0 | sort -z
}
