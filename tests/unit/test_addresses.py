"""Where public ids can be reached, and what becomes of those that are retired."""

from __future__ import annotations

import pytest

from measures_py.authoring.public_ids import Entry
from measures_py.site import addresses


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("m19", {"measures/m19.html", "m/19.html", "notice.html#m19"}),
        ("m19.s2", {"measures/m19.html#s2", "m/19.html#s2", "notice.html#m19-s2"}),
        ("m19.s2.c1", {"measures/m19.html#s2-c1", "m/19.html#s2-c1"}),
        ("m19.o6", {"measures/m19.html#o6", "m/19.html#o6"}),
        ("preamble.s1", {"notice.html#preamble"}),
        ("chapter2", {"notice.html#chapter2"}),
        ("attachment.s1", {"notice.html#attachment"}),
        ("limb.m32.raw", {"measures/m32.html#limb-raw"}),
        ("limb.m33", {"measures/m33.html#rule"}),
        ("fact.flow", {"finder.html#q-flow"}),
        ("deadline.duty-payment", {"deadlines.html#duty-payment"}),
        ("saving.port-storage", {"savings.html#port-storage"}),
        ("customs-law.art-24", {"background.html#rule-customs-law-art-24"}),
        ("mof-2026-16.all", {"background.html#rule-mof-2026-16-all"}),
        ("change.2026-11-23-first-version", {"changes.html#2026-11-23-first-version"}),
        ("measures/m19.json", {"measures/m19.json"}),
        ("en/m/19.html", {"en/m/19.html"}),
    ],
)
def test_each_kind_of_id_has_its_addresses(id: str, expected: set[str]) -> None:
    """What others may have linked to, kind by kind."""
    assert set(addresses.of(id)) == expected


def test_a_retired_id_leaves_a_note_at_each_old_address() -> None:
    """A sentence stood on its measure's page, under the short address and in the whole notice; each says what to see."""
    listed = [
        Entry(1, "m19.s9", "2027-01-02", "m19.s3"),
        Entry(2, "m/44.html", "2027-01-02"),
        Entry(3, "m19.s2", ""),
    ]

    assert list(addresses.retired(listed)) == [
        ("m19.s9", "2027-01-02", "measures/m19.html", "s9", "measures/m19.html#s3"),
        ("m19.s9", "2027-01-02", "m/19.html", "s9", "measures/m19.html#s3"),
        ("m19.s9", "2027-01-02", "notice.html", "m19-s9", "measures/m19.html#s3"),
        ("m/44.html", "2027-01-02", "m/44.html", "", ""),
    ]
