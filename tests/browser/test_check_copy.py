"""The page that checks a copy: it names exactly what is missing, changed or extra, and what changed since an older one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from measures_py.site import check_words, manifest
from tests.browsing import Open

SAYS = check_words.SPOKEN
# Some three hundred files are looked at; a busy machine takes its time.
PATIENCE = 60_000


@pytest.fixture
def copy(unzipped: Path, tmp_path: Path) -> Path:
    """A copy of the unzipped archive that a test may damage."""
    return Path(shutil.copytree(unzipped, tmp_path / "拷贝 #2 50%" / "measures"))


def listed(page: Page, place: str, heading: str) -> list[str]:
    """The names under a heading of a result."""
    found = page.locator(f"{place} h3", has_text=re.compile(f"^{heading}")).locator("xpath=following-sibling::ul[1]")
    return found.locator("li").all_inner_texts() if found.count() else []


def verdict(page: Page) -> str:
    """What is said of a folder when all of it was read."""
    outcome = page.locator(".outcome")
    expect(outcome).to_be_visible(timeout=PATIENCE)
    return outcome.locator(".finding").inner_text()


@pytest.mark.parametrize(("lang", "folder"), [("zh", ""), ("en", "en/")])
def test_a_whole_copy_is_found_whole(visit: Open, unzipped: Path, lang: str, folder: str) -> None:
    """The unzipped archive: seen whole at once, Python right to the byte, and every file right when it is chosen."""
    known = manifest.read(unzipped)
    page = visit(f"{unzipped.as_uri()}/{folder}check.html", caused=r"ERR_FILE_NOT_FOUND")

    expect(page.locator(".seen .finding").first).to_have_text(
        SAYS["present"][lang].format(len(known["files"]) + 1), timeout=PATIENCE
    )
    expect(page.locator(".seen .finding").nth(1)).to_contain_text("Python", timeout=PATIENCE)
    assert page.locator(".seen .ill").count() == 0

    page.locator("#chosen").set_input_files(unzipped)
    assert verdict(page) == SAYS["whole"][lang].format(len(known["files"]) + 2)  # the two files of the list themselves
    assert known["notice_sha256"] in page.locator(".outcome").inner_text()


@pytest.mark.parametrize("chosen", [".", ".."])
def test_a_damaged_copy_is_named_file_by_file(visit: Open, copy: Path, chosen: str) -> None:
    """A byte changed, a file deleted, one added: exactly these, whether the folder is chosen or the one around it."""
    changed, gone, added = "en/measures/m19.html", "measures/m07.html", "notes/我的 笔记.txt"
    page_bytes = bytearray((copy / changed).read_bytes())
    page_bytes[2000] ^= 1
    (copy / changed).write_bytes(page_bytes)
    (copy / gone).unlink()
    (copy / added).parent.mkdir()
    (copy / added).write_text("?", encoding="utf-8")

    page = visit(f"{copy.as_uri()}/en/check.html", caused=r"ERR_FILE_NOT_FOUND")
    absent = SAYS["absent"].en.format(1, len(manifest.read(copy)["files"]) + 1)
    expect(page.locator(".seen .ill")).to_have_text(absent, timeout=PATIENCE)
    assert listed(page, ".seen", "Missing") == [gone]

    page.locator("#chosen").set_input_files(copy / chosen)
    assert verdict(page) == SAYS["wrong"].en.format(1, 1, 1)
    assert listed(page, ".outcome", "Missing") == [gone]
    assert listed(page, ".outcome", "Changed") == [changed]
    assert listed(page, ".outcome", "Extra|Not on the list") == [added]


def test_damaged_python_is_found_without_choosing_anything(visit: Open, copy: Path) -> None:
    """One character of a runtime part changed: seen as soon as the page is open."""
    part = next((copy / "runtime/disk").glob("measures.*.js"))
    text = bytearray(part.read_bytes())
    text[-50] = ord("A") if text[-50] != ord("A") else ord("B")
    part.write_bytes(text)

    page = visit(f"{copy.as_uri()}/check.html", caused=r"ERR_FILE_NOT_FOUND")

    told = SAYS["python_wrong"].zh.format(part.relative_to(copy).as_posix())
    expect(page.locator(".seen .ill")).to_have_text(told, timeout=PATIENCE)


def test_another_folder_is_told_from_a_damaged_copy(visit: Open, unzipped: Path, tmp_path: Path) -> None:
    """A folder without a file of the site."""
    (tmp_path / "else").mkdir()
    (tmp_path / "else/index.html").write_text("something else", encoding="utf-8")
    page = visit(f"{unzipped.as_uri()}/en/check.html", caused=r"ERR_FILE_NOT_FOUND")

    page.locator("#chosen").set_input_files(tmp_path / "else")

    # The name index.html is in both, so it is looked at and found to be another one.
    assert verdict(page).startswith("Not as listed")
    (tmp_path / "else/index.html").rename(tmp_path / "else/other.html")
    page.locator("#chosen").set_input_files(tmp_path / "else")
    expect(page.locator(".outcome .finding")).to_have_text(SAYS["foreign"].en)


def test_the_site_is_checked_over_the_network(visit: Open, http: str, built: Path) -> None:
    """Every file fetched: the one that the host has not is named; stopped half-way, it says how far it came."""
    total = len(manifest.read(built)["files"]) + 2
    page = visit(f"{http}en/check.html")
    page.route("**/en/glossary.html", lambda route: route.fulfill(status=404, body=""))
    page.locator("[data-action=fetch]").click()
    assert verdict(page) == SAYS["wrong"].en.format(1, 0, 0)
    assert listed(page, ".outcome", "Missing") == ["en/glossary.html"]

    page.route("**/index.html", lambda _: None)  # never answered
    page.locator("[data-action=fetch]").click()
    expect(page.locator("#going")).to_contain_text(f"of {total}")
    page.locator("[data-action=cancel]").click()
    expect(page.locator(".outcome .finding")).to_contain_text("Stopped after")


def older(site: Path, path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """The list of a site as it might have been, in a file."""
    known = manifest.read(site)
    change(known)
    path.write_text(json.dumps(known), encoding="utf-8")
    return path


@pytest.mark.parametrize("way", ["http", "disk"])
def test_an_older_copy_is_compared_by_measure(
    visit: Open, request: pytest.FixtureRequest, built: Path, tmp_path: Path, way: str
) -> None:
    """Words of one language changed, a measure new, a page gone, Python changed: each told by its title, with links."""

    def change(known: dict[str, Any]) -> None:
        known["pages"]["measures/m19.html"]["en"]["words"] = "0" * 12
        known["pages"]["notice.html"]["zh"]["words"] = known["pages"]["notice.html"]["en"]["words"] = "0" * 12
        known["pages"]["fees.html"] = {lang: {"title": "Fees", "words": "0" * 12} for lang in ("zh", "en")}
        del known["pages"]["measures/m43.html"]
        known["files"]["runtime/manifest.json"]["sha256"] = "0" * 64

    page = visit(f"{request.getfixturevalue(way)}en/check.html", caused=r"ERR_FILE_NOT_FOUND")
    page.locator("#older").set_input_files(older(built, tmp_path / "manifest.json", change))

    since = page.locator(".since")
    expect(since).to_be_visible()
    assert listed(page, ".since", "Measures whose page changed") == [
        "Measure 19: Low-risk, low-value goods leave port first (English only)"
    ]
    assert [line.split(":")[0] for line in listed(page, ".since", "Measures added")] == ["Measure 43"]
    assert listed(page, ".since", "Other pages") == ["The whole notice, sentence by sentence (Chinese and English)"]
    assert listed(page, ".since", "Pages removed") == ["Fees"]
    expect(since).to_contain_text(SAYS["runtime"].en)
    expect(since).to_contain_text(SAYS["notice_same"].en)
    since.get_by_role("link", name="Measure 19").click()
    expect(page.locator("h1")).to_contain_text("Low-risk")


def test_lists_that_cannot_be_compared_say_why(visit: Open, http: str, built: Path, tmp_path: Path) -> None:
    """The same list, half of one, another program’s, one of a later format, and one from before pages were listed."""
    page = visit(f"{http}check.html")
    path = tmp_path / "manifest.json"
    since = page.locator(".since")

    def chosen() -> None:
        page.locator("#older").set_input_files(path)

    older(built, path, lambda known: None)
    chosen()
    expect(since).to_have_text(SAYS["same"].zh)

    path.write_text(path.read_text(encoding="utf-8")[:5000], encoding="utf-8")
    chosen()
    expect(since).to_have_text(SAYS["not_json"].zh)

    path.write_text('{"name": "app", "files": []}', encoding="utf-8")
    chosen()
    expect(since).to_have_text(SAYS["not_ours"].zh)

    older(built, path, lambda known: known.update(schema=2))
    chosen()
    expect(since).to_have_text(SAYS["too_new"].zh)

    def before_pages(known: dict[str, Any]) -> None:
        del known["pages"]
        known["files"]["measures/m02.html"]["sha256"] = "0" * 64

    older(built, path, before_pages)
    chosen()
    expect(since).to_contain_text(SAYS["old_list"].zh)
    assert [line[:5] for line in listed(page, ".since", SAYS["measures_changed"].zh)] == ["第 2 项"]


@pytest.mark.parametrize(
    ("lost", "scripts"), [("site.*.css", True), ("page.*.js", True), ("early.*.js", True), ("site.*.css", False)]
)
def test_half_a_folder_says_so(visit: Open, copy: Path, lost: str, scripts: bool) -> None:
    """Styles or scripts that were not copied: each page says in both languages what to do; a whole one does not."""
    page = visit(f"{copy.as_uri()}/measures/m19.html", scripts=scripts, caused=r"ERR_FILE_NOT_FOUND")
    expect(page.locator(".unzip")).to_be_hidden()

    for path in (copy / "assets").glob(lost):
        path.unlink()
    page.reload()

    expect(page.locator(".unzip")).to_be_visible()
    expect(page.locator(".unzip")).to_contain_text("check.html")
    expect(page.locator(".unzip [lang=en]")).to_contain_text("copy the folder measures again")
