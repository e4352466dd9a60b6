"""Firefox ESR through Marionette and WebKitGTK through its WebDriver, with the evaluating that Playwright offers."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

# A proxy that refuses: whatever is not on this machine cannot be reached.
NOWHERE = "127.0.0.1:9"
SECONDS = 120
# Calls a function of the page with one argument and hands back what it resolves to, or its error.
EVALUATE = """const done = arguments[arguments.length - 1];
Promise.resolve(({})(arguments[0])).then((value) => done([value, null]), (error) => done([null, String(error)]));"""
PREFERENCES = {
    "app.update.enabled": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "network.proxy.type": "1",
    "network.proxy.http": '"127.0.0.1"',
    "network.proxy.http_port": "9",
    "network.proxy.ssl": '"127.0.0.1"',
    "network.proxy.ssl_port": "9",
    "network.proxy.no_proxies_on": '"127.0.0.1"',
    "toolkit.telemetry.enabled": "false",
}


class Browser(Protocol):
    """What the tests need of a browser."""

    def visit(self, address: str) -> None:
        """Open a page."""

    def evaluate(self, function: str, argument: Any = None) -> Any:
        """Call a function of the page; what its promise resolves to. Raises AssertionError with its error."""


class Driven:
    """A browser behind a WebDriver-like client."""

    def __init__(self, client: Any, visit: str) -> None:
        self.client, self._visit = client, visit

    def visit(self, address: str) -> None:
        """Open a page."""
        getattr(self.client, self._visit)(address)

    def evaluate(self, function: str, argument: Any = None) -> Any:
        """Call a function of the page; what its promise resolves to."""
        sandbox = {"sandbox": None, "script_args": (argument,)} if self._visit == "navigate" else {}
        arguments = () if sandbox else (argument,)
        value, error = self.client.execute_async_script(EVALUATE.replace("{}", function), *arguments, **sandbox)
        assert error is None, error
        return value


def missing() -> dict[str, str]:
    """What this machine lacks, by engine; empty for an engine that can run."""
    needed = {"firefox": ("firefox-esr",), "webkit": ("WebKitWebDriver", "Xvfb")}
    return {engine: ", ".join(n for n in names if not shutil.which(n)) for engine, names in needed.items()}


@contextmanager
def firefox(folder: Path) -> Iterator[Browser]:
    """Firefox ESR with a new profile in `folder`."""
    from marionette_driver.marionette import Marionette

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    lines = [f'user_pref("{name}", {value});' for name, value in (PREFERENCES | {"marionette.port": port}).items()]
    (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = ["firefox-esr", "--headless", "--marionette", "--no-remote", "--profile", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment(folder))
    try:
        _wait_for(port)
        client = Marionette(host="127.0.0.1", port=port)
        client.start_session()
        client.timeout.script = SECONDS
        yield Driven(client, "navigate")
        client.delete_session()
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def webkit(folder: Path) -> Iterator[Browser]:
    """WebKitGTK's MiniBrowser on a screen of its own."""
    from selenium import webdriver
    from selenium.webdriver.webkitgtk.service import Service

    (mini,) = sorted(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"))[-1:]
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(mini)
    options.add_argument("--automation")
    with _screen() as display:
        environment = _environment(folder) | {"DISPLAY": display, "GDK_BACKEND": "x11"}
        service = Service(shutil.which("WebKitWebDriver"), env=environment)
        client = webdriver.WebKitGTK(options=options, service=service)
        try:
            client.set_script_timeout(SECONDS)
            yield Driven(client, "get")
        finally:
            with suppress(Exception):
                client.quit()
            service.stop()


@contextmanager
def _screen() -> Iterator[str]:
    """A screen that nobody sees; its DISPLAY."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        display = told.readline().strip()
    try:
        yield f":{display}"
    finally:
        process.terminate()
        process.wait(20)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    root = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"} if os.geteuid() == 0 else {}
    proxies = dict.fromkeys(("http_proxy", "https_proxy"), f"http://{NOWHERE}") | {"no_proxy": "127.0.0.1"}
    return kept | proxies | root | {"HOME": str(folder), "XDG_CACHE_HOME": str(folder), "XDG_DATA_HOME": str(folder)}


def _wait_for(port: int) -> None:
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise TimeoutError("Firefox did not open its Marionette port")
