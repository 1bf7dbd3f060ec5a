#!/usr/bin/env bash
# Does the package install on a fresh Debian bookworm, and does what it brings run there? As root.   test/clean_install.sh FILE.deb [FOLDER]
# Takes the machine's own package sources and certificates, nothing else; needs debootstrap.
set -euo pipefail
package=$(realpath "$1")
room=${2:-$(mktemp -d)}
here=$(realpath "$(dirname "$0")/..")
mirror=$(grep -hoE 'https?://[^ ]+' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -v '^#' | grep -E '/debian/?$' | head -1) || true
[ -n "$mirror" ] || { echo "no Debian mirror in /etc/apt" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "install debootstrap first" >&2; exit 1; }
[ -d "$room/usr" ] || debootstrap --variant=minbase --include=ca-certificates,man-db bookworm "$room" "$mirror" >/dev/null
cp -a /etc/apt/sources.list.d /etc/apt/apt.conf.d "$room/etc/apt/"
[ -f /etc/apt/sources.list ] && cp /etc/apt/sources.list "$room/etc/apt/" || true
cp -a /etc/ssl/certs/. "$room/etc/ssl/certs/"
cp /etc/resolv.conf "$room/etc/resolv.conf"
cp "$package" "$room/root/sitrep.deb"
mkdir -p "$room/root/reports" && cp "$here"/examples/reports/reports.jsonl "$room/root/reports/"
mount --bind /proc "$room/proc" && mount --bind /dev "$room/dev"
trap 'umount "$room/proc" "$room/dev"' EXIT
inside() { chroot "$room" env -i HOME=/root LC_ALL=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
inside apt-get update -q >/dev/null
inside apt-get install -y -q --no-install-recommends /root/sitrep.deb >/dev/null
inside sitrep --version
inside bash -c 'ldd /usr/bin/sitrep | grep "not found"' && { echo "a library is missing" >&2; exit 1; }
inside bash -c 'man -w sitrep sitrep-serve sitrep-report >/dev/null; bash -n /usr/share/bash-completion/completions/sitrep'
inside bash -c 'cd /root && rm -rf desk.sitrep* && sitrep read reports && sitrep report --month 2025-10 -o october.html && sitrep verify'
inside bash -c 'cd /root && coproc DESK { exec sitrep serve --listen 127.0.0.1:0 --json; } && read -r told <&"${DESK[0]}" && kill "$DESK_PID" && echo "$told" | grep -o "\"address\":\"[^\"]*"'
inside bash -c 'dpkg --purge sitrep >/dev/null && ! command -v sitrep' && echo "installed, run and removed on $(inside cat /etc/debian_version)"
