"""Installs Debian's Firefox ESR and WebKitGTK driver where this user may; says so where not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.engines.drivers import missing

PACKAGES = ["firefox-esr", "webkit2gtk-driver", "xvfb"]


def main() -> None:
    """Install what is missing; an engine that is not to be had is skipped by its tests."""
    if any(missing().values()) and shutil.which("apt-get") and os.geteuid() == 0:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
            subprocess.run(["apt-get", "--quiet", *command], env=environment, check=False, stdout=sys.stderr)
    for engine, lacking in missing().items():
        if lacking:
            print(
                f"{engine} will be skipped: no {lacking}, and it may be installed only by root with apt-get "
                f"({' '.join(PACKAGES)})",
                file=sys.stderr,
            )


if __name__ == "__main__":
    main()
