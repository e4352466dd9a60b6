"""Prints the path of a Chromium: one that is here, else Debian's, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")


def found() -> str:
    """The path of an installed browser, or an empty string."""
    given = os.environ.get("MEASURES_BROWSER", "")
    return given or next((path for name in NAMES if (path := shutil.which(name))), "")


def debian() -> str:
    """Debian's Chromium, installed when this user may; with a font that has the Chinese characters."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return ""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-cjk"]):
        subprocess.run(["apt-get", "--quiet", *command], env=environment, check=False, stdout=sys.stderr)
    return found()


def playwrights() -> str:
    """The Chromium that Playwright downloads for itself."""
    if subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"], check=False, stdout=sys.stderr
    ).returncode:
        return ""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else ""


def main() -> int:
    """Print the path; 1 when no browser is to be had."""
    path = found() or debian() or playwrights()
    if not path:
        print("no Chromium found, and none could be installed: set MEASURES_BROWSER to its path", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
