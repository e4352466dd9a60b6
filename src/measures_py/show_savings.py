"""A savings answer as HTML."""

from __future__ import annotations

from typing import Any


def one(answer: dict[str, Any], lang: str, root: str, key: str) -> str:
    return ""


def two(answer: dict[str, Any], lang: str, root: str, key: str) -> str:
    return ""


def several(answer: dict[str, Any], lang: str, root: str, key: str) -> str:
    return ""
