"""The widget as a package: packed, installed in an empty folder, imported and checked with its types."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from actions.settings import ROOT

WIDGET = ROOT / "web_widget"
COMPILER = WIDGET / "node_modules" / "typescript" / "bin" / "tsc"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (shutil.which("npm") and COMPILER.exists()), reason="no Node here"),
]

PAGE = """
import "sip-guiden-widget";
import type { SipGuidenElement } from "sip-guiden-widget";

document.addEventListener("sip:answer", (event) => {
  const topic: string = event.detail.topic;
  console.log(topic);
});
document.addEventListener("sip:open", (event) => console.log(event.detail === null));
const chat: SipGuidenElement | null = document.querySelector("sip-guiden");
chat?.open();
document.createElement("sip-guiden").close();
// @ts-expect-error What somebody wrote is never told.
document.addEventListener("sip:answer", (event) => console.log(event.detail.text));
"""
STRICT = ("--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler")


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_packed_installed_imported_and_checked(tmp_path: Path) -> None:
    packed = json.loads(run("npm", "pack", "--json", "--pack-destination", str(tmp_path), cwd=WIDGET))[0]
    names = {file["path"] for file in packed["files"]}
    assert names == {
        "README.md",
        "dist/chat.js",
        "dist/tasks.js",
        "dist/widget.js",
        "dist/word.js",
        "package.json",
        "types/widget.d.ts",
    }
    app = tmp_path / "app"
    app.mkdir()
    (app / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
    run("npm", "install", "--offline", "--no-audit", "--no-fund", f"../{packed['filename']}", cwd=app)
    (app / "page.ts").write_text(PAGE, encoding="utf-8")
    run("node", str(COMPILER), *STRICT, "page.ts", cwd=app)


def test_the_lock_names_no_registry() -> None:
    lock = json.loads((WIDGET / "package-lock.json").read_text(encoding="utf-8"))
    assert lock["packages"] and not any("resolved" in entry for entry in lock["packages"].values())
