#!/usr/bin/env bash
# setup/package/build.sh BUILD OUT: packs the built program as a Debian package: gazetteer, manual pages, completions, licences with it.
# The models and the pages of the desk are inside the program. The same build gives the same bytes (SOURCE_DATE_EPOCH: the last commit; without git the change log's day).
set -euo pipefail
build=$(realpath "$1") out=$(realpath -m "$2")
cd "$(dirname "$0")/../.."
version=$("$build/bin/sitrep" --version | cut -d' ' -f2)
architecture=$(dpkg --print-architecture)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
root=$stage/sitrep
umask 022
share=$root/usr/share

install -D -m 755 "$build/bin/sitrep" "$root/usr/bin/sitrep"
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/usr/bin/sitrep"
install -D -m 644 "$build/gazetteer.blob" "$share/sitrep/gazetteer.blob"

mkdir -p "$share/man/man1"
"$build/bin/sitrep" man --out "$share/man/man1" >/dev/null
gzip -9n "$share/man/man1"/*.1
mkdir -p "$share/bash-completion/completions" "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d"
"$build/bin/sitrep" completions bash > "$share/bash-completion/completions/sitrep"
"$build/bin/sitrep" completions zsh > "$share/zsh/vendor-completions/_sitrep"
"$build/bin/sitrep" completions fish > "$share/fish/vendor_completions.d/sitrep.fish"

install -D -m 644 setup/package/copyright "$share/doc/sitrep/copyright"
printf 'sitrep (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- Sitrep maintainers <maintainers@sitrep.invalid>  %s\n' \
    "$version" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$share/doc/sitrep/changelog.gz"
gzip -9nc CHANGELOG.md > "$share/doc/sitrep/CHANGELOG.md.gz"

# What the program links against, as packages with their versions.
mkdir -p "$stage/debian" "$root/DEBIAN"
printf 'Source: sitrep\nMaintainer: none\n\nPackage: sitrep\nArchitecture: any\n' > "$stage/debian/control"
depends=$(cd "$stage" && dpkg-shlibdeps -O -e"$root/usr/bin/sitrep" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
cat > "$root/DEBIAN/control" <<END
Package: sitrep
Version: $version
Architecture: $architecture
Maintainer: Sitrep maintainers <maintainers@sitrep.invalid>
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: $depends
Recommends: poppler-utils
Suggests: chromium, fonts-noto-core
Section: science
Priority: optional
Description: sourced record of incidents and monthly situation report
 Sitrep reads reports of violence in English and Arabic, finds what happened,
 where, to whom and who says so, joins the reports of one event into one
 incident, and writes a situation report from them. Everything stays on this
 machine: one program, one library file, no network needed.
END
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$out"
file=$out/sitrep_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$root" "$file" >/dev/null
echo "$file"
