#!/usr/bin/env bash
# Does a fresh Debian bookworm with nothing but make and git run `make demo` and `make test`? As root; prints the times.
# Takes the machine's own package sources, certificates and npm settings, nothing else.   test/clean_machine.sh [FOLDER]
set -euo pipefail
room=${1:-$(mktemp -d)}
mirror=$(grep -hoE 'https?://[^ ]+' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -v '^#' | grep -E '/debian/?$' | head -1) || true
[ -n "$mirror" ] || { echo "no Debian mirror in /etc/apt" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "install debootstrap first" >&2; exit 1; }
debootstrap --variant=minbase --include=make,git,ca-certificates bookworm "$room" "$mirror" >/dev/null
cp -a /etc/apt/sources.list.d /etc/apt/apt.conf.d "$room/etc/apt/"
cp -a /etc/ssl/certs/. "$room/etc/ssl/certs/"
[ -f /etc/apt/sources.list ] && cp /etc/apt/sources.list "$room/etc/apt/" || true
for settings in /root/.npmrc /usr/etc/npmrc; do
    [ -f "$settings" ] && mkdir -p "$room$(dirname "$settings")" && sed '/nodedir/d' "$settings" > "$room$settings"
done
cp /etc/resolv.conf "$room/etc/resolv.conf"
mount --bind /proc "$room/proc" && mount --bind /dev "$room/dev"
trap 'umount "$room/proc" "$room/dev"' EXIT
git clone -q "$(git rev-parse --show-toplevel)" "$room/root/sitrep"
for target in demo test; do
    begin=$(date +%s)
    chroot "$room" env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
        make -C /root/sitrep "$target" > "$room/$target.log" 2>&1 && result=done || result=FAILED
    echo "make $target: $result in $(( $(date +%s) - begin )) s (log: $room/$target.log)"
    tail -3 "$room/$target.log"
done
