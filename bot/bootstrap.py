"""Makes the environments from their locks, then hands over. Standard library only: this runs first.

Usage: python3 bot/bootstrap.py run            starts the service
       python3 bot/bootstrap.py lock           resolves every environment anew from its own project file
       python3 bot/bootstrap.py install        makes the environments that the service needs, and no more
       python3 bot/bootstrap.py stock-rasa     makes .venv/stock, with all that Rasa itself asks for
       python3 bot/bootstrap.py MODULE [ARGS]  runs a module with the tools for development
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENTS = ROOT / ".venv"
WEB_VERSIONS = ("3.12", "3.13", "3.11")
RASA_VERSIONS = ("3.10",)
NEEDED_BYTES = 3 * 1024**3
RASA = ROOT / "bot" / "rasa"
WITH_STOCK = ("stock-rasa", "bot.tools.bench")
INSTALLED = {
    "install": "the environments are there",
    "stock-rasa": "stock Rasa is there: .venv/stock/bin/rasa",
}
WITHOUT_TOOLS = ("run", "bot.launch.prepare", *INSTALLED)
COMPILED = ("install", "bot.launch.prepare")  # for images and units, where Python may keep nothing
TUNING = "bot.tools.tuning"
TUNING_LOCK = ROOT / "bot" / "tools" / "tuning" / "requirements.lock"
WITHOUT_RASA = (TUNING, "bot.tools.words", "bot.tools.inventory", "bot.tools.preview")


def main() -> None:
    """Prepares the environments and replaces this process with the wanted module."""
    target, *rest = sys.argv[1:] or ["run"]
    needs_rasa = target not in WITHOUT_RASA
    fresh = needs_rasa and not (ENVIRONMENTS / "rasa").exists()
    if fresh and shutil.disk_usage(ROOT).free < NEEDED_BYTES:
        stop(f"Not enough disk: {NEEDED_BYTES // 1024**3} GB are needed to install.")
    try:
        uv = find_uv()
        if target == "lock":
            return pin(uv)
        python = prepare(uv, target, needs_rasa)
    except subprocess.CalledProcessError as error:
        stop(
            f"Installing failed ({error.cmd[0]} gave {error.returncode}). Is the package registry reachable?"
        )
    if target in INSTALLED:
        return say(INSTALLED[target])
    os.environ["PYTHONPATH"] = str(ROOT)
    # What is imported is compiled once and kept in .venv, which is ours: a start would compile it all again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.execv(python, [str(python), "-m", "bot.launch" if target == "run" else target, *rest])


def prepare(uv: str, target: str, needs_rasa: bool) -> Path:
    """Makes the environments that the target needs. Returns the interpreter that runs it."""
    compiled = target in COMPILED
    with ThreadPoolExecutor() as beside_web:  # one is installed while the other is fetched
        rasa = needs_rasa and beside_web.submit(
            environment, uv, "rasa", RASA_VERSIONS, RASA / "requirements.lock", compiled=compiled
        )
        python = environment(uv, "web", WEB_VERSIONS, ROOT / "requirements.lock", compiled=compiled)
    if rasa:
        rasa.result()
    if target == TUNING:
        return environment(uv, "tuning", WEB_VERSIONS, TUNING_LOCK)
    if target in WITH_STOCK:
        environment(uv, "stock", RASA_VERSIONS, RASA / "stock" / "requirements.lock")
    if target not in WITHOUT_TOOLS:
        python = environment(uv, "dev", WEB_VERSIONS, ROOT / "requirements-dev.lock")
    if target == "bot.tools.check":
        beside(uv, "rasa-tests", RASA / "tests" / "requirements.lock")
    return python


def stop(reason: str) -> None:
    """One clear line, and out."""
    print(f"sip-guiden: {reason}", file=sys.stderr)
    raise SystemExit(1)


def find_uv() -> str:
    """The installer: the one on PATH, or its own, installed with its hash checked."""
    present = shutil.which("uv")
    if present:
        return present
    home = ENVIRONMENTS / "uv"
    binary = home / "bin" / "uv"
    if not binary.exists():
        say("Installing the installer (uv) …")
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        lock = ROOT / "bot" / "uv-requirements.txt"
        pip = [
            str(home / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "-q",
            "--require-hashes",
            "-r",
            str(lock),
        ]
        subprocess.run(pip, check=True)
    return str(binary)


def pin(uv: str) -> None:
    """Resolves each environment anew, newest versions that its project file allows, with hashes."""
    command = [uv, "pip", "compile", "-q", "--upgrade", "--universal", "--generate-hashes", "--no-header"]
    command += ["--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--python-version"]
    web, rasa = min(WEB_VERSIONS), RASA_VERSIONS[0]
    dev = ["--group", "dev", "-c", "requirements.lock"]
    for folder, version, asked, lock in (
        (ROOT, web, ["pyproject.toml"], "requirements.lock"),
        (ROOT, web, ["pyproject.toml", *dev], "requirements-dev.lock"),
        (ROOT / "bot", web, ["uv-requirements.in"], "uv-requirements.txt"),
        (RASA, rasa, ["pyproject.toml"], "requirements.lock"),
        (RASA / "tests", rasa, ["requirements.in", "-c", "../requirements.lock"], "requirements.lock"),
        (RASA / "stock", rasa, ["pyproject.toml"], "requirements.lock"),
        (ROOT / "bot" / "tools" / "tuning", web, ["pyproject.toml"], "requirements.lock"),
    ):
        say(f"resolving {(folder / lock).relative_to(ROOT)} …")
        subprocess.run([*command, version, *asked, "-o", lock], cwd=folder, check=True)


def beside(uv: str, name: str, lock: Path) -> None:
    """A folder of packages for PYTHONPATH, so that the environment under test holds nothing for the tests."""
    home = ENVIRONMENTS / name
    stamp, wanted = home / "lock.sha256", hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(home, ignore_errors=True)
    install = [uv, "pip", "install", "-q", "--no-deps", "--require-hashes", "--target", str(home)]
    python = ENVIRONMENTS / "rasa" / "bin" / "python"
    subprocess.run([*install, "--python", str(python), "-r", str(lock)], check=True)
    stamp.write_text(wanted)


def environment(
    uv: str, name: str, versions: "tuple[str, ...]", lock: Path, *, compiled: bool = False
) -> Path:
    """The interpreter of an environment that holds exactly what the lock says; installs only on change.

    compiled: every module now, also those that nothing imports: half a minute of processor time.
    """
    home = ENVIRONMENTS / name
    python, stamp = home / "bin" / "python", home / "lock.sha256"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    interpreter = find_python(uv, versions)
    say(f"Installing the {name} environment ({lock.name}) …")
    if not python.exists():
        subprocess.run([uv, "venv", "-q", "--clear", "--python", interpreter, str(home)], check=True)
    # In step with the lock: what it no longer names goes.
    install = [uv, "pip", "sync", "-q", "--require-hashes", *(["--compile-bytecode"] if compiled else [])]
    subprocess.run([*install, "--python", str(python), str(lock)], check=True)
    stamp.write_text(wanted)
    return python


def find_python(uv: str, versions: "tuple[str, ...]") -> str:
    """An interpreter of one of the versions: on PATH, from pyenv, or fetched by uv."""
    for version in versions:
        for candidate in candidates(version):
            if is_version(candidate, version):
                return candidate
    say(f"Fetching Python {versions[0]} …")
    if subprocess.run([uv, "python", "install", versions[0]], check=False).returncode != 0:
        stop(f"No Python {versions[0]} was found, and it could not be fetched. Install it and try again.")
    return versions[0]


def candidates(version: str) -> "list[str]":
    """Places where an interpreter may be. pyenv's shims are passed over: they confuse uv."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    newest_first = sorted(pyenv.glob(f"{version}*/bin/python"), key=numbered, reverse=True)
    found = [str(path) for path in newest_first]
    on_path = shutil.which(f"python{version}")
    if on_path and "shims" not in on_path:
        found.append(on_path)
    return [*found, sys.executable]


def numbered(python: Path) -> "list[int]":
    """The numbers in the name of its folder, to sort by: 3.12.10 is newer than 3.12.9."""
    return [int(number) for number in re.findall(r"\d+", python.parents[1].name)]


def is_version(interpreter: str, version: str) -> bool:
    """True when the interpreter runs and is of this version."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run([interpreter, "-c", code], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.stdout.strip() == version


def say(text: str) -> None:
    """Progress for the person who started this."""
    print(f"sip-guiden: {text}", flush=True)


if __name__ == "__main__":
    main()
