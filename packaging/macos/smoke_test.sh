#!/usr/bin/env bash
# Copy the program out of its disk image, as a person does, ask it for what it can do, and open its window for a while.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
mounted=""
window=""
tidy_up() {
  if [ -n "$window" ]; then kill "$window" 2>/dev/null || true; fi
  if [ -n "$mounted" ]; then hdiutil detach -quiet "$mounted" || true; fi
  rm -rf "$work"
}
trap tidy_up EXIT
hdiutil attach -quiet -nobrowse -readonly -mountpoint "$work/image" build/hilum-*-macos-*.dmg
mounted="$work/image"
ditto "$work/image/Hilum.app" "$work/Hilum.app"
plutil -lint "$work/Hilum.app/Contents/Info.plist"
codesign --verify --deep --strict "$work/Hilum.app"
programs="$work/Hilum.app/Contents/MacOS"
"$programs/hilum" doctor
"$programs/hilum" classify build/sample/*.dcm --csv "$work/answers.csv" --report "$work/report.pdf"
test -s "$work/answers.csv" && test -s "$work/report.pdf"
"$programs/hilum-window" build/sample/*.dcm &
window=$!
sleep 30
kill -0 "$window" || { echo "hilum: the window did not stay open" >&2; exit 1; }
kill -TERM "$window"
wait "$window" || true
window=""
echo "hilum: passed"
