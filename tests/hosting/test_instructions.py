"""The instructions in deploy/ say what the tested configuration does, and name what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from measures_py.site.serve import LASTING
from tests.conftest import PROJECT
from tests.hosting.test_nginx import TYPES

DEPLOY = PROJECT / "deploy"
README = (DEPLOY / "README.md").read_text(encoding="utf-8")


def test_the_types_for_object_storage() -> None:
    """The table has the types that nginx sends, and one for every kind of file but the few no site of ours has yet."""
    stated: dict[str, str] = {}
    for row in re.findall(r"^\| (`\..*) \|$", README, re.MULTILINE):
        cells = [re.findall(r"`([^`]+)`", cell) for cell in row.split("|")]
        for ends, types in zip(cells[::2], cells[1::2], strict=True):
            stated |= dict(zip(ends, types if len(types) == len(ends) else types * len(ends), strict=True))

    wrong = {end: type for end, type in stated.items() if TYPES[end].split(";")[0] != type.split(";")[0]}

    assert wrong == {}
    assert {*TYPES} - {*stated} == {".html", ".mjs", ".ics"}
    assert README.count(LASTING) == 2


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_the_files_for_pages_hosts(name: str) -> None:
    """They are YAML; what they run is in the Makefile; every action is named by its commit."""
    path = DEPLOY / "pages" / f"{name}.yml"
    text = path.read_text(encoding="utf-8")
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")

    assert isinstance(yaml.safe_load(text), dict)
    targets = re.findall(r"make ([a-z]+)", text)
    assert targets
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
    assert "SITE_URL" in text
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", used) for used in re.findall(r"uses: (\S+)", text))


def test_what_the_readme_points_to() -> None:
    """Every file it links or copies is there; both languages give the same commands."""
    for name in re.findall(r"\]\(([^)]+)\)", README):
        assert (DEPLOY / name).is_file(), name
    for name in re.findall(r"deploy/[\w/.-]+\.conf", README):
        assert (PROJECT / name).is_file(), name
    english, chinese = README.split("\n# 发布网站\n")
    commands = [
        re.sub(r"\s+#.*", "", "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))) for text in (english, chinese)
    ]
    assert commands[0] == commands[1]
    assert Path(DEPLOY / "nginx/subpath.conf").is_file()
