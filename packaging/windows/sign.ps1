# Sign files with the certificate in CERTIFICATE (base64 of a .pfx) and its PASSWORD; Windows' own signtool does it.
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]]$Files)
$ErrorActionPreference = "Stop"
$store = Join-Path $env:RUNNER_TEMP "hilum.pfx"
try {
  [IO.File]::WriteAllBytes($store, [Convert]::FromBase64String($env:CERTIFICATE))
  $tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
  & $tool.FullName sign /f $store /p $env:PASSWORD /fd sha256 /td sha256 /tr http://timestamp.digicert.com $Files
  if ($LASTEXITCODE -ne 0) { throw "signing failed with status $LASTEXITCODE" }
} finally {
  Remove-Item $store -ErrorAction SilentlyContinue
}
