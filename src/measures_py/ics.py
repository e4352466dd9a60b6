"""Dates as a calendar file (RFC 5545): all-day events with an alarm before the safe date.

The clock is never read: the stamp of an event is the day the calculation was made for.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

_FOLD = 73


def calendar(answers: list[tuple[dict[str, Any], Any]], lang: str) -> str:
    """One calendar file with the events of several deadline answers, each event once.

    `answers` are answers of the `deadline` call, each with the ISO day it was made for; those
    without a date to keep add nothing. Lines end
    with CR LF and are folded at 75 octets.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//measures//deadlines//EN", "CALSCALE:GREGORIAN"]
    seen: set[str] = set()
    for answer, made in answers:
        for number, event in enumerate(answer["ics"]["events"]):
            uid = f"{number}-{answer['ics']['uid']}"
            if uid not in seen:
                seen.add(uid)
                lines += _event(event, uid, str(made), lang)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(event: dict[str, Any], uid: str, stamp: str, lang: str) -> list[str]:
    day = date.fromisoformat(event["date"])
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp.replace('-', '')}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(event['title'][lang])}",
        f"DESCRIPTION:{_escaped(event['description'][lang])}",
        "TRANSP:TRANSPARENT",
    ]
    if event.get("alarm"):
        before = (day - date.fromisoformat(event["alarm"])).days
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_escaped(event['title'][lang])}",
            f"TRIGGER:-P{before}D",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line cut into pieces of at most 75 octets, never inside a character."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > _FOLD:
            pieces.append(piece)
            piece, size = "", 0
        piece, size = piece + letter, size + octets
    return "\r\n ".join([*pieces, piece])
