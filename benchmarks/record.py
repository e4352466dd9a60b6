"""Writing figures beside the machine and the versions they were measured with."""

from __future__ import annotations

import json
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

RESULTS = Path(__file__).parent / "results"
PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pyyaml", "jsonschema-rs")


def write(name: str, figures: dict[str, Any]) -> Path:
    """Write `results/NAME.json` with the figures and what they were measured on."""
    content = {
        "measured": datetime.now(UTC).date().isoformat(),
        "machine": {
            "system": f"{platform.system()} {platform.machine()}",
            "cores": os.cpu_count(),
            "memory_gib": round(psutil.virtual_memory().total / 2**30, 1),
            "python": platform.python_version(),
        },
        "versions": {package: version(package) for package in PACKAGES},
        **figures,
    }
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
