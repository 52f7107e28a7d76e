"""`make audit`: known faults in what is installed, asked of the public databases, and the lists of parts."""

import shutil
import subprocess
import sys

from actions.settings import ROOT

LOCKS = {
    "web": "requirements.lock",
    "dev": "requirements-dev.lock",
    "rasa": "bot/rasa/requirements.lock",
}


def main() -> int:
    """Writes `build/sbom-*.json` (CycloneDX) and prints the findings. Returns 1 when there are any."""
    (ROOT / "build").mkdir(exist_ok=True)
    status = 0
    for name, lock in LOCKS.items():
        parts = ["cyclonedx_py", "requirements", lock, "--of", "JSON", "-o", f"build/sbom-{name}.json"]
        status |= _run(sys.executable, "-m", *parts)
        audit = ["pip_audit", "-r", lock, "--no-deps", "--disable-pip", "--require-hashes"]
        status |= _run(sys.executable, "-m", *audit)
    if shutil.which("npm"):
        status |= _run("npm", "audit", "--prefix", "web_widget")
    return status


def _run(*command: str) -> int:
    return int(subprocess.run(command, cwd=ROOT, check=False).returncode != 0)


if __name__ == "__main__":
    raise SystemExit(main())
