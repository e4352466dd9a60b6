"""From a reader's key or click to the changed result on the screen, in the built site, Python warm.

The page itself takes the times: from the event that the browser dispatches for the key or click to
the frame after the result changed, when it has been painted.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median, quantiles

from playwright.sync_api import Page

# Times land in `self.taken`: one for each change of `place` that follows an event `kind`.
WATCH = """([kind, place]) => {
  self.taken = [];
  let began = 0;
  addEventListener(kind, (event) => { began = event.timeStamp; }, true);
  const channel = new MessageChannel();
  const painted = (start) => {
    channel.port1.onmessage = () => { self.taken.push(performance.now() - start); };
    requestAnimationFrame(() => channel.port2.postMessage(0)); // after this frame's paint
  };
  new MutationObserver(() => { if (began) painted(began); began = 0; })
    .observe(document.querySelector(place), { subtree: true, childList: true, characterData: true, attributes: true });
}"""


def watch(page: Page, kind: str, place: str) -> None:
    """Take the time from each event `kind` to the next painted change of the first element `place`."""
    page.evaluate(WATCH, [kind, place])


def times(page: Page, act: Callable[[int], None], count: int) -> list[float]:
    """Milliseconds to the screen of `count` acts, each waited for before the next; a first one is not counted."""
    for number in range(count + 1):
        act(number)
        page.wait_for_function("(number) => self.taken.length > number", arg=number)
    found: list[float] = page.evaluate("self.taken")
    return found[1:]


def told(milliseconds: list[float]) -> dict[str, float]:
    """Median and 95th percentile, to a tenth of a millisecond."""
    return {"median": round(median(milliseconds), 1), "p95": round(quantiles(milliseconds, n=20)[-1], 1)}
