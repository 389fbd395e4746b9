#!/usr/bin/env bash
# Put build/dist/Hilum.app into a disk image. With HILUM_SIGN_IDENTITY, which signed the program when it was built, the
# image is signed too; with HILUM_NOTARY_PROFILE (a profile of `xcrun notarytool store-credentials`, in the
# keychain HILUM_NOTARY_KEYCHAIN or the default one) it is notarised.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(python3 -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])')
app=build/dist/Hilum.app
image="build/hilum-$version-macos-$(uname -m).dmg"
test -d "$app" || { echo "hilum: $app is missing; run: python3 packaging/build.py program" >&2; exit 1; }
# Also unsigned programs have a signature, ad hoc; Macs with Apple's processors start nothing without.
codesign --verify --deep --strict "$app"
if [ -n "${HILUM_SIGN_IDENTITY:-}" ]; then
  signature=$(codesign --display --verbose=2 "$app" 2>&1)
  [[ $signature == *"Authority=Developer ID"* ]] \
    || { echo "hilum: $app is not signed; build it with HILUM_SIGN_IDENTITY" >&2; exit 1; }
fi
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
# ditto keeps links and signatures; cp -R may not.
ditto "$app" "$staging/Hilum.app"
ln -s /Applications "$staging/Applications"
rm -f "$image"
hdiutil create -volname "Hilum $version" -srcfolder "$staging" -fs HFS+ -format UDZO "$image"
if [ -n "${HILUM_SIGN_IDENTITY:-}" ]; then
  codesign --force --timestamp --sign "$HILUM_SIGN_IDENTITY" "$image"
fi
if [ -n "${HILUM_NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$HILUM_NOTARY_PROFILE" \
    ${HILUM_NOTARY_KEYCHAIN:+--keychain "$HILUM_NOTARY_KEYCHAIN"} --wait --timeout 1h
  # Fails where the notary refused: then there is no ticket.
  xcrun stapler staple "$image"
fi
echo "hilum: $image"
