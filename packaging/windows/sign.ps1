# Sign files with the certificate in CERTIFICATE (base64 of a .pfx) and its PASSWORD; Windows' own signtool does it.
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]]$Files)
$ErrorActionPreference = "Stop"
if (-not $env:CERTIFICATE) { throw "there is no CERTIFICATE to sign with" }
$tool = Get-Item "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" -ErrorAction SilentlyContinue |
  Sort-Object { [version]$_.Directory.Parent.Name } | Select-Object -Last 1
if (-not $tool) { throw "signtool.exe of the Windows SDK is not installed" }
$folder = if ($env:RUNNER_TEMP) { $env:RUNNER_TEMP } else { [IO.Path]::GetTempPath() }
$store = Join-Path $folder "hilum-$PID.pfx"
try {
  [IO.File]::WriteAllBytes($store, [Convert]::FromBase64String($env:CERTIFICATE))
  & $tool.FullName sign /f $store /p $env:PASSWORD /fd sha256 /td sha256 /tr http://timestamp.digicert.com $Files
  if ($LASTEXITCODE -ne 0) { throw "signing failed with status $LASTEXITCODE" }
} finally {
  Remove-Item $store -ErrorAction SilentlyContinue
}
