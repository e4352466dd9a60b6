"""Serving the built site on 127.0.0.1, as a plain host would: files, a 404 page, a strict policy."""

from __future__ import annotations

import re
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from measures_py.site import sheet_style

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; "
    f"style-src 'self' {sheet_style.allowed()}; "
    "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# What a host sends with every answer; deploy/nginx says the same, and a test compares.
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

NAMED_BY_CONTENT = re.compile(r"\.[0-9a-f]{8}\.\w+$")
LASTING = "public, max-age=31536000, immutable"


class Handler(SimpleHTTPRequestHandler):
    """Files of one folder with the site's content security policy; its own pages for what is missing."""

    quiet = False
    found = False
    # Texts without a charset of their own; a browser would guess it.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".txt": "text/plain; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".webmanifest": "application/manifest+json",
    }

    def send_response(self, code: int, message: str | None = None) -> None:
        """Remember whether this answer is the file."""
        self.found = code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)
        super().send_response(code, message)

    def end_headers(self) -> None:
        """Add the policy to every answer; a file named by its content never changes."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", LASTING if self.found and NAMED_BY_CONTENT.search(self.path) else "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's 404 page in the language of the address: the nearest one above it, so under a sub-path too."""
        asked = Path(self.translate_path(self.path))
        folders = [folder for folder in (asked, *asked.parents) if folder.is_relative_to(self.directory)]
        page = next((folder / "404.html" for folder in folders if (folder / "404.html").is_file()), None)
        if code != HTTPStatus.NOT_FOUND or page is None:
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """One line per request, unless the server is a quiet one."""
        if not self.quiet:
            super().log_message(format, *args)


class Server(ThreadingHTTPServer):
    """A server that takes a reader leaving early for what it is."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when the connection was closed from the other side."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(site: Path, port: int = 0, *, quiet: bool = False) -> ThreadingHTTPServer:
    """A server of `site` bound to 127.0.0.1; port 0 takes any free one. Raises OSError when the port is taken."""
    handler = type("SiteHandler", (Handler,), {"quiet": quiet})
    return Server(("127.0.0.1", port), partial(handler, directory=str(site)))
