"""The date calculators: typed in, shared, kept and exported as people do it, over http and from disk."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import icalendar
from playwright.sync_api import Page, expect

from tests.browsing import Open

RULE = "late-relief-application"
PATIENCE = 60_000


def fill(page: Page, **values: str) -> None:
    """Type into the calculator of the late application for relief."""
    for name, value in values.items():
        page.locator(f"#{RULE}-{name}").fill(value)


def headline(page: Page) -> Any:
    """Where the calculator's answer leads."""
    return page.locator(f"form[data-rule={RULE}] .headline")


def test_a_date_is_answered_with_the_safe_day_first(visit: Open, site: str) -> None:
    """Paid on 3 October 2025: a year later is a holiday, so 30 September 2026 is safe and 8 October the last day."""
    page = visit(site + "en/deadlines.html")
    fill(page, as_of="2026-09-21", paid="2025-10-03")
    headline(page).wait_for(timeout=PATIENCE)

    answer = page.locator(f"form[data-rule={RULE}] .result")
    expect(headline(page)).to_contain_text("Wed 30 Sep 2026")
    expect(answer.locator(".safe time")).to_have_text("2026-09-30")
    expect(answer.locator(".last time")).to_have_text("2026-10-08")
    expect(answer.locator("svg.timeline.wide")).to_be_visible()
    expect(answer.locator(".cites a").first).to_have_attribute("href", "measures/m30.html#s3-c4")


def test_a_shared_link_reopens_the_exact_case(visit: Open, site: str) -> None:
    """The address after an answer opens the same answer in a fresh browser, also in the other language."""
    page = visit(site + "deadlines.html")
    fill(page, as_of="2026-09-21", paid="2025-10-03")
    headline(page).wait_for(timeout=PATIENCE)
    told = headline(page).inner_text()
    assert page.url.endswith(f"#v=1&rule={RULE}&paid=2025-10-03&as_of=2026-09-21")

    again = visit(page.url)
    headline(again).wait_for(timeout=PATIENCE)
    assert headline(again).inner_text() == told
    again.locator(".settings a.language").click()
    again.wait_for_url("**/en/deadlines.html#v=1*")
    headline(again).wait_for(timeout=PATIENCE)
    expect(headline(again)).to_contain_text("Wed 30 Sep 2026")


def test_a_damaged_link_says_what_it_could_not_read(visit: Open, http: str) -> None:
    """An unknown field and an impossible date are named; what can be read is kept."""
    page = visit(
        f"{http}en/deadlines.html#v=1&rule={RULE}&paid=2025-10-03&colour=blue&applied=2026-13-45&as_of=2026-09-21"
    )
    trouble = page.locator(f"form[data-rule={RULE}] .trouble")
    trouble.wait_for(timeout=PATIENCE)

    expect(trouble).to_contain_text("colour=blue")
    expect(trouble).to_contain_text("applied=2026-13-45")
    expect(headline(page)).to_contain_text("Wed 30 Sep 2026")


def test_an_error_stands_beside_its_field_and_keeps_what_was_typed(visit: Open, http: str) -> None:
    """Text for an amount: the message is under that field, in the page’s language; the text stays."""
    page = visit(http + "deadlines.html")
    page.locator("#duty-payment-declared").fill("2026-09-16")
    page.locator("form[data-rule=duty-payment] .headline").wait_for(timeout=PATIENCE)
    field = page.locator("#duty-payment-tax")
    field.press_sequentially("1e30")
    error = page.locator("#duty-payment-tax-error")
    error.wait_for()

    assert re.search("[一-鿿]", error.inner_text())
    expect(field).to_have_value("1e30")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("100000")
    expect(error).to_be_hidden()


def test_several_dates_are_kept_and_exported_together(visit: Open, site: str, tmp_path: Path) -> None:
    """Two kept dates become one valid calendar file with an alarm before each safe date."""
    page = visit(site + "en/deadlines.html")
    fill(page, as_of="2026-09-21", paid="2025-10-03")
    headline(page).wait_for(timeout=PATIENCE)
    page.locator(f"form[data-rule={RULE}] [data-action=keep]").click()
    fill(page, paid="2025-12-01")
    expect(headline(page)).to_contain_text("2026")
    page.wait_for_url("**paid=2025-12-01*")
    page.locator(f"form[data-rule={RULE}] [data-action=keep]").click()
    assert page.locator(".my-dates li").count() == 2
    with page.expect_download() as download:
        page.locator(".my-dates [data-action=export]").click()
    download.value.save_as(tmp_path / "dates.ics")

    calendar = icalendar.Calendar.from_ical((tmp_path / "dates.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert len(events) >= 2
    assert "2026-09-30" in {event.decoded("DTSTART").isoformat() for event in events}
    for event in events:
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("TRIGGER").days < 0


def test_a_measure_page_has_its_own_calculators_only(visit: Open, site: str) -> None:
    """Measure 30 calculates its rules in place; measure 3 has one sentence why there is none."""
    page = visit(site + "measures/m30.html")
    rules = page.locator("form.deadline").evaluate_all("forms => forms.map(form => form.dataset.rule)")
    assert RULE in rules
    assert "duty-payment" not in rules
    fill(page, paid="2025-10-03", as_of="2026-09-21")
    headline(page).wait_for(timeout=PATIENCE)
    page.locator(f"form[data-rule={RULE}] .cites a").first.click()
    page.wait_for_url("**/measures/m30.html#s3-c4")

    page = visit(site + "measures/m03.html")
    assert page.locator("form.deadline").count() == 0
    expect(page.locator("#dates + p")).to_contain_text("公告没有给这一项写")


def test_a_worked_example_is_what_the_page_answers(visit: Open, http: str) -> None:
    """The example made by the build and the live answer for the same case are the same words."""
    page = visit(http + "measures/m30.html")
    example = page.locator(f"form[data-rule={RULE}] + details.example .headline").inner_text()
    fill(page, paid="2025-10-03", as_of="2026-09-21")
    headline(page).wait_for(timeout=PATIENCE)

    assert headline(page).inner_text() == example


def test_an_answer_prints_alone_on_one_sheet(visit: Open, site: str, tmp_path: Path) -> None:
    """Print gives this calculator only, with the address that reopens it, on one A4 sheet."""
    page = visit(site + "deadlines.html")
    page.evaluate("self.print = () => {}")
    fill(page, as_of="2026-09-21", paid="2025-10-03")
    headline(page).wait_for(timeout=PATIENCE)
    page.locator(f"form[data-rule={RULE}] [data-action=print]").click()
    page.emulate_media(media="print")

    assert page.locator("form.deadline:visible").count() == 1
    expect(page.locator(".calculator.alone .printed")).to_contain_text(f"rule={RULE}")
    expect(page.locator(".alone ul.why li").first).to_be_visible()  # every part of the answer is on paper
    path = tmp_path / "date.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", path.read_bytes())) == 1


def test_plain_reading_never_loads_python(visit: Open, http: str) -> None:
    """Opening a measure with calculators transfers nothing of the runtime until the reader shows intent."""
    page = visit(http + "measures/m30.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(500)
    assert [url for url in asked if "/runtime/" in url] == []
    page.locator(f"#{RULE}-paid").focus()
    page.wait_for_event("request", predicate=lambda request: "/runtime/" in request.url)
