#!/usr/bin/env bash
# Put the keys for signing where codesign and notarytool find them, on a build machine that is thrown away afterwards.
# CERTIFICATE is the base64 of a .p12, PASSWORD its password; with NOTARY_PASSWORD (an app-specific one), NOTARY_APPLE_ID
# and NOTARY_TEAM the profile "hilum" is made for the notary.
set -euo pipefail
: "${CERTIFICATE:?}" "${PASSWORD:?}" "${RUNNER_TEMP:?}"
keychain="$RUNNER_TEMP/hilum.keychain-db"
secret=$(openssl rand -hex 16)
store="$RUNNER_TEMP/hilum.p12"
trap 'rm -f "$store"' EXIT
printf '%s' "$CERTIFICATE" | base64 --decode > "$store"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$store" -P "$PASSWORD" -f pkcs12 -k "$keychain" -T /usr/bin/codesign
# Without this codesign asks in a window, which nobody sees.
security set-key-partition-list -S apple-tool:,apple:,codesign: -s -k "$secret" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
security find-identity -v -p codesigning "$keychain"
if [ -n "${NOTARY_PASSWORD:-}" ]; then
  xcrun notarytool store-credentials hilum --apple-id "$NOTARY_APPLE_ID" --team-id "$NOTARY_TEAM" \
    --password "$NOTARY_PASSWORD" --keychain "$keychain"
  # For the steps that follow: dmg.sh.
  echo "HILUM_NOTARY_KEYCHAIN=$keychain" >> "${GITHUB_ENV:-/dev/null}"
fi
