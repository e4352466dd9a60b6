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
    "img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

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
    }

    def send_response(self, code: int, message: str | None = None) -> None:
        """Remember whether this answer is the file."""
        self.found = code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)
        super().send_response(code, message)

    def end_headers(self) -> None:
        """Add the policy to every answer; a file named by its content never changes."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", LASTING if self.found and NAMED_BY_CONTENT.search(self.path) else "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's 404 page in the language of the address."""
        page = Path(self.directory) / ("en/404.html" if self.path.startswith("/en/") else "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
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
