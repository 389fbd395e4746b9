# Make the installer by Inno Setup, which is installed where it is missing. Where CERTIFICATE is set, installer and
# uninstaller are signed by sign.ps1.
$ErrorActionPreference = "Stop"
$places = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe", "$env:ProgramFiles\Inno Setup 6\ISCC.exe"
if (-not (Get-Item $places -ErrorAction SilentlyContinue)) {
  choco install innosetup --version 6.4.3 --no-progress -y
  if ($LASTEXITCODE -ne 0) { throw "Inno Setup cannot be installed: status $LASTEXITCODE" }
}
$compiler = Get-Item $places -ErrorAction SilentlyContinue | Select-Object -First 1
if (-not $compiler) { throw "ISCC.exe is in none of $places" }
$version = python -c "import tomllib; print(tomllib.load(open('pyproject.toml', 'rb'))['project']['version'])"
if ($LASTEXITCODE -ne 0) { throw "the version cannot be read" }
$options = @("/DVersion=$version")
if ($env:CERTIFICATE) {
  # Inno Setup puts a quotation mark in place of $q, and the file's name, quoted, in place of $f.
  $script = Join-Path $PSScriptRoot "sign.ps1"
  $options += "/DSignTool=hilum", ('/Shilum=pwsh -NoProfile -File $q' + $script + '$q $f')
}
& $compiler.FullName @options (Join-Path $PSScriptRoot "hilum.iss")
if ($LASTEXITCODE -ne 0) { throw "the compiler ended with status $LASTEXITCODE" }
