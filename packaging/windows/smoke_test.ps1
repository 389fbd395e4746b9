# Install for this user without a question, ask the program for what it can do, open its window, upgrade over it, and
# remove it again.
$ErrorActionPreference = "Stop"
$installer = (Get-Item build/hilum-*-windows-x86_64.exe).FullName
$folder = Join-Path $env:LOCALAPPDATA "Programs\Hilum"
$data = Join-Path $env:LOCALAPPDATA "hilum"
$answers, $report = (Join-Path $env:TEMP "hilum answers.csv"), (Join-Path $env:TEMP "hilum report.pdf")

function Invoke-Checked([string]$program, [string[]]$arguments) {
  $process = Start-Process -FilePath $program -ArgumentList $arguments -Wait -PassThru -NoNewWindow
  if ($process.ExitCode -ne 0) { throw "$program $arguments ended with status $($process.ExitCode)" }
}

function Assert-That([bool]$holds, [string]$otherwise) {
  if (-not $holds) { throw $otherwise }
}

function Get-Handler {
  $key = Get-Item "HKCU:\Software\Classes\.dcm" -ErrorAction SilentlyContinue
  if ($key) { $key.GetValue("") }
}

$quiet = "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/CURRENTUSER"
Write-Output "installing"
Invoke-Checked $installer $quiet
Assert-That ((Get-Handler) -ne "Hilum.DICOM") "scans were given to Hilum without being asked"
$stale = Join-Path $folder "_internal\stale_module.txt"
Set-Content -Path $stale -Value "of an older version"
Write-Output "upgrading in place, now with the file association"
Invoke-Checked $installer ($quiet + "/MERGETASKS=associate")
Assert-That (-not (Test-Path $stale)) "a file of the older version is still there"
Assert-That ((Get-Handler) -eq "Hilum.DICOM") "scans are not given to Hilum"

Write-Output "commands"
$hilum = Join-Path $folder "hilum.exe"
Invoke-Checked $hilum @("doctor")
$scan = (Get-Item build/sample/*.dcm).FullName
Invoke-Checked $hilum @("classify", "`"$scan`"", "--csv", "`"$answers`"", "--report", "`"$report`"")
foreach ($made in $answers, $report) { Assert-That (Test-Path $made) "$made was not made" }
Assert-That (Test-Path $data) "nothing was written to $data"

Write-Output "the window"
$window = Start-Process -FilePath (Join-Path $folder "hilum-window.exe") -ArgumentList "`"$scan`"" -PassThru
$end = (Get-Date).AddSeconds(90)
do {
  Start-Sleep -Milliseconds 500
  $window.Refresh()
  if ($window.HasExited) { throw "the window's program ended with status $($window.ExitCode)" }
} until ($window.MainWindowHandle -ne 0 -or (Get-Date) -gt $end)
Assert-That ($window.MainWindowHandle -ne 0) "no window came within 90 s"
Start-Sleep -Seconds 10
Assert-That $window.CloseMainWindow() "the window cannot be asked to close"
Assert-That $window.WaitForExit(30000) "the window did not close within 30 s"
Assert-That ($window.ExitCode -eq 0) "the window's program ended with status $($window.ExitCode)"

Write-Output "removing"
Invoke-Checked (Join-Path $folder "unins000.exe") @("/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART")
Assert-That (-not (Test-Path $hilum)) "the program is still there"
Assert-That ((Get-Handler) -ne "Hilum.DICOM") "scans are still given to a program that is gone"
Assert-That (Test-Path $data) "removing the program took the person's data along"
Write-Output "passed"
