"""What nginx answers with deploy/nginx: the headers, the smallest form, the pages for what is missing."""

from __future__ import annotations

import gzip
import re
import socket
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from measures_py.site.serve import HEADERS, LASTING
from tests.hosting import nginx
from tests.hosting.conftest import AT

pytestmark = pytest.mark.xdist_group("hosting")

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".sha256": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".zip": "application/zip",
    ".wasm": "application/wasm",
    ".bundle": "application/octet-stream",
}
MISSING = [
    ("nothing.html", "zh"),
    ("en/nothing.html", "en"),
    ("m/7.html", "zh"),
    ("en/m/7.html", "en"),
    ("Measures/M19.html", "zh"),
    ("measures/m19", "zh"),
    ("en/measures/M19.html", "en"),
    ("en/a/b/c/d.html", "en"),
    ("a/b/c/d/", "zh"),
    ("assets/", "zh"),
    ("assets/page.00000000.js", "zh"),
    ("measures/m19.html/more", "zh"),
]


def ask(address: str, name: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """One answer for a file of the site, and its body as it was sent."""
    parts = urlsplit(address)
    connection = HTTPConnection(str(parts.hostname), parts.port, timeout=20)
    connection.request(
        method, parts.path + name, headers={key.replace("_", "-"): value for key, value in headers.items()}
    )
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def files(published: Path) -> list[Path]:
    """The site's own files, without the compressed ones beside them."""
    return [
        path for path in sorted((published / AT).rglob("*")) if path.is_file() and path.suffix not in (".gz", ".br")
    ]


def test_every_file_has_its_type_and_the_headers(address: str, published: Path) -> None:
    """The policy and its companions are those of the site's own server; only what is named by content is kept for good."""
    wrong = []
    for path in files(published):
        name = path.relative_to(published / AT).as_posix()
        response, body = ask(address, name, "HEAD")
        lasting = re.search(r"\.[0-9a-f]{8}\.[a-z]+$", name)
        expected = HEADERS | {
            "Content-Type": TYPES[path.suffix],
            "Cache-Control": LASTING if lasting else "no-cache",
            "Content-Length": str(path.stat().st_size),
            "Content-Encoding": None,
        }
        found = {header: response.headers[header] for header in expected}
        if response.status != 200 or body or found != expected:
            wrong.append((name, response.status, found))

    assert wrong == []


@pytest.mark.parametrize(
    ("accepted", "sent"), [("br", "br"), ("gzip", "gzip"), ("gzip, deflate, br", "br"), ("identity", None)]
)
@pytest.mark.parametrize("kind", ["index.html", "en/measures/m19.html", "assets/site.*.css", "runtime/wasm.*.wasm"])
def test_the_smallest_form_that_is_accepted(address: str, published: Path, kind: str, accepted: str, sent: str) -> None:
    """The bytes are those of the file compressed beside it, say so, and are the file's own when opened."""
    (path,) = (published / AT).glob(kind)
    name = path.relative_to(published / AT).as_posix()

    response, body = ask(address, name, Accept_Encoding=accepted)

    assert response.headers["Content-Encoding"] == sent
    assert response.headers["Content-Length"] == str(len(body))
    assert response.headers["Content-Type"] == TYPES[path.suffix]
    suffix = {"br": ".br", "gzip": ".gz"}.get(sent, "")
    assert body == path.with_name(path.name + suffix).read_bytes()
    opened = {"br": brotli.decompress, "gzip": gzip.decompress}.get(sent, bytes)(body)
    assert opened == path.read_bytes()
    if sent:
        assert "Accept-Encoding" in response.headers["Vary"]
        assert len(body) < path.stat().st_size


def test_a_file_that_is_as_small_already_is_sent_as_it_is(address: str) -> None:
    """An archive has no compressed form."""
    response, body = ask(address, "assets/" + _named(address, r"icon-192\.\w+\.png"), Accept_Encoding="gzip, br")

    assert response.headers["Content-Encoding"] is None
    assert body.startswith(b"\x89PNG")


def _named(address: str, pattern: str) -> str:
    found = re.search(pattern, ask(address, "index.html")[1].decode())
    assert found
    return found[0]


@pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
def test_what_the_reader_has_is_not_sent_again(address: str, accepted: str) -> None:
    """By the tag that came with it, in whatever form it came: 304, no body, and the headers again."""
    first, body = ask(address, "measures/m19.html", Accept_Encoding=accepted)

    again, nothing = ask(address, "measures/m19.html", Accept_Encoding=accepted, If_None_Match=first.headers["ETag"])

    assert (again.status, nothing) == (304, b"")
    assert body
    assert {name: again.headers[name] for name in HEADERS} == HEADERS
    assert again.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(("name", "lang"), MISSING)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_is_not_there(address: str, published: Path, name: str, lang: str, method: str) -> None:
    """At any depth: status 404, the site's page in the address's language, its headers, and nothing kept."""
    page = (published / AT / ("en/404.html" if lang == "en" else "404.html")).read_bytes()

    response, body = ask(address, name, method)

    assert response.status == 404
    assert body == (page if method == "GET" else b"")
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert {header: response.headers[header] for header in HEADERS} == HEADERS
    assert response.headers["Cache-Control"] == "no-cache"


def test_folders(address: str) -> None:
    """A folder with a first page shows it; without its last slash it leads there, on the same host and port."""
    for folder in ("", "en/", "measures/", "en/measures/"):
        response, body = ask(address, folder)
        assert (response.status, body) == (200, ask(address, folder + "index.html")[1])
    response, _ = ask(address, "en/measures")
    assert response.status == 301
    assert response.headers["Location"] == urlsplit(address).path + "en/measures/"


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "/..\\..\\etc/passwd",
    ],
)
def test_no_way_out_of_the_folder(address: str, path: str) -> None:
    """Addresses that climb are refused."""
    parts = urlsplit(address)
    with socket.create_connection((str(parts.hostname), int(parts.port or 0)), 10) as connection:
        target = parts.path.rstrip("/") + path
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))

    assert re.match(rb"HTTP/1\.1 (400|404) ", answer)
    assert b"root:" not in answer


def test_the_policy_is_stated_once() -> None:
    """Both files leave headers and types to the one they include, and keep the same files for good."""
    texts = {variant: (nginx.DEPLOY / f"{variant}.conf").read_text(encoding="utf-8") for variant in nginx.PLACES}

    assert all("add_header" not in text for text in texts.values())
    maps = {re.search(r"map [\s\S]*?\n}\n", text)[0] for text in texts.values()}  # type: ignore[index]
    assert len(maps) == 1
