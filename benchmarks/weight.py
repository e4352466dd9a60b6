"""What a first view of each kind of page transfers, gzipped: `python -m benchmarks.weight`."""

from __future__ import annotations

from statistics import median

from benchmarks import record
from measures_py.site import assets, verify

LIMIT = 150_000


def main() -> None:
    """Weigh every page of the built site and write `results/weight.json`."""
    site = assets.PROJECT / "site"
    kinds: dict[str, list[int]] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        kind = "measures/mNN.html" if "/m" in name and "measures/m" in name else name.removeprefix("en/")
        if kind.startswith("m/") or kind == "404.html":
            continue
        kinds.setdefault(kind, []).append(verify.weight(site, name, verify.read(path)))
    figures = {kind: {"median": int(median(found)), "most": max(found)} for kind, found in kinds.items()}
    for kind, row in figures.items():
        print(f"{kind:22} {row['median']:>8} {row['most']:>8}")
    print(record.write("weight", {"unit": "gzip bytes, page and all it fetches", "limit": LIMIT, "figures": figures}))


if __name__ == "__main__":
    main()
