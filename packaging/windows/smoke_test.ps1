# Install for this user without a question, ask the program for what it can do, upgrade over it, and remove it again.
$ErrorActionPreference = "Stop"
$installer = (Get-Item build/hilum-*-windows-x86_64.exe).FullName
$folder = Join-Path $env:LOCALAPPDATA "Programs\Hilum"
$quiet = "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/CURRENTUSER"

function Invoke-Checked([string]$program, [string[]]$arguments) {
  $process = Start-Process -FilePath $program -ArgumentList $arguments -Wait -PassThru -NoNewWindow
  if ($process.ExitCode -ne 0) { throw "$program $arguments ended with status $($process.ExitCode)" }
}

foreach ($round in "installing", "upgrading in place") {
  Write-Output $round
  Invoke-Checked $installer $quiet
}
$hilum = Join-Path $folder "hilum.exe"
Invoke-Checked $hilum @("doctor")
$scan = (Get-Item build/sample/*.dcm).FullName
Invoke-Checked $hilum @("classify", "`"$scan`"", "--csv", "`"$env:TEMP\answers.csv`"", "--report", "`"$env:TEMP\report.pdf`"")
foreach ($made in "$env:TEMP\answers.csv", "$env:TEMP\report.pdf") {
  if (-not (Test-Path $made)) { throw "$made was not made" }
}
$data = Join-Path $env:LOCALAPPDATA "hilum"
if (-not (Test-Path $data)) { throw "nothing was written to $data" }
Invoke-Checked (Join-Path $folder "unins000.exe") @("/VERYSILENT", "/SUPPRESSMSGBOXES")
if (Test-Path $hilum) { throw "the program is still there" }
if (-not (Test-Path $data)) { throw "removing the program took the person's data along" }
Write-Output "passed"
