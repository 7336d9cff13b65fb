# Builds setup.exe and the portable .zip on a Windows machine, from the same files as `make windows` does on Linux.
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
# Needs: 64-bit Python 3.12 (the launcher py), NSIS 3, and the package index of Python. The .msi is built on Linux (wixl).
# Never run on Windows yet: read line by line and parsed (tree-sitter's grammar), no more (docs/windows-checklist.md).
$ErrorActionPreference = 'Stop'
$env:PYTHONUTF8 = '1'  # as in wine: what is printed may be more than the code page of this Windows knows
Set-Location (Join-Path $PSScriptRoot '..\..')

function Run {
    $program, $words = $args
    & $program @words
    if ($LASTEXITCODE -ne 0) { throw "$program $words ended with $LASTEXITCODE" }
}

if (-not (Get-Command py -ErrorAction SilentlyContinue)) {
    throw 'Python 3.12 for Windows is absent: install it from python.org, for all users or for you, with its launcher.'
}
if (-not (Get-Command makensis -ErrorAction SilentlyContinue)) {
    $nsis = Join-Path ${env:ProgramFiles(x86)} 'NSIS'
    if (-not (Test-Path (Join-Path $nsis 'makensis.exe'))) { throw 'NSIS 3 is absent: winget install NSIS.NSIS' }
    $env:Path += ";$nsis"
}
if (-not (Test-Path .venv\Scripts\python.exe)) { Run py '-3.12' -m venv .venv }
$python = '.venv\Scripts\python.exe'
# Python for ARM would take PySide6 for ARM, and the setup says that it is for AMD64.
& $python -c "import platform, sys; sys.exit(sys.version_info[:2] != (3, 12) or platform.machine() != 'AMD64')"
if ($LASTEXITCODE -ne 0) { throw '.venv is not of a 64-bit Python 3.12 (AMD64): remove it, and install that Python.' }
foreach ($lock in 'run', 'dist') {
    Run $python -m pip install --quiet --disable-pip-version-check --require-hashes -r "requirements\$lock.txt"
}
Run $python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
Run $python packaging\windows\make.py @args
