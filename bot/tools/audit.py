"""`make audit`: known faults in what is installed, asked of the public databases, and the lists of parts."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from actions.settings import ROOT
from bot.bootstrap import ENVIRONMENTS

LOCKS = {
    "web": "requirements.lock",
    "dev": "requirements-dev.lock",
    "rasa": "bot/rasa/requirements.lock",
    "stock": "bot/rasa/stock/requirements.lock",
}


def main() -> int:
    """Writes `build/sbom-*.json` (CycloneDX) of what is installed, and prints the findings of what is pinned.

    Returns 1 when there are any, and also when a part could not be asked about: silence is no good news.
    """
    (ROOT / "build").mkdir(exist_ok=True)
    status = 0
    for name, lock in LOCKS.items():
        parts = list_of_parts(name, ROOT / "build" / f"sbom-{name}.json")
        status |= _run(*parts) if (ENVIRONMENTS / name).exists() else 0
        lines = findings(asked(lock))
        print("\n".join([f"{lock}:", *(lines or ["  nothing known"])]), flush=True)
        status |= bool(lines)
    if shutil.which("npm"):
        status |= _run("npm", "audit", "--prefix", "web_widget")
    return status


def list_of_parts(name: str, file: Path) -> list[str]:
    """Writes to `file` what stands in an environment: a lock names parts of other systems too."""
    python = str(ENVIRONMENTS / name / "bin" / "python")
    kind = [sys.executable, "-m", "cyclonedx_py", "environment", python]
    return [*kind, "--of", "JSON", "-o", str(file), "--validate"]


def asked(lock: str) -> str:
    """What pip-audit says of a lock, as JSON; empty when it says nothing."""
    command = [sys.executable, "-m", "pip_audit", "-r", lock, "--no-deps", "--disable-pip"]
    command += ["--require-hashes", "--format", "json"]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False).stdout


def findings(report: str) -> list[str]:
    """A line for each known fault, and one that counts the parts nobody could be asked about."""
    if not report.strip():
        return ["  NOT ASKED: the databases could not be reached"]
    parts = json.loads(report)["dependencies"]
    known = [
        f"  {part['name']} {part['version']}: {fault['id']}, mended in {fault['fix_versions'] or 'none'}"
        for part in parts
        for fault in part.get("vulns", [])
    ]
    silent = sum("skip_reason" in part for part in parts)
    return [*known, f"  NOT ASKED: {silent} of {len(parts)} parts"] if silent else known


def _run(*command: str) -> int:
    return int(subprocess.run(command, cwd=ROOT, check=False).returncode != 0)


if __name__ == "__main__":
    raise SystemExit(main())
