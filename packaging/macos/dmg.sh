#!/usr/bin/env bash
# Put build/dist/Hilum.app into a disk image. With HILUM_SIGN_IDENTITY the program is signed, with
# HILUM_NOTARY_PROFILE (a profile of `xcrun notarytool store-credentials`) the image is notarised too.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(python3 -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])')
app=build/dist/Hilum.app
image="build/hilum-$version-macos-$(uname -m).dmg"
test -d "$app" || { echo "hilum: $app is missing; run: python3 packaging/build.py program" >&2; exit 1; }
if [ -n "${HILUM_SIGN_IDENTITY:-}" ]; then
  codesign --force --deep --options runtime --timestamp --entitlements packaging/macos/entitlements.plist \
    --sign "$HILUM_SIGN_IDENTITY" "$app"
  codesign --verify --deep --strict "$app"
fi
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
rm -f "$image"
hdiutil create -volname "Hilum $version" -srcfolder "$staging" -fs HFS+ -format UDZO "$image"
if [ -n "${HILUM_SIGN_IDENTITY:-}" ]; then
  codesign --force --timestamp --sign "$HILUM_SIGN_IDENTITY" "$image"
fi
if [ -n "${HILUM_NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$HILUM_NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
fi
echo "hilum: $image"
