"""Installs Debian's nginx where this user may, without starting it; says so where not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.hosting import nginx

PACKAGES = ["nginx", "libnginx-mod-http-brotli-static"]


def apt(packages: list[str]) -> None:
    """Install these when this user may; the services among them are not started."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    # invoke-rc.d starts nothing in runlevel 1.
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "--quiet", *command], env=environment, check=False, stdout=sys.stderr)


def main() -> None:
    """Install what is missing; without it the tests of the nginx configuration are skipped."""
    if nginx.missing():
        apt(PACKAGES)
    if lacking := nginx.missing():
        print(
            f"the nginx tests will be skipped: no {lacking}, and only root may install it with apt-get",
            file=sys.stderr,
        )


if __name__ == "__main__":
    main()
