"""nginx as deploy/nginx configures it: a process of this user on 127.0.0.1, with everything it writes in one folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

DEPLOY = Path(__file__).resolve().parents[2] / "deploy" / "nginx"
PLACES = {"site": "/srv/www/measures", "subpath": "/srv/www"}
MAIN = """{user}{module}worker_processes {workers};
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    {more}access_log {log};
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def program() -> str:
    """The path of nginx, or an empty string."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin") or ""


def module() -> Path | None:
    """The module that sends what brotli has compressed already."""
    folders = (Path("/usr/lib/nginx/modules"), Path("/usr/lib64/nginx/modules"))
    return next((path for folder in folders for path in folder.glob("ngx_http_brotli_static_module.so")), None)


def missing() -> str:
    """What this machine lacks; empty when the tests can run."""
    return ", ".join(
        name for name, there in (("nginx", program()), ("libnginx-mod-http-brotli-static", module())) if not there
    )


def configured(variant: str, root: Path, port: int) -> str:
    """A file of deploy/nginx with this machine's port and folders in it, and nothing else changed."""
    text = (DEPLOY / f"{variant}.conf").read_text(encoding="utf-8")
    for stated, here in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        (f"root {PLACES[variant]};", f'root "{root}";'),
        ("include /etc/nginx/snippets/measures.conf;", f'include "{DEPLOY}/measures.conf";'),
    ):
        assert text.count(stated) == 1, f"{variant}.conf: {stated}"
        text = text.replace(stated, here)
    return text


@contextmanager
def running(
    variant: str, root: Path, folder: Path, *, workers: int = 1, more: str = "", log: str = "off"
) -> Iterator[str]:
    """The address of nginx serving `root` with one of deploy/nginx; it is stopped on the way out, whatever happens.

    `folder` takes all that nginx writes. `more` is added to its `http` block.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "site.conf").write_text(configured(variant, root, port), encoding="utf-8")
    main = MAIN.format(
        user="user root;\n" if os.geteuid() == 0 else "",
        module=f"load_module {module()};\n",
        workers=workers,
        folder=folder,
        log=log,
        more=more,
    )
    (folder / "nginx.conf").write_text(main, encoding="utf-8")
    command = [program(), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


def _wait_for(port: int, process: subprocess.Popen[str]) -> None:
    for _ in range(200):
        if process.poll() is not None:
            raise RuntimeError(f"nginx ended: {process.communicate()[0]}")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise TimeoutError("nginx did not open its port")
